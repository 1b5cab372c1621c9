#include "ui/designer/opened_pipelines.h"

namespace penstock::designer {

namespace {

constexpr std::uint64_t largestFile = 16 << 20;
constexpr std::size_t mostFiles = 50; // while somebody types

} // namespace

OpenedPipelines::OpenedPipelines(const FileSystem& files, const std::string& workspace, const std::string& file, const pipeline::Pipeline& opening)
    : m_file(file)
{
    std::vector<std::string> open = check::openedFiles(opening);
    for (std::size_t i = 0; i < open.size() && m_inner.size() < mostFiles; ++i) {
        if (open[i] == file || m_library.contains(open[i]))
            continue;
        const auto content = files.read(workspace + '/' + open[i], largestFile);
        if (!content)
            continue;
        format::ReadPipeline one = format::readPipeline(*content);
        m_library[open[i]] = one.tree ? &m_inner.emplace_back(std::move(one.pipeline)) : nullptr;
        if (const pipeline::Pipeline* there = m_library[open[i]]) {
            const auto deeper = check::openedFiles(*there);
            open.insert(open.end(), deeper.begin(), deeper.end());
        }
    }
}

pipeline::Issues OpenedPipelines::issues(const format::ReadPipeline& read, const std::string& text) const
{
    check::Library all = m_library;
    all[m_file] = &read.pipeline;
    return check::checkOpened(m_file, read.pipeline, read.places, text, all);
}

} // namespace penstock::designer
