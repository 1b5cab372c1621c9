// The history of one file in the repository around a workspace.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <atomic>
#include <string>
#include <vector>

namespace penstock::host {

struct FileRevision {
    std::string commit; // hex
    std::string author; // name
    std::string subject;
    Instant at{};       // when it was committed

    bool operator==(const FileRevision&) const = default;
};

// The commits that gave the file another content than all their parents have, newest first; at most `most`, of the newest ten
// thousand commits before HEAD, which is all that is read. `path` is relative to the workspace. A file that was never committed has none. Thread-safe.
// Errors: notFound ("host.no_repository"), cancelled as soon as `stop` is set.
Result<std::vector<FileRevision>> revisionsOf(const std::string& workspace, const std::string& path, std::size_t most, const std::atomic<bool>& stop);

} // namespace penstock::host
