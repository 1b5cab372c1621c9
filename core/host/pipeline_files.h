// A pipeline file with all that it opens, read and checked: what `penstock validate` lists and what a run is fixed to.
#pragma once

#include "core/base/file_system.h"
#include "core/format/pipeline_reader.h"
#include "core/pipeline/issue.h"

#include <string>
#include <vector>

namespace penstock::host {

struct PipelineFile {
    std::string file; // normalised path of the workspace
    std::string text;
    format::ReadPipeline read;
    pipeline::Issues issues; // of the text, of what it means, and of what it opens
};

// The file itself first, then those that it opens and those that these open, each once. A file that cannot be read is an issue
// of who opens it. Errors: those of reading the first.
Result<std::vector<PipelineFile>> readPipelineFiles(const FileSystem& files, const std::string& workspace, const std::string& file);

} // namespace penstock::host
