#pragma once

#include "core/base/result.h"
#include "core/platform/file_descriptor.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace penstock::platform {

// A text file between reading and writing. Who claims it waits for whoever else has, so that two changes by Penstock come one
// after the other; what other programs write meanwhile is found out and stays. Claims end with the process.
class ClaimedFile final {
public:
    // Resolves symbolic links. Errors: notFound, denied, io; invalid when it is no file or larger than `limit`; busy
    // ("platform.file_claimed") when somebody has had it for too long.
    static Result<ClaimedFile> claim(const std::string& path, std::uint64_t limit);

    const std::string& content() const { return m_content; }
    // Further names of the file (hard links) keep the old content when it is replaced.
    std::uint64_t otherNames() const { return m_otherNames; }

    // Once. After an error the file is as it was. Errors: conflict ("platform.file_changed") when it is not as it was read; those
    // of FreshFile. `atLast` is called when all is ready and only the exchange is left: tests change the file there.
    Result<void> replace(std::string_view content, const std::function<void()>& atLast = {});

private:
    ClaimedFile(std::string path, FileDescriptor file, std::uint64_t limit);

    bool isAsRead(const std::string& path) const;

    std::string m_path;
    FileDescriptor m_file; // locked
    std::uint64_t m_limit;
    std::uint64_t m_otherNames = 0;
    std::string m_content;
};

} // namespace penstock::platform
