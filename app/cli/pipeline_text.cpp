#include "app/cli/pipeline_text.h"

#include "app/cli/workspace.h"
#include "core/host/revision_files.h"
#include "core/platform/disk_file_system.h"

#include <filesystem>

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

Result<std::string> atRevision(const std::string& revision, const std::string& file)
{
    const auto files = host::RevisionFiles::open(existingAbove(file), revision);
    return files ? (*files)->read(file, largestPipeline) : files.error();
}

} // namespace

std::string typedFile(const Arguments& arguments, const std::string& typed)
{
    if (typed.find('.') != std::string::npos && isFile(typed))
        return typed;
    const auto workspace = findWorkspace(arguments);
    const auto file = workspace ? pipelineFile(*workspace, typed) : workspace.error();
    return file ? workspace->path + '/' + *file : typed;
}

Result<std::string> textOf(const std::string& file) { return platform::DiskFileSystem().read(absolute(file), largestPipeline); }

Result<std::string> pipelineText(const Arguments& arguments, const std::string& typed)
{
    const std::size_t colon = typed.find(':');
    if (isFile(typed) || colon == std::string::npos)
        return textOf(typedFile(arguments, typed));
    const std::string name = typed.substr(colon + 1);
    const std::string file = name.find('.') == std::string::npos ? typedFile(arguments, name) : name;
    return atRevision(typed.substr(0, colon), absolute(file));
}

Result<void> writeOver(const std::string& file, const std::string& before, const std::string& after)
{
    const auto now = textOf(file);
    if (!now)
        return now.error();
    if (*now != before)
        return Error{ErrorCode::conflict, {"cli.file_changed", {{"path", file}}}, {}};
    return platform::DiskFileSystem().writeAtomically(absolute(file), after);
}

} // namespace penstock::cli
