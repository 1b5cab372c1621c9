#include "core/platform/workspace_lock.h"

#include "core/platform/system_error.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <charconv>

namespace penstock::platform {

namespace {

constexpr int mostTries = 100;

bool isSameFile(int fd, const std::string& path)
{
    struct stat held {
    }, named{};
    return fstat(fd, &held) == 0 && stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino
           && held.st_dev == named.st_dev;
}

// 0 or an errno
int lockWhole(int fd)
{
    struct flock whole {};
    whole.l_type = F_WRLCK;
    return fcntl(fd, F_OFD_SETLK, &whole) == 0 ? 0 : errno;
}

} // namespace

WorkspaceLock::WorkspaceLock(std::string path, FileDescriptor file)
    : m_path(std::move(path))
    , m_file(std::move(file))
{}

Result<WorkspaceLock> WorkspaceLock::take(const std::string& path)
{
    for (int i = 0; i < mostTries; ++i) {
        FileDescriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!file)
            return systemError(path, errno);
        const int error = lockWhole(file.get());
        if (error == EAGAIN || error == EACCES)
            return Error{ErrorCode::conflict, {"platform.workspace_owned", {{"path", path}}}, {}};
        if (error != 0)
            return systemError(path, error);
        if (!isSameFile(file.get(), path))
            continue; // replaced between open and lock: this lock keeps nobody out
        const std::string pid = std::to_string(getpid()) + '\n';
        if (ftruncate(file.get(), 0) == 0) {
            [[maybe_unused]] const ssize_t ignored = write(file.get(), pid.data(), pid.size());
        }
        return WorkspaceLock(path, std::move(file));
    }
    return systemError(path, EIO);
}

// The kernel names no holder of an open-file-description lock, so its own word is taken; true while it is held.
std::optional<pid_t> WorkspaceLock::holder(const std::string& path)
{
    const FileDescriptor file(open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    struct flock whole {};
    whole.l_type = F_WRLCK;
    if (!file || fcntl(file.get(), F_OFD_GETLK, &whole) != 0 || whole.l_type == F_UNLCK)
        return std::nullopt;
    char text[32];
    pid_t pid = 0;
    if (const ssize_t size = read(file.get(), text, sizeof text); size > 0)
        std::from_chars(text, text + size, pid);
    return pid;
}

bool WorkspaceLock::isValid() const { return isSameFile(m_file.get(), m_path); }

} // namespace penstock::platform
