#include "core/platform/claimed_file.h"

#include "core/platform/disk_file_system.h"
#include "core/platform/fresh_file.h"
#include "core/platform/system_error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace penstock::platform {

namespace {

constexpr auto patience = std::chrono::seconds(10); // a claim lasts as long as one change
constexpr auto pause = std::chrono::milliseconds(10);

enum class Lock { taken, busy };

// Some file systems have no locks: then what others write is still found out, but for a moment.
Lock lock(int file)
{
    int done = 0;
    do {
        done = flock(file, LOCK_EX | LOCK_NB);
    } while (done != 0 && errno == EINTR);
    return done != 0 && errno == EWOULDBLOCK ? Lock::busy : Lock::taken;
}

bool isThere(const std::string& path, const struct stat& file)
{
    struct stat found {};
    return stat(path.c_str(), &found) == 0 && found.st_dev == file.st_dev && found.st_ino == file.st_ino;
}

} // namespace

ClaimedFile::ClaimedFile(std::string path, FileDescriptor file, std::uint64_t limit)
    : m_path(std::move(path))
    , m_file(std::move(file))
    , m_limit(limit)
{}

Result<ClaimedFile> ClaimedFile::claim(const std::string& path, std::uint64_t limit)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        // Not blocking: a FIFO under the name of a document must not hang its reader.
        FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        struct stat found {};
        if (!file || fstat(file.get(), &found) != 0)
            return systemError(path, errno);
        const bool isFree = lock(file.get()) == Lock::taken;
        if (isFree && isThere(path, found)) { // else it was replaced while we waited
            ClaimedFile claimed(path, std::move(file), limit);
            auto content = DiskFileSystem().read(path, limit);
            if (!content)
                return content.error();
            claimed.m_content = std::move(*content);
            claimed.m_otherNames = found.st_nlink > 1 ? found.st_nlink - 1 : 0;
            return claimed;
        }
        if (std::chrono::steady_clock::now() > end)
            return Error{ErrorCode::busy, {"platform.file_claimed", {{"path", path}}}, {}};
        if (!isFree)
            std::this_thread::sleep_for(pause);
    }
}

bool ClaimedFile::isAsRead(const std::string& path) const
{
    const auto now = DiskFileSystem().read(path, m_limit);
    return now && *now == m_content;
}

Result<void> ClaimedFile::replace(std::string_view content, const std::function<void()>& atLast)
{
    const Error changed{ErrorCode::conflict, {"platform.file_changed", {{"path", m_path}}}, {}};
    auto fresh = FreshFile::beside(m_path);
    if (!fresh)
        return fresh.error();
    if (auto written = fresh->write(content); !written)
        return written;
    if (!isAsRead(m_path))
        return changed;
    if (atLast)
        atLast();
    const auto exchanged = fresh->exchange();
    if (!exchanged)
        return exchanged.error();
    if (!*exchanged)
        return isAsRead(m_path) ? fresh->takePlace() : Result<void>(changed);
    // Now it shows what was replaced. What somebody wrote since the last look goes back to its place.
    if (!isAsRead(fresh->ownPath())) {
        const auto back = fresh->exchange();
        return back ? Result<void>(changed) : Result<void>(back.error());
    }
    return fresh->syncFolder();
}

} // namespace penstock::platform
