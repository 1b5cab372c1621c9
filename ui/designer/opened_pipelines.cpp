#include "ui/designer/opened_pipelines.h"

#include "core/check/opened.h"

#include <deque>

namespace penstock::designer {

namespace {

constexpr std::uint64_t largestFile = 16 << 20;
constexpr std::size_t mostFiles = 50; // while somebody types

} // namespace

pipeline::Issues openedIssues(const FileSystem& files, const std::string& workspace, const std::string& file, const format::ReadPipeline& read, const std::string& text)
{
    std::deque<pipeline::Pipeline> inner; // keeps its places while it grows
    check::Library library{{file, &read.pipeline}};
    std::vector<std::string> open = check::openedFiles(read.pipeline);
    for (std::size_t i = 0; i < open.size() && inner.size() < mostFiles; ++i) {
        const auto content = library.contains(open[i]) ? Error{ErrorCode::notFound, {}, {}} : files.read(workspace + '/' + open[i], largestFile);
        if (!content)
            continue;
        format::ReadPipeline one = format::readPipeline(*content);
        library[open[i]] = one.tree ? &inner.emplace_back(std::move(one.pipeline)) : nullptr;
        if (const pipeline::Pipeline* there = library[open[i]]) {
            const auto deeper = check::openedFiles(*there);
            open.insert(open.end(), deeper.begin(), deeper.end());
        }
    }
    return check::checkOpened(file, read.pipeline, read.places, text, library);
}

} // namespace penstock::designer
