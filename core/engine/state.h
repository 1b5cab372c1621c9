// What is true of all runs of a workspace: the fold of the events. A value; copies are independent; not thread-safe.
// Studio and CLI fold the same events with the same apply(), so what they show is what the owner knows.
#pragma once

#include "core/engine/event.h"
#include "core/engine/plan.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace penstock::engine {

struct Attempt {
    enum class Phase { planned, started, ended };

    int number = 1;
    Phase phase = Phase::planned;
    std::vector<int> slots;
    std::vector<std::string> claims;
    std::int64_t pid = 0;
    Instant plannedAt{}, startedAt{}, endedAt{};
    Outcome outcome;
    Json record = Json::object();
};

struct Instance {
    InstanceId id;
    std::size_t step = 0; // index in the plan
    InstanceState state = InstanceState::pending;
    Message why;
    std::size_t openNeeds = 0; // needs that have not ended
    std::vector<Attempt> attempts;
    std::map<std::string, ArtifactRef> outputs;
    Json values = Json::object();
    Json metrics = Json::object();
    std::optional<Instant> notBefore; // of a delayed one
    int branch = -1;                  // taken by a choice
    int requests = 0;                 // approval requests made so far
    Instant readyAt{}, endedAt{};
};

struct Run {
    RunId id;
    std::shared_ptr<const Plan> plan; // never null
    Json parameters = Json::object();
    std::map<std::string, ArtifactRef> documents;
    std::string file, resumedFrom, actor;
    RunState state = RunState::running;
    int cancels = 0;      // how often cancel was asked
    bool failing = false; // an unhandled failure happened: begin nothing but failure()/always() steps
    std::size_t open = 0; // instances that have not ended
    std::vector<Instance> instances; // by step index (first iterations come first)
    std::set<std::size_t> ready;     // indexes into `instances` that wait for admission
    Instant createdAt{}, endedAt{};

    const Instance* find(const InstanceId& id) const;
    const Instance* newest(const std::string& step) const; // the newest iteration
    bool isBlocked() const; // nothing runs or can run before a person decides
};

struct Request {
    enum class State { open, approved, rejected, expired, withdrawn };

    RequestId id;
    State state = State::open;
    Digest digest;
    Json subject;
    std::vector<std::string> approvers;
    std::optional<Instant> expires;
    std::string person, comment; // of who decided
    Message why;                 // of a withdrawal
    Instant askedAt{}, decidedAt{};
    std::string requestedBy;     // actor of the run
};

struct WorkspaceState {
    int slots = 1; // how many steps may run at once; set by the owner, not by events
    std::uint64_t lastRun = 0;
    std::map<RunId, Run> runs;
    std::map<RequestId, Request> requests;
    std::map<std::string, Json> production;    // "digits v1" -> facts
    std::map<int, AttemptId> occupied;         // slot -> attempt
    std::map<std::string, AttemptId> claims;   // path -> attempt
    std::set<RunId> active;                    // runs that have not ended

    const Run* run(const RunId& id) const;
    const Attempt* attempt(const AttemptId& id) const;
};

// Folds one event; events of unknown runs are ignored (they were removed by retention).
void apply(WorkspaceState& state, const Event& event, Instant at, const std::string& actor);

// Whether `path` may be claimed now: no claimed path equals, contains or is contained in it.
bool isFree(const WorkspaceState& state, const std::string& path);

} // namespace penstock::engine
