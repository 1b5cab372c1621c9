// Which code a run begins with, as git knows it (docs/formats.md, "Code of a run").
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/json.h"
#include "core/host/git.h"
#include "core/host/revision_files.h"

#include <atomic>
#include <string>
#include <vector>

namespace penstock::host {

// Commit, branch and what is not committed; its diff and the list of its files become artifacts. Null where the workspace lies in no
// repository of this user. `outputs`: paths of the workspace that steps write, which are no code. Runs on a worker.
// What git cannot tell becomes {"problem": …}: a run is not refused for that.
Json codeVersionOf(const std::string& workspace, const std::vector<std::string>& outputs, ArtifactStore& artifacts,
                   const std::atomic<bool>& stop);

// Of a clean checkout. What will not be in it as git itself would make it is said.
Json codeVersionOf(const RevisionFiles& revision);

} // namespace penstock::host
