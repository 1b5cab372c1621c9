#include "core/host/pipeline_files.h"

#include "core/check/check.h"
#include "core/check/opened.h"

#include <set>

namespace penstock::host {

namespace {

constexpr std::uint64_t largestDocument = 64ULL << 20; // the reader refuses much less, and says so with a place
constexpr std::size_t mostDocuments = 1'000;

Result<PipelineFile> readOne(const FileSystem& files, const std::string& workspace, const std::string& file)
{
    auto text = files.read(workspace + '/' + file, largestDocument);
    if (!text)
        return text.error();
    PipelineFile made{file, std::move(*text), {}, {}};
    made.read = format::readPipeline(made.text);
    made.issues = made.read.issues;
    if (made.read.tree)
        made.issues = check::merged(std::move(made.issues), check::check(made.read.pipeline, made.read.places, made.text));
    return made;
}

void judgeOpened(std::vector<PipelineFile>& read)
{
    check::Library library;
    for (const PipelineFile& each : read)
        library[each.file] = each.read.tree ? &each.read.pipeline : nullptr;
    for (PipelineFile& each : read) {
        if (each.read.tree)
            each.issues = check::merged(std::move(each.issues), check::checkOpened(each.file, each.read.pipeline, each.read.places, each.text, library));
    }
}

} // namespace

Result<std::vector<PipelineFile>> readPipelineFiles(const FileSystem& files, const std::string& workspace, const std::string& file)
{
    std::vector<PipelineFile> read;
    std::vector<std::string> open{file};
    std::set<std::string> seen{file};
    for (std::size_t i = 0; i < open.size() && read.size() < mostDocuments; ++i) {
        auto one = readOne(files, workspace, open[i]);
        if (!one && i == 0)
            return one.error();
        if (!one)
            continue;
        for (std::string& next : check::openedFiles(one->read.pipeline)) {
            if (seen.insert(next).second)
                open.push_back(std::move(next));
        }
        read.push_back(std::move(*one));
    }
    judgeOpened(read);
    return read;
}

} // namespace penstock::host
