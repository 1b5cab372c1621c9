// A step in a run: what has become of it, attempt by attempt. Values; changed by apply() alone.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/packed_json.h"
#include "core/base/time.h"
#include "core/engine/outcome.h"
#include "core/engine/plan.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::engine {

struct Attempt {
    enum class Phase { planned, started, ended };

    int number = 1;
    Phase phase = Phase::planned;
    std::vector<int> slots;
    std::vector<int> gpus;
    std::vector<std::string> claims;
    std::int64_t pid = 0;
    Instant plannedAt{}, startedAt{}, endedAt{};
    Outcome outcome;
    PackedJson record; // an object; null before its end

    bool operator==(const Attempt&) const = default;
};

// What a mapped step has made of its items. Items that have not begun are not there yet.
struct Fan {
    Json items = Json::array();     // what `item` is, by index
    std::vector<std::size_t> begun; // indexes into Run::instances, by index of the item
    std::size_t running = 0, succeeded = 0, failed = 0, lost = 0, cancelled = 0; // of those that have begun
    std::size_t best = none;        // index of the item that is the best so far
    bool isReached = false;         // the best meets the target

    bool operator==(const Fan&) const = default;
};

struct Instance {
    InstanceId id;
    std::size_t place = 0; // index into Run::instances
    std::size_t scope = 0; // index into Run::scopes
    std::size_t step = 0;  // index in the plan of its scope
    InstanceState state = InstanceState::pending;
    Message why;
    std::size_t openNeeds = 0; // steps it waits for (needs and what routes to it) that have not ended
    bool failedAbove = false;  // an ancestor failed or was lost: what failure() says
    bool entered = false;      // by a way back: no other edge to it has to be taken
    bool reused = false;       // its success is that of the run that this one resumes
    bool cached = false;       // its success was taken from the cache: its last attempt executed nothing
    std::vector<Attempt> attempts;
    std::map<std::string, ArtifactRef> outputs;
    Json values = Json::object();
    Json metrics = Json::object();
    std::optional<Instant> notBefore; // of a delayed one
    int branch = -1;                  // taken by a choice or, after those, by on_failure
    std::optional<Fan> fan;           // of a mapped step, once its items are known
    std::size_t fanAt = none;         // of an item: the place of the mapped step
    std::size_t opened = none;        // the scope that it opened
    int requests = 0;                 // approval requests made so far
    Instant readyAt{}, endedAt{};

    bool operator==(const Instance&) const = default;
};

} // namespace penstock::engine
