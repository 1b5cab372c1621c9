// Reading, digesting and copying the content of one file, in pieces, with holes left out of the work of the disk.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/digest.h"

#include <atomic>
#include <cstdint>
#include <string>

namespace penstock::store {

// Counts bytes for the caller of a long operation and asks whether to go on.
struct Watch {
    const std::atomic<bool>& stop;
    const Progress* progress = nullptr;
    std::uint64_t total = 0;
    std::uint64_t done = 0;

    Result<void> advance(std::uint64_t bytes);
};

struct Content {
    Digest digest;
    std::uint64_t size = 0;
};

// Reads from the start. Errors: conflict when the file changed meanwhile, cancelled, io, full (copy).
Result<Content> digestContent(int file, const std::string& path, Watch& watch);
// The digest is that of the bytes written: what another process changes meanwhile cannot get a wrong name.
Result<Content> copyContent(int from, const std::string& fromPath, int to, const std::string& toPath, Watch& watch);
// An instant copy that shares blocks, not the inode. False where the file system cannot.
bool reflink(int from, int to);

} // namespace penstock::store
