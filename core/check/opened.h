// What can be wrong between a pipeline and those that it opens: files, circles, parameters, outputs. What is wrong inside one of them
// is an issue of its own file (check.h).
#pragma once

#include "core/pipeline/document.h"
#include "core/pipeline/issue.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::check {

// Normalised paths of the workspace, in the order of the steps, each once; those of disabled steps are not opened.
std::vector<std::string> openedFiles(const pipeline::Pipeline& pipeline);

// The pipelines there are, by normalised path. Null: there is a file, but no pipeline can be made of it; of such nothing is said.
using Library = std::map<std::string, const pipeline::Pipeline*>;

// Of the pipeline at `file`, which is in the library too. Pure; sorted by place. `places` and `source` as for check().
pipeline::Issues checkOpened(const std::string& file, const pipeline::Pipeline& pipeline, const pipeline::SourceMap& places, std::string_view source,
                             const Library& library);

} // namespace penstock::check
