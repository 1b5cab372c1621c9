#include "core/store/git_folder.h"

#include "core/store/durable_file.h"
#include "core/store/safe_name.h"

#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::store {

namespace fs = std::filesystem;

namespace {

std::string firstLine(const fs::path& path)
{
    const auto content = readSmallFile(path.string(), 64 << 10);
    if (!content)
        return {};
    return content->substr(0, content->find_first_of("\r\n"));
}

bool isGitFolder(const fs::path& path)
{
    std::error_code error;
    return fs::exists(path / "HEAD", error) && fs::is_directory(path / "objects", error);
}

struct WorkTree {
    fs::path common; // folder that all work trees share
    std::string name;
};

// gitrepository-layout(5): `.git` is the folder itself, or a file "gitdir: PATH" whose folder may name a shared one in
// `commondir` (linked work trees) or be whole (submodules).
std::optional<WorkTree> readDotGit(const fs::path& dotGit)
{
    std::error_code error;
    if (fs::is_directory(dotGit, error))
        return isGitFolder(dotGit) ? std::optional(WorkTree{dotGit, "main"}) : std::nullopt;
    const std::string line = firstLine(dotGit);
    if (!line.starts_with("gitdir: "))
        return std::nullopt;
    const fs::path own = dotGit.parent_path() / line.substr(8);
    const std::string shared = firstLine(own / "commondir");
    const WorkTree tree =
        shared.empty() ? WorkTree{own, "main"} : WorkTree{own / shared, "worktree-" + own.filename().string()};
    return isGitFolder(tree.common) ? std::optional(tree) : std::nullopt;
}

} // namespace

std::optional<GitPlace> GitPlace::of(const std::string& workspace)
{
    struct stat here {
    }, there{};
    if (::stat(workspace.c_str(), &here) != 0)
        return std::nullopt;
    std::error_code error;
    for (fs::path folder = workspace;; folder = folder.parent_path()) {
        if (fs::exists(folder / ".git", error)) {
            const auto tree = readDotGit(folder / ".git");
            const fs::path git = tree ? fs::canonical(tree->common, error) : fs::path();
            if (!tree || error || ::stat(git.c_str(), &there) != 0 || there.st_dev != here.st_dev ||
                ::access(git.c_str(), W_OK) != 0)
                return std::nullopt;
            const std::string inner = fs::path(workspace).lexically_relative(folder).string();
            const std::string name = safeName(inner == "." ? tree->name : tree->name + '/' + inner);
            return GitPlace{git.string(), git.string() + "/penstock/" + name};
        }
        if (folder == folder.root_path())
            return std::nullopt;
    }
}

} // namespace penstock::store
