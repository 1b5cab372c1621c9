#include "app/cli/pipeline_text.h"

#include "app/cli/cli_text.h"
#include "app/cli/workspace.h"
#include "core/host/revision_files.h"
#include "core/platform/disk_file_system.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace penstock::cli {

namespace fs = std::filesystem;

namespace {

std::string absolute(const std::string& file)
{
    std::error_code failed;
    const fs::path path = fs::absolute(file, failed).lexically_normal();
    const fs::path folder = fs::weakly_canonical(path.parent_path(), failed);
    return (failed ? path : folder / path.filename()).string();
}

bool isFile(const std::string& typed)
{
    std::error_code ignored;
    return fs::exists(typed, ignored) && !fs::is_directory(typed, ignored);
}

// The folder may not exist any more; git finds the repository from one above it.
std::string existingAbove(const std::string& file)
{
    std::error_code ignored;
    fs::path folder = fs::path(file).parent_path();
    while (!fs::exists(folder, ignored) && folder.has_relative_path())
        folder = folder.parent_path();
    return folder.string();
}

Result<std::string> textOf(std::istream& stream, const std::string& name)
{
    std::string text;
    std::array<char, 1 << 15> buffer{};
    while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        if (text.size() > largestPipeline)
            return Error{ErrorCode::invalid, {"platform.too_large", {{"path", name}, {"limit", std::to_string(largestPipeline)}}}, {}};
    }
    return text;
}

Result<std::string> atRevision(const std::string& revision, const std::string& file)
{
    const auto files = host::RevisionFiles::open(existingAbove(file), revision);
    return files ? (*files)->read(file, largestPipeline) : files.error();
}

} // namespace

std::string typedFile(const Arguments& arguments, const std::string& typed)
{
    if (typed == standardInput || (typed.find_first_of("./") != std::string::npos && isFile(typed)))
        return typed;
    const auto workspace = findWorkspace(arguments);
    const auto file = workspace ? pipelineFile(*workspace, typed) : workspace.error();
    return file ? workspace->path + '/' + *file : typed;
}

Result<std::string> textOf(const std::string& file)
{
    if (file == standardInput)
        return textOf(std::cin, file);
    std::error_code ignored;
    if (const auto kind = fs::status(file, ignored).type(); kind == fs::file_type::fifo || kind == fs::file_type::character) {
        std::ifstream stream(file, std::ios::binary);
        return textOf(stream, file);
    }
    return platform::DiskFileSystem().read(absolute(file), largestPipeline);
}

Result<std::string> pipelineText(const Arguments& arguments, const std::string& typed)
{
    const std::size_t colon = typed.find(':');
    if (typed == standardInput || isFile(typed) || colon == std::string::npos)
        return textOf(typedFile(arguments, typed));
    const std::string name = typed.substr(colon + 1);
    const std::string file = name.find('.') == std::string::npos ? typedFile(arguments, name) : name;
    return atRevision(typed.substr(0, colon), absolute(file));
}

Result<platform::ClaimedFile> claimed(const std::string& file) { return platform::ClaimedFile::claim(absolute(file), largestPipeline); }

Result<void> replace(Console& console, const std::string& file, platform::ClaimedFile& claim, const std::string& content)
{
    auto written = claim.replace(content);
    if (written && claim.otherNames() > 0)
        console.note(Cli::tr("%1 has other names too (hard links); they keep the old content.").arg(fromUtf8(file)));
    return written;
}

} // namespace penstock::cli
