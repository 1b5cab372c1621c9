#pragma once

#include "core/base/file_system.h"

namespace penstock::platform {

// The real disk. writeAtomically: a new file in the same folder, fsync, rename, fsync of the folder; a symbolic link keeps
// pointing where it does and its target is replaced; permissions of what was there stay; a file without the right to write
// is not replaced (denied).
class DiskFileSystem final : public FileSystem {
public:
    Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
    Result<void> writeAtomically(const std::string& path, std::string_view content) override;
    Result<void> makeFolder(const std::string& path) override;
    Result<void> remove(const std::string& path) override;
    Result<std::vector<std::string>> list(const std::string& folder) const override;
    bool exists(const std::string& path) const override;
};

} // namespace penstock::platform
