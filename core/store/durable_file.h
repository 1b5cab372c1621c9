// Small files that are whole or absent, and folders whose entries are on disk.
// Sequence of a durable write: temporary file beside it, fsync, rename, fsync of the folder. If we die before the
// rename, the old content stands and a *.tmp file is left over; after it, the new content stands.
#pragma once

#include "core/base/result.h"
#include "core/store/descriptor.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace penstock::store {

Result<void> writeDurably(const std::string& path, std::string_view content, unsigned mode = 0644);
// Errors: notFound, invalid when larger than `limit` or not a regular file, denied, io.
Result<std::string> readSmallFile(const std::string& path, std::uint64_t limit);

Result<void> writeAll(int descriptor, std::string_view bytes, const std::string& path);
Result<void> syncFile(int descriptor, const std::string& path);
Result<void> syncFolder(const std::string& path);
// With parents; each new entry is synced. `mode` is for the folders that are made.
Result<void> makeFolders(const std::string& path, unsigned mode = 0755);

bool exists(const std::string& path); // something stands there, be it a dangling link
std::string folderOf(const std::string& path);
std::string nameOf(const std::string& path);
// A name that nothing has: unique across processes and threads.
std::string uniqueName(std::string_view prefix);

} // namespace penstock::store
