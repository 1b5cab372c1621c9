#include "core/host/code_listing.h"

#include "core/host/glob.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>

namespace penstock::host {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostFiles = 20'000;
constexpr std::uintmax_t mostBytes = std::uintmax_t{2} << 30;

// Folders in which tools keep what they made or brought; asked only where no .gitignore says it.
constexpr std::array<std::string_view, 12> toolFolders{".git",         ".hg",         ".svn",        ".venv",        ".cache",  ".mypy_cache",
                                                       ".pytest_cache", ".ruff_cache", "node_modules", ".ipynb_checkpoints", ".idea", ".vscode"};

bool isBelow(const std::string& path, const std::string& folder)
{
    return path == folder || (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

bool isToolFolder(const fs::path& folder)
{
    std::error_code error;
    return std::ranges::find(toolFolders, folder.filename().string()) != toolFolders.end() || fs::exists(folder / "pyvenv.cfg", error);
}

bool isNeverCode(const std::string& path)
{
    return path.find("__pycache__/") != std::string::npos || isBelow(path, ".penstock") || isBelow(path, ".git");
}

using Leave = std::function<bool(const fs::path&)>;

// Files below `from`, relative to the workspace. Links to folders are not followed: a circle would have no end.
Result<void> walk(const fs::path& workspace, const fs::path& from, const Leave& leave, const std::atomic<bool>& stop, std::set<std::string>& files)
{
    std::error_code error;
    if (!fs::is_directory(from, error)) {
        if (fs::is_regular_file(from, error))
            files.insert(from.lexically_relative(workspace).generic_string());
        return {};
    }
    fs::recursive_directory_iterator entries(from, fs::directory_options::skip_permission_denied, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        if (stop)
            return Error{ErrorCode::cancelled, {"host.cancelled", {}}, {}};
        std::error_code unreadable;
        if (entries->is_directory(unreadable) && leave(entries->path()))
            entries.disable_recursion_pending();
        else if (entries->is_regular_file(unreadable))
            files.insert(entries->path().lexically_relative(workspace).generic_string());
        if (files.size() > 4 * mostFiles)
            break; // too many in any case
    }
    return {};
}

git::StatusList statusOf(git_repository& repository, std::string below)
{
    git_status_options options;
    git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
    options.show = GIT_STATUS_SHOW_WORKDIR_ONLY;
    options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS | GIT_STATUS_OPT_INCLUDE_UNMODIFIED
                    | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH | GIT_STATUS_OPT_NO_REFRESH;
    char* path = below.data();
    if (!below.empty())
        options.pathspec = {&path, 1};
    git_status_list* list = nullptr;
    if (git_status_list_new(&list, &repository, &options) != 0)
        return nullptr;
    return git::StatusList(list);
}

std::string pathOf(const git_status_entry& entry)
{
    const git_diff_delta* delta = entry.index_to_workdir ? entry.index_to_workdir : entry.head_to_index;
    return delta && delta->new_file.path ? delta->new_file.path : std::string();
}

Result<std::set<std::string>> ofGlobs(const CodeQuestion& question, const std::atomic<bool>& stop)
{
    std::set<std::string> found;
    const fs::path workspace = question.workspace;
    const Leave leave = [](const fs::path& folder) { return folder.filename() == ".git" || folder.filename() == ".penstock"; };
    for (const std::string& glob : *question.globs) {
        std::set<std::string> files;
        const std::string fixed = fixedPart(glob);
        if (const auto walked = walk(workspace, fixed.empty() ? workspace : workspace / fixed, leave, stop, files); !walked)
            return walked.error();
        std::erase_if(files, [&](const std::string& file) { return !matchesGlob(glob, file); });
        found.merge(files);
    }
    return found;
}

Result<std::set<std::string>> ofWorkspace(const CodeQuestion& question, const GitListing& git, const std::atomic<bool>& stop)
{
    std::set<std::string> files;
    if (auto listed = git.files(question.workspace)) {
        files = std::move(*listed);
    } else {
        const fs::path workspace = question.workspace;
        const Leave leave = [](const fs::path& folder) { return isToolFolder(folder) || folder.filename() == ".penstock" || folder.filename() == "__pycache__"; };
        if (const auto walked = walk(workspace, workspace, leave, stop, files); !walked)
            return walked.error();
    }
    std::erase_if(files, [](const std::string& file) { return isNeverCode(file) || isBelow(file, "pipelines") || file == "penstock.yaml"; });
    return files;
}

Result<void> checkSize(const CodeQuestion& question, const std::set<std::string>& files)
{
    std::uintmax_t bytes = 0;
    for (const std::string& file : files) {
        std::error_code error;
        const auto size = fs::file_size(fs::path(question.workspace) / file, error);
        bytes += error ? 0 : size;
    }
    if (files.size() > mostFiles || bytes > mostBytes)
        return Error{ErrorCode::unsupported, {"host.code_too_much", {{"files", std::to_string(files.size())}, {"megabytes", std::to_string(bytes >> 20)}}}, {}};
    return {};
}

} // namespace

std::optional<std::set<std::string>> GitListing::files(const std::string& workspace) const
{
    const auto repository = git::openAround(workspace);
    if (!repository)
        return std::nullopt;
    const char* root = git_repository_workdir(repository.get());
    const std::string place = git::placeWithin(*repository, workspace), below = place.empty() ? place : place + '/';
    int ignored = 0;
    if (!below.empty() && (git_ignore_path_is_ignored(&ignored, repository.get(), below.c_str()) != 0 || ignored != 0))
        return std::nullopt;
    const auto list = statusOf(*repository, below);
    if (!list)
        return std::nullopt;
    std::set<std::string> files;
    const std::atomic<bool> never{false};
    for (std::size_t i = 0; i < git_status_list_entrycount(list.get()); ++i) {
        const fs::path path = fs::path(root) / pathOf(*git_status_byindex(list.get(), i));
        const Leave leave = [](const fs::path& folder) { return isToolFolder(folder); };
        (void)walk(workspace, path.has_filename() ? path : path.parent_path(), leave, never, files); // a folder: a repository in this one
    }
    return files;
}

Result<std::vector<std::string>> codeListing(const CodeQuestion& question, const GitListing& git, const std::atomic<bool>& stop)
{
    auto files = question.globs ? ofGlobs(question, stop) : ofWorkspace(question, git, stop);
    if (!files)
        return files.error();
    for (const std::string& name : question.named) {
        std::error_code error;
        if (!question.globs && fs::is_regular_file(fs::path(question.workspace) / name, error))
            files->insert(name);
    }
    std::erase_if(*files, [&](const std::string& file) {
        return std::ranges::any_of(question.without, [&](const std::string& path) { return isBelow(file, path); });
    });
    if (const auto fine = checkSize(question, *files); !fine)
        return fine.error();
    return std::vector<std::string>(files->begin(), files->end());
}

} // namespace penstock::host
