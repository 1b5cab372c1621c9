#include "core/store/durable_file.h"

#include "core/store/system_failure.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::store {

Result<void> writeAll(int descriptor, std::string_view bytes, const std::string& path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return lastSystemFailure(path, "write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> syncFile(int descriptor, const std::string& path)
{
    // Never repeated after a failure: Linux marks the pages clean, so a second fsync would report a success that is
    // none.
    if (::fsync(descriptor) != 0)
        return lastSystemFailure(path, "fsync");
    return {};
}

Result<void> syncFolder(const std::string& path)
{
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return lastSystemFailure(path, "open");
    return syncFile(folder.number(), path);
}

std::string folderOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string nameOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

bool exists(const std::string& path)
{
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

std::string uniqueName(std::string_view prefix)
{
    static std::atomic<unsigned> count{0};
    unsigned long long salt = 0;
    if (::getrandom(&salt, sizeof salt, GRND_NONBLOCK) != sizeof salt)
        salt = static_cast<unsigned long long>(::getpid());
    char text[48];
    std::snprintf(text, sizeof text, "%016llx-%u", salt, count++);
    return std::string(prefix) + text;
}

Result<void> makeFolders(const std::string& path, unsigned mode)
{
    if (::mkdir(path.c_str(), mode) == 0)
        return syncFolder(folderOf(path));
    if (errno == ENOENT && path != "/" && path != ".") {
        if (auto parent = makeFolders(folderOf(path), mode); !parent)
            return parent;
        return makeFolders(path, mode);
    }
    const int number = errno;
    struct stat status {};
    if (number == EEXIST && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
        return {};
    return systemFailure(number == EEXIST ? ENOTDIR : number, path, "mkdir");
}

Result<void> writeDurably(const std::string& path, std::string_view content, unsigned mode)
{
    const std::string temporary = folderOf(path) + '/' + uniqueName("." + nameOf(path) + ".") + ".tmp";
    Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
    if (!file)
        return lastSystemFailure(temporary, "open");
    Result<void> done = writeAll(file.number(), content, path);
    if (done)
        done = syncFile(file.number(), path);
    if (done && ::rename(temporary.c_str(), path.c_str()) != 0)
        done = lastSystemFailure(path, "rename");
    if (!done) {
        ::unlink(temporary.c_str());
        return done;
    }
    return syncFolder(folderOf(path));
}

Result<std::string> readSmallFile(const std::string& path, std::uint64_t limit)
{
    // O_NONBLOCK: a FIFO of that name must not stop the program.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return lastSystemFailure(path, "open");
    struct stat status {};
    if (::fstat(file.number(), &status) != 0)
        return lastSystemFailure(path, "fstat");
    if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) > limit)
        return Error{
            ErrorCode::invalid, {"store.not_a_small_file", {{"path", path}, {"limit", std::to_string(limit)}}}, {}};
    std::string content(static_cast<std::size_t>(status.st_size) + 1, '\0');
    std::size_t size = 0;
    while (size < content.size()) {
        const ssize_t got = ::read(file.number(), content.data() + size, content.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return lastSystemFailure(path, "read");
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    content.resize(size);
    return content;
}

} // namespace penstock::store
