// The facts of runs. State is the fold of these; nothing else changes it. Each has a stable name and a JSON form
// (event_json.h, docs/formats.md); fields are only ever added.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"
#include "core/engine/checkout.h"
#include "core/engine/inbox_event.h"
#include "core/engine/outcome.h"
#include "core/engine/retention_event.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace penstock::engine {

// A run begins, with everything it is fixed to.
struct RunCreated {
    RunId run;
    Json pipeline;   // pipeline::toJson
    Json parameters = Json::object(); // all of them, accepted
    std::map<std::string, ArtifactRef> documents; // file name -> frozen content
    std::string file;                             // the pipeline file, relative to the workspace
    std::string resumedFrom;                      // text of the run whose successes are reused; empty: none
    std::map<std::string, Json> facts;            // "digits v1" -> what was in production when it began, see ProductionChanged
    std::string key;                              // of the order that asked for it: asking again with it asks for this run
    std::map<std::string, Json> pipelines;        // the sub-pipelines that it may open, by normalised path: pipeline::toJson
    bool simulated = false;                       // no command is executed, nobody is asked, nothing is registered
    std::vector<std::string> from;                // only these steps and what comes after them run; the rest is reused
    std::vector<std::string> to;                  // only these steps and what comes before them run; the rest is skipped
    bool noCache = false;                         // every step runs, though the cache may have what it makes
    Json source;                                  // which code it began with, see docs/formats.md "Code of a run"; null: not known
    std::optional<Checkout> checkout;             // where it works; none: in the workspace
    std::string reproduces;                       // text of the run whose results it is to make again; empty: none
    std::string event;                            // text of the event from outside that started it; empty: somebody did
};

struct RunCancelRequested {
    RunId run;
    std::string reason;
};

struct RunEnded {
    RunId run;
    RunState state = RunState::succeeded;
};

// A command may start (again): its needs ended well and its condition held, or the delay before a retry is over.
struct InstanceReady {
    RunId run;
    InstanceId instance;
};

// A register or promote step was handed to the registry.
struct InstanceStarted {
    RunId run;
    InstanceId instance;
};

struct InstanceEnded {
    RunId run;
    InstanceId instance;
    InstanceState state = InstanceState::succeeded; // an end state
    Message why;                                    // why it was skipped, failed, reused …; empty: an attempt succeeded
    // Filled when no attempt of this run made them (reused, registered); else they stand in AttemptEnded.
    std::map<std::string, ArtifactRef> outputs;
    Json values = Json::object();
    Json metrics = Json::object();
};

struct AttemptPlanned {
    AttemptId attempt;
    std::vector<int> slots;          // numbers from 0
    std::vector<std::string> claims; // normalised paths that no other attempt may write until it is collected
    std::vector<int> gpus = {};      // numbers from 0
};

struct AttemptStarted {
    AttemptId attempt;
    std::int64_t pid = 0;
};

struct AttemptEnded {
    AttemptId attempt;
    Outcome outcome;
    std::map<std::string, ArtifactRef> outputs; // collected, when it ended well
    Json values = Json::object();
    Json metrics = Json::object();
    Json record = Json::object(); // times, usage, digests of code and inputs, log bytes: for people and evidence
};

struct RetryScheduled {
    AttemptId attempt; // the one that ended
    Instant at;        // when the next may start
};

struct BranchTaken {
    RunId run;
    InstanceId instance;
    int branch = 0; // index in the choice
    std::string target;
};

// All that ran after the target of the way back which a step took has ended; its region begins anew.
struct IterationBegan {
    RunId run;
    InstanceId instance; // of the step that took the way back
};

// A mapped step knows its items; they begin one by one, with their own InstanceReady or PipelineOpened.
struct MapOpened {
    RunId run;
    InstanceId instance;
    Json items = Json::array(); // what `item` is, by index
};

// A sub-pipeline begins; its steps are "outer/inner".
struct PipelineOpened {
    RunId run;
    InstanceId instance; // of the step, or of the item of a map
    Json parameters = Json::object(); // all of them, accepted
};

struct WaitBegan {
    RunId run;
    InstanceId instance;
    std::optional<Instant> until;    // when it is over
    std::optional<Instant> deadline; // of a wait for something to happen: when that is given up
};

struct ApprovalRequested {
    RequestId request;
    Digest digest;  // of `subject`, canonical JSON
    Json subject;   // {question, candidate{version, artifact, metrics}, production{…}|null, policy}
    std::vector<std::string> approvers;
    std::optional<Instant> expires;
};

// What the request showed is no longer true, or its run went another way.
struct ApprovalWithdrawn {
    RequestId request;
    Message why;
};

enum class Verdict { approved, rejected, expired };

const char* name(Verdict verdict);
std::optional<Verdict> verdictByName(std::string_view name);

struct ApprovalDecided {
    RequestId request;
    Verdict verdict = Verdict::approved;
    Digest digest; // of what the person was shown
    std::string person;
    std::string comment;
};

// The registry's Production pointer of a line moved: what `production.*` means from now on.
struct ProductionChanged {
    std::string line; // "digits v1"
    Json facts;       // {exists, version, artifact, metrics, parameters, run}
};

using Event = std::variant<RunCreated, RunCancelRequested, RunEnded, InstanceReady, InstanceStarted, InstanceEnded,
                           AttemptPlanned, AttemptStarted, AttemptEnded, RetryScheduled, BranchTaken, ApprovalRequested,
                           ApprovalWithdrawn, ApprovalDecided, ProductionChanged, IterationBegan, MapOpened,
                           PipelineOpened, WaitBegan, EventReceived, EventRepeated, EventHandled, RetentionBegan, RetentionEnded>;

} // namespace penstock::engine
