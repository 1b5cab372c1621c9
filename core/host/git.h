// libgit2, as far as this folder needs it: read-only towards the repository of the workspace. Nothing here starts a program: libgit2
// knows no hooks, no external filters, diff drivers or file system monitors, whatever a repository's settings name. A repository of
// another user is not opened.
#pragma once

#include "core/base/result.h"

#include <git2.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace penstock::host::git {

// Keeps libgit2 ready. Thread-safe; may be made more than once.
class Library final {
public:
    Library() { git_libgit2_init(); }
    ~Library() { git_libgit2_shutdown(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

template <auto free>
struct Freer {
    template <class T>
    void operator()(T* object) const
    {
        free(object);
    }
};

using Repository = std::unique_ptr<git_repository, Freer<git_repository_free>>;
using Reference = std::unique_ptr<git_reference, Freer<git_reference_free>>;
using Object = std::unique_ptr<git_object, Freer<git_object_free>>;
using Commit = std::unique_ptr<git_commit, Freer<git_commit_free>>;
using Tree = std::unique_ptr<git_tree, Freer<git_tree_free>>;
using TreeEntry = std::unique_ptr<git_tree_entry, Freer<git_tree_entry_free>>;
using Blob = std::unique_ptr<git_blob, Freer<git_blob_free>>;
using Diff = std::unique_ptr<git_diff, Freer<git_diff_free>>;
using Patch = std::unique_ptr<git_patch, Freer<git_patch_free>>;
using StatusList = std::unique_ptr<git_status_list, Freer<git_status_list_free>>;
using Odb = std::unique_ptr<git_odb, Freer<git_odb_free>>;
using Submodule = std::unique_ptr<git_submodule, Freer<git_submodule_free>>;

// The repository whose work tree the folder lies in; null where there is none, or none that is this user's.
Repository openAround(const std::string& folder);
// The folder within the work tree, "" for its root.
std::string placeWithin(git_repository& repository, const std::string& folder);

std::string hex(const git_oid& id);
std::optional<git_oid> oidOf(const std::string& hex);

// `id` with what libgit2 says as detail, and as the argument `reason`.
Error failure(const char* id, std::vector<std::pair<std::string, std::string>> arguments = {});

} // namespace penstock::host::git
