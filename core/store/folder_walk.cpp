#include "core/store/folder_walk.h"

#include "core/store/system_failure.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace penstock::store {

namespace {

constexpr std::size_t deepest = 200; // each level holds a descriptor

struct Place {
    dev_t device;
    ino_t inode;
    bool operator==(const Place&) const = default;
};

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

const char* kindOf(unsigned mode)
{
    return S_ISFIFO(mode) ? "FIFO" : S_ISSOCK(mode) ? "socket" : S_ISLNK(mode) ? "link" : "device";
}

Result<std::string> targetOf(int folder, const char* name, const std::string& path)
{
    std::string target(PATH_MAX, '\0');
    const ssize_t length = ::readlinkat(folder, name, target.data(), target.size());
    if (length < 0)
        return lastSystemFailure(path, "readlink");
    target.resize(static_cast<std::size_t>(length));
    return target;
}

class Walker final {
public:
    Walker(std::string root, OutsideLinks outsideLinks, const std::atomic<bool>& stop)
        : m_root(std::move(root)), m_outsideLinks(outsideLinks), m_stop(stop)
    {}

    Result<void> walk(Descriptor folder, const std::string& name);
    Walk take() { return std::move(m_walk); }

private:
    Result<void> visit(int folder, const std::string& name, const char* last);
    Result<void> visitLink(int folder, const std::string& name, const char* last);
    Result<void> enter(int folder, const std::string& name, const char* last, int more);
    void add(ManifestEntry entry)
    {
        m_walk.size += entry.size;
        m_walk.entries.push_back(std::move(entry));
    }
    void addFile(const std::string& name, const struct stat& status)
    {
        const auto kind = status.st_mode & S_IXUSR ? ManifestEntry::Kind::program : ManifestEntry::Kind::file;
        add({kind, name, static_cast<std::uint64_t>(status.st_size), {}, {}});
    }
    std::string path(const std::string& name) const { return m_root + '/' + name; }

    std::string m_root;
    OutsideLinks m_outsideLinks;
    const std::atomic<bool>& m_stop;
    std::vector<Place> m_above; // the folders that are being walked
    int m_followed = 0;         // how many of them were reached through a link that leads out
    Walk m_walk;
};

Result<void> Walker::walk(Descriptor folder, const std::string& name)
{
    struct stat status {};
    if (::fstat(folder.number(), &status) != 0)
        return lastSystemFailure(path(name), "fstat");
    const Place place{status.st_dev, status.st_ino};
    if (std::find(m_above.begin(), m_above.end(), place) != m_above.end())
        return Error{ErrorCode::invalid, {"store.link_circle", {{"path", path(name)}}}, {}};
    if (m_above.size() >= deepest)
        return Error{ErrorCode::invalid, {"store.too_deep", {{"path", path(name)}}}, {}};
    const std::unique_ptr<DIR, CloseFolder> list(::fdopendir(folder.number()));
    if (!list)
        return lastSystemFailure(path(name), "fdopendir");
    const int number = folder.release(); // belongs to the list now
    m_above.push_back(place);
    bool empty = true;
    for (errno = 0; const dirent* entry = ::readdir(list.get()); errno = 0) {
        const std::string_view last = entry->d_name;
        if (last == "." || last == "..")
            continue;
        empty = false;
        if (auto visited = visit(number, name.empty() ? std::string(last) : name + '/' + entry->d_name, entry->d_name);
            !visited)
            return visited;
    }
    if (errno != 0)
        return lastSystemFailure(path(name), "readdir");
    m_above.pop_back();
    if (empty && !name.empty())
        add({ManifestEntry::Kind::emptyFolder, name, 0, {}, {}});
    return {};
}

Result<void> Walker::visit(int folder, const std::string& name, const char* last)
{
    if (m_stop)
        return Error{ErrorCode::cancelled, {"store.cancelled", {}}, {}};
    if (!isInnerName(name)) // only its length can be wrong
        return systemFailure(ENAMETOOLONG, path(name), "walk");
    struct stat status {};
    if (::fstatat(folder, last, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return lastSystemFailure(path(name), "fstatat");
    if (S_ISREG(status.st_mode))
        return addFile(name, status), Result<void>();
    if (S_ISDIR(status.st_mode))
        return enter(folder, name, last, O_NOFOLLOW);
    if (S_ISLNK(status.st_mode))
        return visitLink(folder, name, last);
    return notStorable(path(name), status.st_mode);
}

Result<void> Walker::visitLink(int folder, const std::string& name, const char* last)
{
    const auto target = targetOf(folder, last, path(name));
    if (!target)
        return target.error();
    // Within a folder that was reached through a link, ".." does not lead where the name says.
    if (m_followed == 0 && leadsInside(name, *target)) {
        add({ManifestEntry::Kind::link, name, 0, {}, *target});
        return {};
    }
    if (m_outsideLinks == OutsideLinks::refuse)
        return Error{ErrorCode::invalid, {"store.link_leads_out", {{"path", path(name)}, {"target", *target}}}, {}};
    struct stat status {};
    if (::fstatat(folder, last, &status, 0) != 0)
        return lastSystemFailure(path(name), "stat"); // dangling: a step could not read it either
    if (S_ISREG(status.st_mode))
        return addFile(name, status), Result<void>();
    if (!S_ISDIR(status.st_mode))
        return notStorable(path(name), status.st_mode);
    ++m_followed;
    auto entered = enter(folder, name, last, 0);
    --m_followed;
    return entered;
}

Result<void> Walker::enter(int folder, const std::string& name, const char* last, int more)
{
    Descriptor inner(::openat(folder, last, O_RDONLY | O_DIRECTORY | O_CLOEXEC | more));
    if (!inner)
        return lastSystemFailure(path(name), "openat");
    return walk(std::move(inner), name);
}

} // namespace

Error notStorable(const std::string& path, unsigned mode)
{
    return {ErrorCode::invalid, {"store.not_storable", {{"path", path}, {"kind", kindOf(mode)}}}, {}};
}

Result<Walk> walkFolder(const std::string& path, OutsideLinks outsideLinks, const std::atomic<bool>& stop)
{
    Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return lastSystemFailure(path, "open");
    Walker walker(path, outsideLinks, stop);
    if (auto walked = walker.walk(std::move(folder), {}); !walked)
        return walked.error();
    return walker.take();
}

Result<Descriptor> openEntry(int folder, const std::string& folderPath, const std::string& name,
                             OutsideLinks outsideLinks)
{
    constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK; // a FIFO must not stop us
    const std::string path = folderPath + '/' + name;
    int number = -1;
    if (outsideLinks == OutsideLinks::refuse) {
        open_how how{};
        how.flags = flags | O_NOFOLLOW;
        how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
        number = static_cast<int>(::syscall(SYS_openat2, folder, name.c_str(), &how, sizeof how));
        if (number < 0 && errno == ENOSYS) // before Linux 5.6, and some sandboxes
            number = ::openat(folder, name.c_str(), flags | O_NOFOLLOW);
    } else {
        number = ::openat(folder, name.c_str(), flags);
    }
    if (number < 0)
        return lastSystemFailure(path, "openat");
    return Descriptor(number);
}

} // namespace penstock::store
