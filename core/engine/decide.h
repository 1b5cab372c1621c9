// The functional core: all logic of runs, without I/O, clock or randomness.
//
// decide() and admit() append to `events` and fold each event into `state` as they go, so that a cascade (a step ends, the next
// becomes ready, is planned …) is one batch and one commit. If the commit fails the caller throws the state away and
// folds the log again: after a successful commit the state equals that fold (tested).
// Effects are what the owner must do once the events are durable. They are also computable from the state alone
// (pendingEffects): that is recovery. Carrying one out twice must be harmless; the owner sees to it by attempt and request id.
#pragma once

#include "core/engine/event.h"
#include "core/engine/state.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace penstock::engine {

// ---- inputs: what happened outside, already checked for authority by the caller

struct StartRun {
    RunCreated run;
};
struct CancelRun {
    RunId run;
    std::string reason;
};
struct Started {
    AttemptId attempt;
    std::int64_t pid = 0;
};
// The attempt is over and, where it ended well, collected.
struct Ended {
    AttemptEnded result;
};
// A register or promote step came through the registry, or was refused by it.
struct Recorded {
    RunId run;
    InstanceId instance;
    std::optional<Error> refusal;
    Json values = Json::object(); // register: {"version": "digits 1.4"}
};
// The file that a wait step waits for is there.
struct Arrived {
    RunId run;
    InstanceId instance;
};
struct Decide {
    ApprovalDecided decision;
};
struct Production {
    ProductionChanged change;
};
// An event from outside came. One that is there already is taken as the same one again.
struct ReceiveEvent {
    EventReceived event; // its id is given here
};
// What an event is to each pipeline that listens to it. Runs get their numbers here; one that is refused is told as such.
struct HandleEvent {
    struct Match {
        EventOutcome outcome;          // `run` is filled in here
        std::optional<RunCreated> run; // to be started
    };
    EventId event;
    std::vector<Match> matches;
};
// What retention lets go of; runs that have not ended are left alone.
struct BeginRetention {
    RetentionBegan removal;
};
struct EndRetention {
    RetentionEnded end;
};
// Time passed: delayed instances, expired requests.
struct Tick {};

using Input = std::variant<StartRun, CancelRun, Started, Ended, Recorded, Arrived, Decide, Production, Tick, ReceiveEvent, HandleEvent, BeginRetention, EndRetention>;

// ---- effects

struct Launch {
    AttemptId attempt;
};
struct Stop {
    AttemptId attempt;
};
struct RecordVersion { // carry out a register step
    RunId run;
    InstanceId instance;
};
struct PromoteVersion { // carry out a promote step
    RunId run;
    InstanceId instance;
};
struct WatchFile { // report when the file of a wait step is there; no longer when its instance has ended
    RunId run;
    InstanceId instance;
};
using Effect = std::variant<Launch, Stop, RecordVersion, PromoteVersion, WatchFile>;

struct Batch {
    std::vector<Event> events;
    std::vector<Effect> effects;
    std::string actor = "engine"; // who is named in the events' folding
};

// Errors (nothing changed): notFound, conflict (already decided, already ended, digest no longer current), invalid.
// An input that was already taken in (a late or repeated message) is ok and changes nothing.
Result<void> decide(WorkspaceState& state, const Input& input, Instant now, Batch& batch);

// Gives slots and paths to ready command instances: higher priority first, then fair between runs (fewest running first),
// then older run, then order of the file.
void admit(WorkspaceState& state, Instant now, Batch& batch);

std::vector<Effect> pendingEffects(const WorkspaceState& state);
std::optional<Instant> nextTimer(const WorkspaceState& state); // earliest notBefore or expiry
bool isIdle(const WorkspaceState& state);                      // no attempt, ready or delayed instance, registry work, open event

// Why an instance that has not ended does not run now, for people ("waits for train", "waits for a slot: 2 of 2 in use by …").
Message whyWaiting(const WorkspaceState& state, const Run& run, const Instance& instance);

} // namespace penstock::engine
