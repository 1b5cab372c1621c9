#include "core/store/tree_removal.h"

#include "core/store/descriptor.h"
#include "core/store/durable_file.h"
#include "core/store/system_failure.h"

#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace penstock::store {

namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

Result<void> removeAt(int folder, const std::string& name, const std::string& path);

Result<std::vector<std::string>> namesIn(int folder, const std::string& path)
{
    Descriptor copy(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!copy)
        return lastSystemFailure(path, "openat");
    const std::unique_ptr<DIR, CloseFolder> list(::fdopendir(copy.number()));
    if (!list)
        return lastSystemFailure(path, "fdopendir");
    (void)copy.release();
    std::vector<std::string> names;
    while (const dirent* entry = ::readdir(list.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            names.emplace_back(name);
    }
    return names;
}

Result<void> emptyFolder(int parent, const std::string& name, const std::string& path)
{
    const Descriptor folder(::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return lastSystemFailure(path, "openat");
    (void)::fchmod(folder.number(), 0700); // entries of a read-only folder cannot be removed
    const auto names = namesIn(folder.number(), path);
    if (!names)
        return names.error();
    for (const std::string& inner : *names) {
        if (auto removed = removeAt(folder.number(), inner, path + '/' + inner); !removed)
            return removed;
    }
    return {};
}

Result<void> removeAt(int folder, const std::string& name, const std::string& path)
{
    if (::unlinkat(folder, name.c_str(), 0) == 0 || errno == ENOENT)
        return {};
    if (errno != EISDIR && errno != EPERM) // Linux says EISDIR for a folder, POSIX EPERM
        return lastSystemFailure(path, "unlink");
    const int number = errno;
    struct stat status {};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(status.st_mode))
        return systemFailure(number, path, "unlink");
    (void)::fchmodat(folder, name.c_str(), 0700, 0);
    if (auto emptied = emptyFolder(folder, name, path); !emptied)
        return emptied;
    if (::unlinkat(folder, name.c_str(), AT_REMOVEDIR) != 0)
        return lastSystemFailure(path, "rmdir");
    return {};
}

} // namespace

Result<void> removeTree(const std::string& path) { return removeAt(AT_FDCWD, path, path); }

Result<void> replaceTree(const std::string& fresh, const std::string& path)
{
    if (::rename(fresh.c_str(), path.c_str()) == 0) // also over a file or an empty folder
        return {};
    if (errno != EEXIST && errno != ENOTEMPTY && errno != EISDIR && errno != ENOTDIR)
        return lastSystemFailure(path, "rename");
    if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) == 0)
        return removeTree(fresh);
    if (errno != EINVAL && errno != ENOSYS)
        return lastSystemFailure(path, "exchange");
    const std::string old = folderOf(path) + '/' + uniqueName(".penstock-old-");
    if (::rename(path.c_str(), old.c_str()) != 0)
        return lastSystemFailure(path, "rename");
    if (::rename(fresh.c_str(), path.c_str()) != 0) {
        const Error error = lastSystemFailure(path, "rename");
        (void)::rename(old.c_str(), path.c_str());
        return error;
    }
    return removeTree(old);
}

} // namespace penstock::store
