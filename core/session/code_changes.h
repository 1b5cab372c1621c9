// What of a run's code changed while the run was under way: then not all of its steps ran the same code.
#pragma once

#include "core/engine/state.h"

#include <string>
#include <vector>

namespace penstock::session {

struct CodeChange {
    std::string file;
    AttemptId attempt; // that ran the changed code, or while whose time it changed
    std::string since; // text of the attempt that saw it as it was before; empty: it changed while `attempt` ran
};

// As far as attempts looked: the files that their commands name, and with a cache key all of their code. In the order of the attempts,
// each file once, at most `most`. Runs of versions that did not record it have none.
std::vector<CodeChange> codeChanges(const engine::Run& run, std::size_t most = 20);
Json toJson(const std::vector<CodeChange>& changes); // [{file, step, attempt, since}]; `since` is null for a change during the attempt

} // namespace penstock::session
