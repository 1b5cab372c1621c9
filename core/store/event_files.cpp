#include "core/store/event_files.h"

#include "core/store/durable_file.h"
#include "core/store/head_anchor.h"
#include "core/store/system_failure.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <vector>

namespace penstock::store {

namespace {

Error damaged(const char* id, const std::string& path) { return {ErrorCode::corrupt, {id, {{"path", path}}}, {}}; }

// Reads through SQLite's own file layer: it keeps the descriptor open while this process has locks on the file.
class DatabaseBytes final {
public:
    explicit DatabaseBytes(const std::string& path)
        : m_vfs(sqlite3_vfs_find(nullptr))
        , m_file(static_cast<std::size_t>(m_vfs->szOsFile))
        , m_name(sqlite3_create_filename(path.c_str(), "", "", 0, nullptr))
    {
        m_open = m_name && m_vfs->xOpen(m_vfs, m_name, handle(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr) ==
                               SQLITE_OK;
    }
    ~DatabaseBytes()
    {
        if (handle()->pMethods)
            handle()->pMethods->xClose(handle());
        sqlite3_free_filename(m_name);
    }
    DatabaseBytes(const DatabaseBytes&) = delete;
    DatabaseBytes& operator=(const DatabaseBytes&) = delete;

    bool isOpen() const { return m_open; }
    sqlite3_int64 size()
    {
        sqlite3_int64 size = 0;
        return handle()->pMethods->xFileSize(handle(), &size) == SQLITE_OK ? size : 0;
    }
    bool read(std::string& bytes, sqlite3_int64 at)
    {
        return handle()->pMethods->xRead(handle(), bytes.data(), static_cast<int>(bytes.size()), at) == SQLITE_OK;
    }

private:
    sqlite3_file* handle() { return reinterpret_cast<sqlite3_file*>(m_file.data()); }

    sqlite3_vfs* m_vfs;
    std::vector<std::max_align_t> m_file; // larger than szOsFile bytes, and aligned
    sqlite3_filename m_name;
    bool m_open = false;
};

Result<void> copyBytes(const std::string& from, const std::string& to)
{
    DatabaseBytes source(from);
    if (!source.isOpen())
        return Error{ErrorCode::io, {"store.system_failed", {{"path", from}, {"reason", "open"}}}, {}};
    const Descriptor target(::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!target)
        return lastSystemFailure(to, "open");
    const sqlite3_int64 size = source.size();
    for (sqlite3_int64 at = 0; at < size;) {
        std::string bytes(static_cast<std::size_t>(std::min<sqlite3_int64>(size - at, 1 << 20)), '\0');
        if (!source.read(bytes, at))
            return Error{ErrorCode::io, {"store.system_failed", {{"path", from}, {"reason", "read"}}}, {}};
        if (auto written = writeAll(target.number(), bytes, to); !written)
            return written;
        at += static_cast<sqlite3_int64>(bytes.size());
    }
    return syncFile(target.number(), to);
}

} // namespace

Result<DatabaseFile> inspect(const EventFiles& files)
{
    struct stat status {};
    if (::stat(files.database().c_str(), &status) == 0) {
        if (status.st_size == 0)
            return damaged("store.database_empty", files.database());
        return DatabaseFile::present;
    }
    if (errno != ENOENT)
        return lastSystemFailure(files.database(), "stat");
    if (::stat(files.log().c_str(), &status) == 0 && status.st_size > 0)
        return damaged("store.database_missing", files.database());
    const auto anchor = readAnchor(files.anchor());
    if (!anchor)
        return anchor.error();
    if (*anchor && (*anchor)->head.seq > 0)
        return damaged("store.database_missing", files.database());
    return DatabaseFile::absent;
}

Result<void> copyDatabase(const EventFiles& files, const std::string& folder)
{
    const EventFiles copy{folder};
    if (exists(files.log())) {
        if (auto copied = copyBytes(files.log(), copy.log()); !copied)
            return copied;
    }
    const std::string part = copy.database() + ".part";
    if (auto copied = copyBytes(files.database(), part); !copied)
        return copied;
    if (::rename(part.c_str(), copy.database().c_str()) != 0)
        return lastSystemFailure(copy.database(), "rename");
    return syncFolder(folder);
}

Result<std::string> quarantine(const EventFiles& files)
{
    struct stat status {};
    if (::stat(files.database().c_str(), &status) != 0)
        return lastSystemFailure(files.database(), "stat");
    const std::string name = std::to_string(status.st_mtim.tv_sec) + '.' + std::to_string(status.st_mtim.tv_nsec) +
                             '-' + std::to_string(status.st_size);
    const std::string copy = files.quarantine() + '/' + name;
    if (exists(copy + "/state.db"))
        return copy;
    if (auto made = makeFolders(copy, 0700); !made)
        return made.error();
    if (auto copied = copyDatabase(files, copy); !copied)
        return copied.error();
    return copy;
}

Error withQuarantine(const EventFiles& files, Error error)
{
    if (error.code != ErrorCode::corrupt || !exists(files.database()))
        return error;
    const auto copy = quarantine(files);
    if (copy) {
        error.message.arguments.emplace_back("copy", *copy);
        return error;
    }
    error.detail += " (no copy: " + copy.error().detail + ')';
    if (error.message.id == "store.tail_lost")
        error.message.id = "store.tail_lost_not_copied";
    return error;
}

} // namespace penstock::store
