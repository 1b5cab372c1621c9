// Where the files of a workspace stand (docs/formats.md).
#pragma once

#include "core/base/ids.h"

#include <string>

namespace penstock::host {

struct Layout {
    std::string workspace;   // absolute, canonical; of a run at a revision the workspace in its checkout (checkouts.h)
    std::string state;       // the state folder, wherever .penstock leads
    std::string origin = {}; // of such a run: the real workspace; else empty

    std::string runFolder(const RunId& run) const { return state + "/runs/" + run.text(); }
    std::string attemptFolder(const AttemptId& attempt) const
    {
        return runFolder(attempt.run) + '/' + attempt.instance.folder() + '/' + std::to_string(attempt.number);
    }
    std::string metricsFile(const AttemptId& attempt) const { return attemptFolder(attempt) + "/metrics.jsonl"; }
    std::string inWorkspace(const std::string& relative) const { return workspace + '/' + relative; }
    std::string checkoutFolder(const std::string& name) const { return state + "/checkouts/" + name; }
    std::string ownerFile() const { return state + "/owner.json"; }
};

} // namespace penstock::host
