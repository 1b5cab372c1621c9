// What a work tree has that its commit has not: the changes that people have not committed.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/json.h"
#include "core/host/git.h"

#include <atomic>
#include <string>
#include <vector>

namespace penstock::host {

struct Change {
    enum class Kind { modified, added, deleted, untracked, conflicted, repository };

    std::string path; // relative to the root of the repository
    Kind kind = Kind::modified;
    std::optional<Digest> digest; // of the file as it is; none: deleted, or too much to be read
    std::uint64_t size = 0;
    bool isInDiff = false; // its content is in Uncommitted::diff
};

struct Uncommitted {
    std::string diff; // git's own format, binary files included
    std::vector<Change> changes;  // by path, the first 1,000
    std::size_t changed = 0, untracked = 0; // of all
    bool isCut = false; // not all is in `diff`
};

// Against the commit that is checked out (against nothing where there is none yet), staged or not, with files that are new and not
// ignored. `without`: paths from the root of the repository that are left out, with all below them. The index is not written.
// Into `diff` go at most 16 MiB, of files up to 4 MiB each; neither conflicts and repositories within this one, nor new files that by
// their name hold secrets (.env, *.pem, …).
// Errors: cancelled, io.
Result<Uncommitted> uncommittedIn(git_repository& repository, const std::vector<std::string>& without, ArtifactStore& artifacts,
                                  const std::atomic<bool>& stop);

Json toJson(const std::vector<Change>& changes); // [{path, kind, digest, size, inDiff}]

} // namespace penstock::host
