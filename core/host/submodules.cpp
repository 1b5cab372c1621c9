#include "core/host/submodules.h"

namespace penstock::host {

std::vector<SubmoduleAt> submodulesOf(const git_tree& tree)
{
    constexpr std::size_t most = 1'000;
    std::vector<SubmoduleAt> found;
    const auto look = [](const char* folder, const git_tree_entry* entry, void* into) {
        auto& all = *static_cast<std::vector<SubmoduleAt>*>(into);
        if (git_tree_entry_filemode(entry) == GIT_FILEMODE_COMMIT && all.size() < most)
            all.push_back({std::string(folder) + git_tree_entry_name(entry), *git_tree_entry_id(entry)});
        return 0;
    };
    git_tree_walk(&tree, GIT_TREEWALK_PRE, look, &found);
    return found;
}

std::optional<SubmoduleCommit> submoduleCommit(git_repository& around, const SubmoduleAt& at)
{
    git_submodule* submodule = nullptr;
    if (git_submodule_lookup(&submodule, &around, at.path.c_str()) != 0)
        return std::nullopt;
    const git::Submodule owned(submodule);
    git_repository* repository = nullptr;
    if (git_submodule_open(&repository, submodule) != 0)
        return std::nullopt;
    git::Repository opened(repository);
    git_commit* commit = nullptr;
    if (git_commit_lookup(&commit, repository, &at.commit) != 0)
        return std::nullopt;
    return SubmoduleCommit{std::move(opened), git::Commit(commit)};
}

} // namespace penstock::host
