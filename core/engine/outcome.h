#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace penstock::engine {

// Of a step in a run. Each says what is known and what may follow; exactly one function (apply) changes it.
enum class InstanceState {
    pending,   // some need has not ended
    ready,     // may start; waits for a slot, a path or the registry
    running,   // an attempt is planned or started, or the registry is at work
    delayed,   // an attempt failed; the next waits for its time
    waiting,   // an approval request is open
    succeeded, // end states from here: they never change
    failed,
    skipped,
    cancelled,
    rejected,
    lost,
};

inline constexpr std::size_t instanceStateCount = 11;

enum class RunState { running, succeeded, failed, cancelled, rejected, lost };

enum class OutcomeKind {
    succeeded,
    exited,        // code != 0
    signaled,
    timeout,
    cancelled,
    spawnError,    // never began: no such program, no such folder
    lost,          // nobody saw the end
    notCollected,  // ended well, but what it declared is missing or cannot be taken
    outOfMemory,   // ended by the system or by us because memory ran out; code and signal say how
    refused,       // could not be prepared: an input is missing or was changed by people
};

struct Outcome {
    OutcomeKind kind = OutcomeKind::succeeded;
    int code = 0;
    int signal = 0;
    Message why; // for people; empty when the kind says it all

    bool operator==(const Outcome&) const = default;
};

bool isEnd(InstanceState state);
bool isEnd(RunState state);
const char* name(InstanceState state); // stable words for JSON
const char* name(RunState state);
const char* name(OutcomeKind kind);
std::optional<InstanceState> instanceStateByName(std::string_view name);
std::optional<RunState> runStateByName(std::string_view name);
std::optional<OutcomeKind> outcomeKindByName(std::string_view name);

} // namespace penstock::engine
