// What is wrong between the pipeline that is open in Design and those that it opens, as these are on disk.
#pragma once

#include "core/base/file_system.h"
#include "core/format/pipeline_reader.h"

#include <string>

namespace penstock::designer {

// `file` is relative to `workspace`, both UTF-8. Reads nothing where no step opens a pipeline.
pipeline::Issues openedIssues(const FileSystem& files, const std::string& workspace, const std::string& file, const format::ReadPipeline& read, const std::string& text);

} // namespace penstock::designer
