// Which attempt made what a key of the cache stands for. It is the fold of the ends in the log, kept in memory only: so it
// cannot disagree with the log, and is there again when an owner has started.
#pragma once

#include "core/engine/state.h"

#include <map>
#include <optional>
#include <string>

namespace penstock::host {

// Owner's thread only.
class CacheIndex final {
public:
    void learn(const engine::WorkspaceState& state); // all runs there are, but those that retention removed
    void learn(const engine::Run& run, const engine::Instance& instance);

    // The newest attempt whose outputs a key stands for.
    std::optional<AttemptId> find(const std::string& key) const;
    // The newest attempt of the same step with a key, in any run of the pipeline: what a miss is explained against.
    std::optional<AttemptId> latest(const RunId& run, const InstanceId& instance) const;

private:
    std::map<std::string, AttemptId> m_byKey;
    std::map<std::string, AttemptId> m_byStep;
};

} // namespace penstock::host
