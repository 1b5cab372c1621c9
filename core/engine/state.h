// What is true of all runs of a workspace: the fold of the events. A value; copies are independent; not thread-safe.
// Studio and CLI fold the same events with the same apply(), so what they show is what the owner knows.
#pragma once

#include "core/engine/event.h"
#include "core/engine/inbox.h"
#include "core/engine/instance.h"
#include "core/engine/plan.h"
#include "core/engine/ready_queue.h"

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace penstock::engine {

// One execution of a pipeline within a run: of the run's own, or of a sub-pipeline that a step opened.
struct Scope {
    std::shared_ptr<const Plan> plan; // never null
    std::string path;                 // before the names of its steps: "", "outer/", "sweep[3]/"
    Json parameters = Json::object();
    std::size_t parent = none;        // the place of the instance that opened it
    int firstLane = 0;                // where the lanes of its steps begin
    std::vector<int> taken;           // how often each way back was taken
    std::size_t goingBack = none;     // the way back that is under way: what runs in its region is being stopped
    std::vector<std::vector<std::size_t>> iterations; // by step: its instances, the newest last; never empty
    bool failing = false;  // an unhandled failure or loss happened: begin nothing but failure()/always() steps
    bool failed = false;   // at least one of these was a failure; else all were losses
    bool rejected = false; // a rejection that nothing routes: begin nothing but always() steps
    bool cut = false;      // an instance was cancelled
    std::size_t open = 0;  // instances that have not ended

    std::size_t newest(std::size_t step) const { return iterations[step].back(); } // index into Run::instances
    bool operator==(const Scope&) const; // plans by their documents
};

struct Run {
    RunId id;
    std::shared_ptr<const Plan> plan; // never null; that of scopes[0]
    Json parameters = Json::object();
    std::map<std::string, ArtifactRef> documents;
    std::string file, resumedFrom, key, actor, event;
    RunState state = RunState::running;
    int cancels = 0;         // how often cancel was asked
    std::size_t open = 0;    // instances that have not ended
    std::size_t holding = 0; // attempts that hold slots
    std::array<std::size_t, instanceStateCount> counts{}; // instances in each state
    std::deque<Scope> scopes;        // [0] is the run's own; never empty
    std::map<std::string, std::size_t> scopeAt; // path -> index into `scopes`
    std::deque<Instance> instances; // references stay valid while it grows; in the order in which they came to be; the first ones by step index
    ReadyQueue ready;                // of indexes into `instances`
    int lanes = 0;                   // of all scopes
    bool simulated = false;
    bool noCache = false;            // nothing is taken from the cache
    Json source;                     // see RunCreated
    std::optional<Checkout> checkout; // where it works; none: in the workspace
    std::string reproduces;          // the run whose results it is to make again
    std::vector<bool> selected;      // by step: whether it may run; empty: all
    std::vector<bool> fresh;         // by step: whether it has to run, reused nowhere; empty: none
    Instant createdAt{}, endedAt{};
    Instant removedAt{}, logsRemovedAt{}; // when retention removed what it left; none: it is there

    bool isRemoved() const { return removedAt != Instant{}; }
    bool hasLogs() const { return !isRemoved() && logsRemovedAt == Instant{}; }
    std::size_t count(InstanceState which) const { return counts[static_cast<std::size_t>(which)]; }
    const Instance* find(const InstanceId& id) const;      // O(log n)
    const Instance* newest(const std::string& step) const; // the newest iteration of "train" or "outer/train"
    bool isBlocked() const; // nothing runs or can run before a person decides

    const Scope& scopeOf(const Instance& instance) const { return scopes[instance.scope]; }
    const pipeline::Step& step(const Instance& instance) const { return scopeOf(instance).plan->step(instance.step); }
    const PlannedStep& planned(const Instance& instance) const { return scopeOf(instance).plan->steps()[instance.step]; }
    // The newest instance of another step in the scope of this one.
    const Json& itemOf(const Instance& instance) const { return instances[instance.fanAt].fan->items[static_cast<std::size_t>(instance.id.index)]; }
    int laneOf(const Instance& instance) const { const int lane = planned(instance).lane; return lane == 0 ? 0 : scopeOf(instance).firstLane + lane; }
    const Instance& beside(const Instance& instance, std::size_t step) const { return instances[scopeOf(instance).newest(step)]; }
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

    bool operator==(const Request&) const = default;
};

// When an instance has to be looked at again: the delay of a retry is over, its request expires.
struct Timer {
    Instant at{};
    RunId run;
    std::size_t instance = 0; // index into Run::instances

    auto operator<=>(const Timer&) const = default;
};

// The order in which runs get slots: priority of their best ready instance, then who holds the fewest, then age.
struct Turn {
    int before = 0; // -priority
    std::size_t holding = 0;
    std::uint64_t number = 0; // of the run
    RunId run;

    auto operator<=>(const Turn&) const = default;
};

// What the machine gives besides slots; set by the owner, not by events.
struct Capacity {
    std::uint64_t memory = 0; // bytes; 0: no limit
    int gpus = 0;
    std::map<std::string, int> pools; // how many attempts at a time; one where a pool is not named here

    bool operator==(const Capacity&) const = default;
};

struct WorkspaceState {
    int slots = 1; // how many steps may run at once; set by the owner, not by events
    Capacity capacity;
    std::uint64_t lastRun = 0;
    std::map<RunId, Run> runs;
    std::map<RequestId, Request> requests;
    std::map<std::string, Json> production;    // "digits v1" -> facts
    std::map<int, AttemptId> occupied;         // slot -> attempt
    std::map<std::string, AttemptId> claims;   // claimKey() of a path -> attempt
    std::set<RunId> active;                    // runs that have not ended
    std::set<RequestId> open;                  // requests that wait for a decision
    std::set<Timer> timers;
    std::set<Turn> turns;  // one for each run with ready instances
    std::size_t busy = 0;  // instances of all runs that are ready, running or delayed
    Inbox inbox;
    struct Retention {
        bool isOpen = false; // a removal was recorded, its end was not
        Instant endedAt{};   // of the newest one that ended
        Json freed = Json::object();

        bool operator==(const Retention&) const = default;
    } retention;

    const Run* run(const RunId& id) const;
    const Attempt* attempt(const AttemptId& id) const;
};

// Folds one event; events of unknown runs are ignored.
void apply(WorkspaceState& state, const Event& event, Instant at, const std::string& actor);

// Whether what `key` (see claimKey) stands for may be claimed now: no claimed path equals, contains or is contained in it.
bool isFree(const WorkspaceState& state, const std::string& key);
// The attempt whose claim stands in the way; null when it is free.
const AttemptId* claimedBy(const WorkspaceState& state, const std::string& key);

// Whether a step lies in the region of a way back that is under way.
bool isHeld(const Scope& scope, std::size_t step);

// Whether an instance that ended counts as a failure for the flow: failed or lost, not advisory, and routed nowhere.
bool isFailure(const Run& run, const Instance& instance);

} // namespace penstock::engine
