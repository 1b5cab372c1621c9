#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace penstock {

// The few things that documents and settings need from a disk. Paths are absolute, UTF-8. Thread-safe.
// Errors: notFound, denied, full, io.
class FileSystem {
public:
    virtual ~FileSystem() = default;

    // Refuses files larger than `limit` bytes with `invalid` before reading them.
    virtual Result<std::string> read(const std::string& path, std::uint64_t limit) const = 0;
    // After success the whole new content is durable under the name; after failure the old content is untouched.
    virtual Result<void> writeAtomically(const std::string& path, std::string_view content) = 0;
    virtual Result<void> makeFolder(const std::string& path) = 0; // with parents; fine when it exists
    virtual Result<void> remove(const std::string& path) = 0;     // a file; fine when absent
    virtual Result<std::vector<std::string>> list(const std::string& folder) const = 0; // names, sorted
    virtual bool exists(const std::string& path) const = 0;
};

} // namespace penstock
