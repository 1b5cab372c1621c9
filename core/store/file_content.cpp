#include "core/store/file_content.h"

#include "core/store/durable_file.h"
#include "core/store/file_identity.h"
#include "core/store/system_failure.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <memory>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::store {

namespace {

constexpr std::size_t pieceSize = 1 << 18;

// Reads data, digests zeros for holes without reading them, and hands data on to a copy.
class ContentReader final {
public:
    ContentReader(int file, const std::string& path, Watch& watch) : m_file(file), m_path(path), m_watch(watch) {}

    Result<Content> run(int copy, const std::string& copyPath);

private:
    Result<void> hole(off_t end);
    Result<void> data(off_t end, int copy, const std::string& copyPath);
    off_t nextData(off_t end) const
    {
        const off_t next = ::lseek(m_file, m_at, SEEK_DATA);
        return next >= 0 ? next : errno == ENXIO ? end : m_at; // not every file system knows holes
    }
    off_t nextHole(off_t end) const
    {
        const off_t next = ::lseek(m_file, m_at, SEEK_HOLE);
        return next > m_at ? next : end;
    }

    int m_file;
    const std::string& m_path;
    Watch& m_watch;
    Sha256 m_sha;
    off_t m_at = 0;
    std::unique_ptr<char[]> m_piece;
};

Result<Content> ContentReader::run(int copy, const std::string& copyPath)
{
    struct stat before {
    }, after{};
    if (::fstat(m_file, &before) != 0)
        return lastSystemFailure(m_path, "fstat");
    m_piece = std::make_unique<char[]>(std::min<std::size_t>(pieceSize, static_cast<std::size_t>(before.st_size) + 1));
    while (m_at < before.st_size) {
        if (auto skipped = hole(std::min(nextData(before.st_size), before.st_size)); !skipped)
            return skipped.error();
        if (m_at >= before.st_size)
            break;
        if (auto read = data(std::min(nextHole(before.st_size), before.st_size), copy, copyPath); !read)
            return read.error();
    }
    if (copy >= 0 && ::ftruncate(copy, before.st_size) != 0) // a hole at the end
        return lastSystemFailure(copyPath, "ftruncate");
    if (::fstat(m_file, &after) != 0)
        return lastSystemFailure(m_path, "fstat");
    // Not the change time: another name for an object, or the end of one, is no change of its content.
    const FileIdentity first = identityOf(before), last = identityOf(after);
    if (first.size != last.size || first.modified != last.modified)
        return Error{ErrorCode::conflict, {"store.changed_while_read", {{"path", m_path}}}, {}};
    return Content{m_sha.finish(), static_cast<std::uint64_t>(before.st_size)};
}

Result<void> ContentReader::hole(off_t end)
{
    static constexpr char zeros[1 << 16] = {};
    while (m_at < end) {
        const auto size = std::min<std::size_t>(sizeof zeros, static_cast<std::size_t>(end - m_at));
        m_sha.add(zeros, size);
        m_at += static_cast<off_t>(size);
        if (auto on = m_watch.advance(size); !on)
            return on;
    }
    return {};
}

Result<void> ContentReader::data(off_t end, int copy, const std::string& copyPath)
{
    while (m_at < end) {
        const auto wanted = std::min<std::size_t>(pieceSize, static_cast<std::size_t>(end - m_at));
        const ssize_t got = ::pread(m_file, m_piece.get(), wanted, m_at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return lastSystemFailure(m_path, "read");
        if (got == 0)
            return Error{ErrorCode::conflict, {"store.changed_while_read", {{"path", m_path}}}, "shorter"};
        const auto size = static_cast<std::size_t>(got);
        m_sha.add(m_piece.get(), size);
        if (copy >= 0) {
            if (::lseek(copy, m_at, SEEK_SET) < 0)
                return lastSystemFailure(copyPath, "lseek");
            if (auto written = writeAll(copy, {m_piece.get(), size}, copyPath); !written)
                return written;
        }
        m_at += got;
        if (auto on = m_watch.advance(size); !on)
            return on;
    }
    return {};
}

} // namespace

Result<void> Watch::advance(std::uint64_t bytes)
{
    done += bytes;
    if (progress && *progress)
        (*progress)(done, total);
    if (stop)
        return Error{ErrorCode::cancelled, {"store.cancelled", {}}, {}};
    return {};
}

Result<Content> digestContent(int file, const std::string& path, Watch& watch)
{
    return ContentReader(file, path, watch).run(-1, {});
}

Result<Content> copyContent(int from, const std::string& fromPath, int to, const std::string& toPath, Watch& watch)
{
    return ContentReader(from, fromPath, watch).run(to, toPath);
}

bool reflink(int from, int to) { return ::ioctl(to, FICLONE, from) == 0; }

} // namespace penstock::store
