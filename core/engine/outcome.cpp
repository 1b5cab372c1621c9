#include "core/engine/outcome.h"

#include <array>
#include <utility>

namespace penstock::engine {

namespace {

constexpr std::array<std::pair<InstanceState, const char*>, instanceStateCount> instanceStates{{
    {InstanceState::pending, "pending"},
    {InstanceState::ready, "ready"},
    {InstanceState::running, "running"},
    {InstanceState::delayed, "delayed"},
    {InstanceState::waiting, "waiting"},
    {InstanceState::succeeded, "succeeded"},
    {InstanceState::failed, "failed"},
    {InstanceState::skipped, "skipped"},
    {InstanceState::cancelled, "cancelled"},
    {InstanceState::rejected, "rejected"},
    {InstanceState::lost, "lost"},
}};

constexpr std::array<std::pair<RunState, const char*>, 6> runStates{{
    {RunState::running, "running"},
    {RunState::succeeded, "succeeded"},
    {RunState::failed, "failed"},
    {RunState::cancelled, "cancelled"},
    {RunState::rejected, "rejected"},
    {RunState::lost, "lost"},
}};

constexpr std::array<std::pair<OutcomeKind, const char*>, 10> outcomeKinds{{
    {OutcomeKind::succeeded, "succeeded"},
    {OutcomeKind::exited, "exited"},
    {OutcomeKind::signaled, "signaled"},
    {OutcomeKind::timeout, "timeout"},
    {OutcomeKind::cancelled, "cancelled"},
    {OutcomeKind::spawnError, "spawnError"},
    {OutcomeKind::lost, "lost"},
    {OutcomeKind::notCollected, "notCollected"},
    {OutcomeKind::outOfMemory, "outOfMemory"},
    {OutcomeKind::refused, "refused"},
}};

template <class Table, class Value>
const char* wordOf(const Table& table, Value value)
{
    for (const auto& [each, word] : table) {
        if (each == value)
            return word;
    }
    return "";
}

template <class Value, class Table>
std::optional<Value> valueOf(const Table& table, std::string_view wanted)
{
    for (const auto& [each, word] : table) {
        if (wanted == word)
            return each;
    }
    return std::nullopt;
}

} // namespace

bool isEnd(InstanceState state) { return state >= InstanceState::succeeded; }
bool isEnd(RunState state) { return state != RunState::running; }

const char* name(InstanceState state) { return wordOf(instanceStates, state); }
const char* name(RunState state) { return wordOf(runStates, state); }
const char* name(OutcomeKind kind) { return wordOf(outcomeKinds, kind); }

std::optional<InstanceState> instanceStateByName(std::string_view name)
{
    return valueOf<InstanceState>(instanceStates, name);
}
std::optional<RunState> runStateByName(std::string_view name) { return valueOf<RunState>(runStates, name); }
std::optional<OutcomeKind> outcomeKindByName(std::string_view name) { return valueOf<OutcomeKind>(outcomeKinds, name); }

} // namespace penstock::engine
