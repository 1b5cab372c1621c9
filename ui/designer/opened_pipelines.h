// The pipelines that the steps of another one open, as these are on disk.
#pragma once

#include "core/base/file_system.h"
#include "core/check/opened.h"
#include "core/format/pipeline_reader.h"

#include <deque>

namespace penstock::designer {

// Read once, then a value; safe to share between threads.
class OpenedPipelines final {
public:
    OpenedPipelines() = default;
    // `file` is relative to `workspace`, both UTF-8. Reads nothing where no step opens a pipeline.
    OpenedPipelines(const FileSystem& files, const std::string& workspace, const std::string& file, const pipeline::Pipeline& opening);
    OpenedPipelines(const OpenedPipelines&) = delete;
    OpenedPipelines& operator=(const OpenedPipelines&) = delete;

    // Without the one that opens them.
    const check::Library& library() const { return m_library; }
    // What is wrong between them and the one that was given above.
    pipeline::Issues issues(const format::ReadPipeline& read, const std::string& text) const;

private:
    std::string m_file;
    std::deque<pipeline::Pipeline> m_inner; // keeps its places while it grows
    check::Library m_library;
};

} // namespace penstock::designer
