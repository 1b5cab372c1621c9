#include "core/platform/fresh_file.h"

#include "core/platform/system_error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace penstock::platform {

namespace {

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

// Access lists and what people attached. What cannot be kept is no reason not to save.
void copyAttributes(int from, int to)
{
    std::array<char, 4096> names{};
    const ssize_t size = flistxattr(from, names.data(), names.size());
    for (const char* name = names.data(); size > 0 && name < names.data() + size; name += std::strlen(name) + 1) {
        const std::string_view each = name;
        std::array<char, 4096> value{};
        if (!each.starts_with("user.") && each != "system.posix_acl_access")
            continue;
        if (const ssize_t length = fgetxattr(from, name, value.data(), value.size()); length >= 0)
            (void)fsetxattr(to, name, value.data(), static_cast<std::size_t>(length), 0);
    }
}

// 0 or an errno.
int takeAfter(int file, int folder, const std::string& name)
{
    struct stat old {};
    if (fstatat(folder, name.c_str(), &old, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? 0 : errno;
    struct stat fresh {};
    if (fstat(file, &fresh) != 0)
        return errno;
    mode_t mode = old.st_mode & 07777U;
    const bool isOthers = old.st_uid != fresh.st_uid || old.st_gid != fresh.st_gid;
    const bool isKept = !isOthers || fchown(file, old.st_uid, old.st_gid) == 0 || fchown(file, static_cast<uid_t>(-1), old.st_gid) == 0;
    if (!isKept) // what the group might do was not meant for another one
        mode &= ~static_cast<mode_t>(S_IRWXG | S_ISUID | S_ISGID);
    if (fchmod(file, mode) != 0)
        return errno;
    const FileDescriptor source(openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (source && isKept)
        copyAttributes(source.get(), file);
    return 0;
}

// Root may write everywhere, but a file without any right to write was meant to stay.
bool mayReplace(int folder, const std::string& name)
{
    struct stat old {};
    if (fstatat(folder, name.c_str(), &old, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(old.st_mode))
        return true; // what is wrong with it shows later
    return (old.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) != 0 && faccessat(folder, name.c_str(), W_OK, AT_EACCESS) == 0;
}

} // namespace

Result<FreshFile> FreshFile::beside(const std::string& path)
{
    const std::string target = targetOf(path);
    const std::size_t slash = target.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : target.substr(0, slash);
    const std::string name = slash == std::string::npos ? target : target.substr(slash + 1);
    FileDescriptor opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened)
        return systemError(path, errno);
    if (!mayReplace(opened.get(), name))
        return Error{ErrorCode::denied, {"platform.write_protected", {{"path", path}}}, {}};
    return FreshFile(path, folder, name, std::move(opened));
}

FreshFile::FreshFile(std::string path, std::string folder, std::string name, FileDescriptor folderFile)
    : m_path(std::move(path))
    , m_folder(std::move(folder))
    , m_name(std::move(name))
    , m_folderFile(std::move(folderFile))
{}

FreshFile::FreshFile(FreshFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_folder(std::move(other.m_folder))
    , m_name(std::move(other.m_name))
    , m_ownName(std::exchange(other.m_ownName, {}))
    , m_folderFile(std::move(other.m_folderFile))
{}

FreshFile::~FreshFile()
{
    if (!m_ownName.empty())
        unlinkat(m_folderFile.get(), m_ownName.c_str(), 0);
}

std::string FreshFile::ownPath() const { return m_folder + '/' + m_ownName; }

// A failed fsync is final for this file: a second one would lie about what was lost.
Result<void> FreshFile::write(std::string_view content)
{
    const std::string own = temporaryName(m_name);
    FileDescriptor file(openat(m_folderFile.get(), own.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file)
        return systemError(m_path, errno);
    m_ownName = own;
    if (const int error = writeWhole(file.get(), content))
        return systemError(m_path, error);
    if (const int error = takeAfter(file.get(), m_folderFile.get(), m_name))
        return systemError(m_path, error);
    if (fsync(file.get()) != 0 || close(file.release()) != 0) // network file systems report late
        return systemError(m_path, errno);
    return {};
}

Result<void> FreshFile::takePlace()
{
    if (renameat(m_folderFile.get(), m_ownName.c_str(), m_folderFile.get(), m_name.c_str()) != 0)
        return systemError(m_path, errno);
    m_ownName.clear();
    return syncFolder();
}

Result<bool> FreshFile::exchange()
{
    if (renameat2(m_folderFile.get(), m_ownName.c_str(), m_folderFile.get(), m_name.c_str(), RENAME_EXCHANGE) == 0)
        return true;
    if (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP)
        return false;
    return systemError(m_path, errno);
}

Result<void> FreshFile::syncFolder() const { return fsync(m_folderFile.get()) == 0 ? Result<void>() : systemError(m_path, errno); }

} // namespace penstock::platform
