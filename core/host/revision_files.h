// The files of a revision, read from the repository's own store: what a run at that revision is fixed to is known before
// anything is checked out.
#pragma once

#include "core/base/file_system.h"
#include "core/host/git.h"

#include <memory>
#include <string>
#include <vector>

namespace penstock::host {

// Read-only. Paths are those of the workspace, absolute. Used from one thread at a time.
class RevisionFiles final : public FileSystem {
public:
    // `revision` is whatever names a commit: a branch, a tag, the beginning of its digits, `main~3`.
    // Errors: notFound ("host.no_repository", "host.unknown_revision"), io.
    static Result<std::unique_ptr<RevisionFiles>> open(const std::string& workspace, const std::string& revision);

    const std::string& commit() const { return m_commit; } // hex
    const std::string& folder() const { return m_folder; } // of the workspace in the repository; empty: its root
    // Repositories within this one whose commit is not here, so that their folders will be empty; at most twenty.
    std::vector<std::string> missingSubmodules() const;
    // Whether some files are made by a program when git checks them out (git-lfs): here they stay what the repository holds.
    bool hasFilters() const;

    Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
    bool exists(const std::string& path) const override;
    Result<std::vector<std::string>> list(const std::string& folder) const override;
    Result<void> writeAtomically(const std::string& path, std::string_view content) override;
    Result<void> makeFolder(const std::string& path) override;
    Result<void> remove(const std::string& path) override;

private:
    RevisionFiles(std::string workspace, git::Repository repository, git::Tree tree);
    git::TreeEntry entryOf(const std::string& path) const;

    git::Library m_library;
    std::string m_workspace, m_folder, m_commit;
    git::Repository m_repository;
    git::Tree m_tree;
};

} // namespace penstock::host
