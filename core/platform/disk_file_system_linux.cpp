#include "core/platform/disk_file_system.h"

#include "core/platform/file_descriptor.h"
#include "core/platform/system_error.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace penstock::platform {

namespace {

struct Place {
    std::string folder;
    std::string name;
};

Place splitPath(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return {".", path};
    return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

// Where the content really stands: replacing a link instead of its target would cut what the link was made for.
std::string targetOf(const std::string& path)
{
    struct stat found {};
    if (lstat(path.c_str(), &found) != 0 || !S_ISLNK(found.st_mode))
        return path;
    char* real = realpath(path.c_str(), nullptr);
    const std::string target = real ? real : path;
    free(real);
    return target;
}

std::string temporaryName(const std::string& name)
{
    static std::atomic<unsigned> counter{0}; // two threads may write the same file
    return '.' + name.substr(0, 200) + '.' + std::to_string(getpid()) + '-' + std::to_string(++counter) + ".tmp";
}

int writeWhole(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t size = write(fd, bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return 0;
}

// 0 or an errno. A failed fsync is final for this file: a second one would lie about what was lost.
int writeDurably(int folder, const std::string& name, std::string_view content, std::optional<mode_t> mode)
{
    FileDescriptor file(openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file)
        return errno;
    if (const int error = writeWhole(file.get(), content))
        return error;
    if (mode && fchmod(file.get(), *mode) != 0)
        return errno;
    if (fsync(file.get()) != 0)
        return errno;
    return close(file.release()) == 0 ? 0 : errno; // network file systems report late
}

// A rename would replace it all the same; who took the right to write away meant the content. Root may write everything.
bool isProtected(int folder, const std::string& name, std::optional<mode_t> mode)
{
    constexpr mode_t writers = S_IWUSR | S_IWGRP | S_IWOTH;
    return mode && ((*mode & writers) == 0 || faccessat(folder, name.c_str(), W_OK, AT_EACCESS) != 0);
}

std::optional<mode_t> modeOf(int folder, const std::string& name)
{
    struct stat found {};
    if (fstatat(folder, name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0)
        return std::nullopt;
    return found.st_mode & 07777U;
}

} // namespace

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
    const Place place = splitPath(targetOf(path));
    const FileDescriptor folder(open(place.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return systemError(path, errno);
    const auto mode = modeOf(folder.get(), place.name);
    if (isProtected(folder.get(), place.name, mode))
        return systemError(path, EACCES);
    const std::string fresh = temporaryName(place.name);
    int error = writeDurably(folder.get(), fresh, content, mode);
    if (error == 0 && renameat(folder.get(), fresh.c_str(), folder.get(), place.name.c_str()) != 0)
        error = errno;
    if (error != 0) {
        unlinkat(folder.get(), fresh.c_str(), 0);
        return systemError(path, error);
    }
    return fsync(folder.get()) == 0 ? Result<void>() : systemError(path, errno);
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
