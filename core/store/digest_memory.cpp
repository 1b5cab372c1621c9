#include "core/store/digest_memory.h"

#include "core/store/event_chain.h"
#include "core/store/schema.h"
#include "core/store/system_failure.h"

#include <unistd.h>

namespace penstock::store {

namespace {

constexpr std::size_t mostRecent = 200'000; // kept in memory
constexpr std::size_t writtenAtOnce = 20'000;
constexpr std::int64_t mostRows = 2'000'000; // about 400 MB; the oldest go first

const Schema& cacheSchema()
{
    static const Schema schema{
        0x506e4361, // "PnCa"
        {[](Database& database) {
            return database.run("CREATE TABLE digests(id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE,"
                                " size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER, digest BLOB) STRICT");
        }}};
    return schema;
}

Result<Database> openCache(const std::string& path)
{
    auto database = Database::open(path, Database::Access::create);
    if (!database)
        return database;
    database->waitWhenBusy(std::chrono::milliseconds(1000));
    const auto version = database->integer("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version == 0) {
        // auto_vacuum must come before the first page is written.
        if (auto set = database->run("PRAGMA auto_vacuum=INCREMENTAL; PRAGMA application_id=" + std::to_string(cacheSchema().applicationId)); !set)
            return set.error();
    }
    if (auto known = checkSchema(*database, cacheSchema()); !known)
        return known.error();
    if (auto set = database->run(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=0; PRAGMA trusted_schema=OFF");
        !set)
        return set.error();
    if (auto migrated = migrate(*database, cacheSchema()); !migrated)
        return migrated.error();
    const std::string limit =
        "DELETE FROM digests WHERE id < (SELECT max(id) FROM digests) - " + std::to_string(mostRows);
    if (auto pruned = database->run(limit); !pruned)
        return pruned.error();
    return database;
}

bool isWorthless(const Error& error)
{
    return error.code == ErrorCode::corrupt || error.code == ErrorCode::unsupported;
}

} // namespace

DigestMemory::DigestMemory(const std::string& cacheFile)
{
    if (cacheFile.empty())
        return;
    auto database = openCache(cacheFile);
    if (!database && isWorthless(database.error())) {
        for (const char* suffix : {"", "-wal", "-shm"})
            ::unlink((cacheFile + suffix).c_str());
        database = openCache(cacheFile);
    }
    if (database)
        m_database = std::move(*database);
}

DigestMemory::~DigestMemory() { flush(); }

Result<Content> DigestMemory::digest(int file, const std::string& path, Watch& watch)
{
    struct stat status {};
    if (::fstat(file, &status) != 0)
        return lastSystemFailure(path, "fstat");
    const FileIdentity identity = identityOf(status);
    if (const auto known = recall(path, identity)) {
        const Content content{*known, static_cast<std::uint64_t>(identity.size)};
        const auto on = watch.advance(content.size);
        return on ? Result<Content>(content) : Result<Content>(on.error());
    }
    const bool settled = isSettled(identity);
    const auto content = digestContent(file, path, watch);
    if (content && settled)
        remember(path, {identity, content->digest});
    return content;
}

std::optional<Digest> DigestMemory::recall(const std::string& path, const FileIdentity& identity)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_recent.find(path); found != m_recent.end())
        return found->second.identity == identity ? std::optional(found->second.digest) : std::nullopt;
    if (!m_database)
        return std::nullopt;
    auto select = m_database->prepare("SELECT size, modified, changed, inode, digest FROM digests WHERE path = ?");
    if (!select)
        return std::nullopt;
    const auto row = select->bindBlob(1, path).step();
    if (!row || !*row)
        return std::nullopt;
    const FileIdentity known{select->integer(0), select->integer(1), select->integer(2),
                             static_cast<std::uint64_t>(select->integer(3))};
    if (known != identity)
        return std::nullopt;
    const Digest digest = digestOfBytes(select->blob(4));
    m_recent.insert_or_assign(path, Known{identity, digest});
    return digest;
}

void DigestMemory::remember(const std::string& path, const Known& known)
{
    const std::lock_guard lock(m_mutex);
    if (m_recent.size() >= mostRecent)
        m_recent.clear();
    m_recent.insert_or_assign(path, known);
    if (!m_database)
        return;
    m_unwritten.emplace_back(path, known);
    if (m_unwritten.size() >= writtenAtOnce)
        flushLocked();
}

void DigestMemory::forget(const std::vector<std::string>& paths)
{
    const std::lock_guard lock(m_mutex);
    flushLocked();
    for (const std::string& path : paths)
        m_recent.erase(path);
    if (!m_database || paths.empty())
        return;
    {
        auto transaction = Transaction::begin(*m_database);
        auto remove = m_database->prepare("DELETE FROM digests WHERE path = ?");
        if (!transaction || !remove)
            return;
        for (const std::string& path : paths) {
            if (!remove->bindBlob(1, path).finish())
                return;
        }
        remove = Statement();
        if (!transaction->commit())
            return;
    }
    // Rows that are deleted free nothing by themselves. A memory that was made before its space could be given back is rewritten once.
    const auto mode = m_database->integer("PRAGMA auto_vacuum");
    if (mode && *mode == 0)
        (void)m_database->run("PRAGMA auto_vacuum=INCREMENTAL; VACUUM");
    else
        (void)m_database->run("PRAGMA incremental_vacuum");
    (void)m_database->run("PRAGMA wal_checkpoint(TRUNCATE)");
}

void DigestMemory::flush()
{
    const std::lock_guard lock(m_mutex);
    flushLocked();
}

// Failures are passed over: the memory is then shorter than it could be.
void DigestMemory::flushLocked()
{
    if (!m_database || m_unwritten.empty())
        return;
    const auto unwritten = std::exchange(m_unwritten, {});
    auto transaction = Transaction::begin(*m_database);
    auto insert = m_database->prepare(
        "INSERT OR REPLACE INTO digests(path, size, modified, changed, inode, digest) VALUES(?, ?, ?, ?, ?, ?)");
    if (!transaction || !insert)
        return;
    for (const auto& [path, known] : unwritten) {
        insert->bindBlob(1, path)
            .bind(2, known.identity.size)
            .bind(3, known.identity.modified)
            .bind(4, known.identity.changed);
        insert->bind(5, static_cast<std::int64_t>(known.identity.inode)).bindBlob(6, bytesOf(known.digest));
        if (!insert->finish())
            return;
    }
    insert = Statement();
    (void)transaction->commit();
}

} // namespace penstock::store
