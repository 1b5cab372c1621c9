#include "core/engine/plan.h"

#include "core/pipeline/workspace_path.h"

namespace penstock::engine {

// What does not lie inside has an empty path there as well, so the place need not be asked.
std::string normalisedPath(const std::string& path) { return pipeline::WorkspacePath::of(path).path; }

} // namespace penstock::engine
