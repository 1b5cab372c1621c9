#include "core/platform/disk_file_system.h"

#include "core/platform/file_descriptor.h"
#include "core/platform/fresh_file.h"
#include "core/platform/system_error.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace penstock::platform {

Result<std::string> DiskFileSystem::read(const std::string& path, std::uint64_t limit) const
{
    // Not blocking: a FIFO under the name of a document must not hang its reader.
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat found {};
    if (!file || fstat(file.get(), &found) != 0)
        return systemError(path, errno);
    if (!S_ISREG(found.st_mode))
        return Error{ErrorCode::invalid, {"platform.not_a_file", {{"path", path}}}, {}};
    std::string content;
    char buffer[1 << 15];
    const auto tooLarge = [&] {
        return Error{ErrorCode::invalid, {"platform.too_large", {{"path", path}, {"limit", std::to_string(limit)}}}, {}};
    };
    if (static_cast<std::uint64_t>(found.st_size) > limit)
        return tooLarge();
    ssize_t size = 0;
    while ((size = ::read(file.get(), buffer, sizeof buffer)) != 0) {
        if (size < 0 && errno != EINTR)
            return systemError(path, errno);
        if (size > 0)
            content.append(buffer, static_cast<std::size_t>(size));
        if (content.size() > limit) // it grew while it was read
            return tooLarge();
    }
    return content;
}

Result<void> DiskFileSystem::writeAtomically(const std::string& path, std::string_view content)
{
    auto fresh = FreshFile::beside(path);
    if (!fresh)
        return fresh.error();
    auto written = fresh->write(content);
    return written ? fresh->takePlace() : written;
}

Result<void> DiskFileSystem::makeFolder(const std::string& path)
{
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const std::string part = path.substr(0, end);
        if (mkdir(part.c_str(), 0777) != 0 && errno != EEXIST)
            return systemError(path, errno);
        if (end == std::string::npos)
            break;
    }
    struct stat found {};
    if (stat(path.c_str(), &found) != 0)
        return systemError(path, errno);
    return S_ISDIR(found.st_mode) ? Result<void>() : systemError(path, ENOTDIR);
}

Result<void> DiskFileSystem::remove(const std::string& path)
{
    if (unlink(path.c_str()) != 0 && errno != ENOENT)
        return systemError(path, errno);
    return {};
}

Result<std::vector<std::string>> DiskFileSystem::list(const std::string& folder) const
{
    DIR* stream = opendir(folder.c_str());
    if (!stream)
        return systemError(folder, errno);
    std::vector<std::string> names;
    while (const dirent* entry = readdir(stream)) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..")
            names.push_back(name);
    }
    closedir(stream);
    std::sort(names.begin(), names.end());
    return names;
}

bool DiskFileSystem::exists(const std::string& path) const { return access(path.c_str(), F_OK) == 0; }

} // namespace penstock::platform
