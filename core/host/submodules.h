// Repositories within a repository, as far as they are on this machine: nothing is fetched.
#pragma once

#include "core/host/git.h"

#include <string>
#include <vector>

namespace penstock::host {

struct SubmoduleAt {
    std::string path; // relative to the root of the tree
    git_oid commit;
};

// Those that a tree names, in its order; at most 1,000.
std::vector<SubmoduleAt> submodulesOf(const git_tree& tree);

// The commit, in the repository of the submodule; nothing where it was not cloned here, or does not have it.
struct SubmoduleCommit {
    git::Repository repository; // first: it outlives the commit
    git::Commit commit;
};
std::optional<SubmoduleCommit> submoduleCommit(git_repository& around, const SubmoduleAt& submodule);

} // namespace penstock::host
