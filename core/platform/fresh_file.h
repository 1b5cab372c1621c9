#pragma once

#include "core/base/result.h"
#include "core/platform/file_descriptor.h"

#include <string>
#include <string_view>

namespace penstock::platform {

// New content beside the file whose place it is to take, so that the old one is whole until then. It has the permissions, the
// owner and group and the attributes of that file, as far as this user may give them. Removed again unless it took the place.
// A symbolic link keeps pointing where it does: the place is that of its target. Errors of all: notFound, denied, full, io.
class FreshFile final {
public:
    // `denied` ("platform.write_protected") also for a file that this user may not write, or nobody: replacing it would go around
    // what its owner said.
    static Result<FreshFile> beside(const std::string& path);

    FreshFile(FreshFile&& other) noexcept;
    FreshFile& operator=(FreshFile&&) = delete;
    ~FreshFile();

    Result<void> write(std::string_view content); // once; durable afterwards
    Result<void> takePlace();                     // and the old content is gone
    // Changes places with the old file, which then stands under this name until it is removed with it. False: the file system
    // cannot do that, and nothing was changed.
    Result<bool> exchange();
    Result<void> syncFolder() const;

    const std::string& path() const { return m_path; } // of the place
    std::string ownPath() const;

private:
    FreshFile(std::string path, std::string folder, std::string name, FileDescriptor folderFile);

    std::string m_path, m_folder, m_name, m_ownName;
    FileDescriptor m_folderFile;
};

} // namespace penstock::platform
