#include "core/store/sqlite_event_store.h"

#include "core/store/durable_file.h"
#include "core/store/event_database.h"
#include "core/store/system_failure.h"

#include <fcntl.h>
#include <unistd.h>

namespace penstock::store {

using engine::StoredEvent;

namespace {

constexpr std::size_t checkedAfterCrash = 2000; // events at the end of the chain: what the last minutes wrote

Error lostTail(const EventFiles& files, const Anchor& anchor, const LogHead& head)
{
    return {
        ErrorCode::corrupt,
        {"store.tail_lost",
         {{"path", files.database()}, {"known", std::to_string(anchor.head.seq)}, {"found", std::to_string(head.seq)}}},
        {}};
}

Error chainBroken(const EventFiles& files, Seq seq)
{
    return {ErrorCode::corrupt, {"store.chain_broken", {{"path", files.database()}, {"seq", std::to_string(seq)}}}, {}};
}

} // namespace

SqliteEventStore::SqliteEventStore(EventFiles files, EventStoreOptions options, StoreLock lock)
    : m_files(std::move(files)), m_options(std::move(options)), m_lock(std::move(lock))
{}

SqliteEventStore::~SqliteEventStore()
{
    if (!m_connection || !m_anchor)
        return;
    (void)settle();
    m_connection.reset();
    if (m_anchor->write(m_head, /*closed=*/true))
        (void)m_anchor->sync(); // failing costs a check at the next start, nothing else
}

Result<std::unique_ptr<SqliteEventStore>> SqliteEventStore::open(const std::string& folder,
                                                                 const EventStoreOptions& options)
{
    const EventFiles files{folder};
    auto lock = StoreLock::take(files.lock());
    if (!lock)
        return lock.error();
    std::unique_ptr<SqliteEventStore> store(new SqliteEventStore(files, options, std::move(*lock)));
    if (auto opened = store->openFiles(); !opened) {
        store->m_connection.reset();
        return withQuarantine(files, opened.error());
    }
    return store;
}

Result<void> SqliteEventStore::openFiles()
{
    const auto file = inspect(m_files);
    if (!file)
        return file.error();
    m_start.created = *file == DatabaseFile::absent;
    if (m_start.created) {
        if (auto created = createEventDatabase(m_files, m_options.vfs); !created)
            return created;
    }
    const auto anchor = readAnchor(m_files.anchor());
    if (!anchor)
        return anchor.error();
    auto connection = connect();
    if (!connection)
        return connection.error();
    m_connection = std::move(*connection);
    m_start.afterCrash = *anchor && !(*anchor)->closed;
    if (m_start.afterCrash || (!*anchor && !m_start.created)) {
        if (auto checked = checkAfterCrash(); !checked)
            return checked;
    }
    const auto head = m_connection->table->head();
    if (!head)
        return head.error();
    m_head = *head;
    if (auto compared = compareWithAnchor(*anchor); !compared)
        return compared;
    auto opened = HeadAnchor::open(m_files.anchor(), Anchor{m_connection->table->storeId(), m_head, false, 0});
    if (!opened)
        return opened.error();
    if (auto written = opened->write(m_head); !written)
        return written;
    if (auto synced = opened->sync(); !synced)
        return synced;
    m_anchor = std::move(*opened);
    m_headSeq = m_head.seq;
    return m_connection->database.atClose(Database::LogAtClose::move);
}

Result<std::unique_ptr<SqliteEventStore::Connection>> SqliteEventStore::connect() const
{
    auto database = openEventDatabase(m_files, m_options.vfs, m_options.busyTimeout);
    if (!database)
        return database.error();
    auto connection = std::make_unique<Connection>();
    connection->database = std::move(*database);
    auto table = EventTable::on(connection->database);
    if (!table)
        return table.error();
    connection->table = std::move(*table);
    return connection;
}

Result<void> SqliteEventStore::checkAfterCrash()
{
    const auto answer = m_connection->database.text("PRAGMA quick_check(1)");
    if (!answer)
        return answer.error();
    if (*answer != "ok")
        return Error{
            ErrorCode::corrupt, {"store.database_damaged", {{"path", m_files.database()}, {"reason", *answer}}}, {}};
    EventTable& table = *m_connection->table;
    const auto head = table.head();
    if (!head)
        return head.error();
    const Seq from = head->seq > checkedAfterCrash ? head->seq - checkedAfterCrash : 0;
    const auto hash = table.hashAt(from);
    if (!hash)
        return hash.error();
    if (!*hash)
        return chainBroken(m_files, from);
    const auto finding = table.check({from, **hash}, checkedAfterCrash);
    if (!finding)
        return finding.error();
    return finding->firstBad ? Result<void>(chainBroken(m_files, *finding->firstBad)) : Result<void>();
}

Result<void> SqliteEventStore::compareWithAnchor(const std::optional<Anchor>& anchor)
{
    if (!anchor) {
        m_start.anchorMissing = m_head.seq > 0;
        return {};
    }
    EventTable& table = *m_connection->table;
    const bool sameStore = anchor->storeId == table.storeId();
    if (sameStore && anchor->head.seq <= m_head.seq) {
        const auto hash = table.hashAt(anchor->head.seq);
        if (!hash)
            return hash.error();
        if (*hash && **hash == anchor->head.hash)
            return {};
        const auto accepted = isAccepted(*anchor); // and then died before the anchor was written
        if (!accepted)
            return accepted.error();
        if (*accepted)
            return {};
        return chainBroken(m_files, anchor->head.seq); // history was rewritten below a head that was known
    }
    if (anchor->head.seq == 0)
        return {}; // made for a log that never got an event
    if (!m_options.acceptLoss || m_options.acceptLoss->until != anchor->head.seq)
        return lostTail(m_files, *anchor, m_head);
    return acceptLoss(*anchor, *m_options.acceptLoss);
}

Result<bool> SqliteEventStore::isAccepted(const Anchor& anchor) const
{
    auto known = m_connection->database.prepare("SELECT 1 FROM losses WHERE lost_seq = ? AND lost_hash = ?");
    if (!known)
        return known.error();
    return known->bind(1, static_cast<std::int64_t>(anchor.head.seq)).bindBlob(2, bytesOf(anchor.head.hash)).step();
}

// The loss stays on record: later checks tell an accepted gap in time from a log that was always whole. What is left of
// the tail may still be salvaged by hand, so it is kept before anything is written.
Result<void> SqliteEventStore::acceptLoss(const Anchor& anchor, const LossAcceptance& acceptance)
{
    const auto copy = quarantine(m_files);
    if (!copy)
        return copy.error();
    Database& database = m_connection->database;
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    auto insert = database.prepare("INSERT INTO losses VALUES(?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, static_cast<std::int64_t>(m_head.seq)).bind(2, static_cast<std::int64_t>(anchor.head.seq));
    if (auto done = insert->bindBlob(3, bytesOf(anchor.head.hash)).finish(); !done)
        return done;
    StoredEvent event{0, acceptance.eventId, acceptance.at, acceptance.actor, "audit.lossAccepted", {}};
    event.payload = {{"after", m_head.seq}, {"until", anchor.head.seq}, {"copy", *copy}, {"comment", acceptance.comment}};
    const auto head = m_connection->table->insert(m_head, event);
    if (!head)
        return head.error();
    if (auto committed = transaction->commit(); !committed)
        return committed;
    m_head = *head;
    m_start.acceptedLoss = anchor.head.seq;
    return {};
}

Result<void> SqliteEventStore::append(std::vector<StoredEvent>& events)
{
    if (events.empty() && !m_unsettled)
        return {};
    if (!m_lock.stillHolds())
        return Error{ErrorCode::conflict, {"store.lock_replaced", {{"path", m_files.lock()}}}, {}};
    if (m_unsettled) {
        const auto outcome = settleOutcome();
        if (!outcome)
            return outcome.error();
        if (events.empty())
            return {};
        if (*outcome == Outcome::stored)
            return Error{ErrorCode::conflict, {"store.head_moved", {{"seq", std::to_string(m_head.seq)}}}, {}};
    }
    if (auto reconnected = reconnect(); !reconnected)
        return reconnected;
    bool committing = false;
    const auto head = commit(events, committing);
    if (head) {
        advance(*head);
        return {};
    }
    if (committing)
        return settleAfter(head.error(), events);
    for (StoredEvent& event : events)
        event.seq = 0;
    if (head.error().code == ErrorCode::io || head.error().code == ErrorCode::corrupt)
        m_connection.reset(); // nothing was committed; a connection that met such an error is not trusted again
    return head.error();
}

Result<LogHead> SqliteEventStore::commit(std::vector<StoredEvent>& events, bool& committing)
{
    auto transaction = Transaction::begin(m_connection->database);
    if (!transaction)
        return transaction.error();
    EventTable& table = *m_connection->table;
    const auto stored = table.head();
    if (!stored)
        return stored.error();
    if (*stored != m_head)
        return Error{ErrorCode::conflict, {"store.changed_by_other", {{"path", m_files.database()}}}, {}};
    LogHead head = m_head;
    for (StoredEvent& event : events) {
        const auto next = table.insert(head, event);
        if (!next)
            return next.error();
        head = *next;
    }
    const auto committed = transaction->commit();
    if (committed)
        return head;
    // Still in a transaction: SQLite took nothing over and the rollback is certain. Otherwise a commit that reported an
    // error may have happened.
    committing = !m_connection->database.inTransaction();
    return committed.error();
}

Result<void> SqliteEventStore::settleAfter(const Error& error, std::vector<StoredEvent>& events)
{
    m_unsettled = events.front().id;
    // A checkpoint at the close could remove the frames that tell whether the commit happened.
    (void)m_connection->database.atClose(Database::LogAtClose::keep);
    m_connection.reset();
    const auto outcome = settleOutcome();
    if (outcome && *outcome == Outcome::stored)
        return {}; // in the log and durable; insert() gave the events their seq
    for (StoredEvent& event : events)
        event.seq = 0;
    if (outcome)
        return error;
    const char* id = error.code == ErrorCode::full ? "store.full_outcome_unknown" : "store.outcome_unknown";
    return Error{error.code,
                 {id, {{"path", m_files.folder}}},
                 error.detail + "; then " + outcome.error().detail};
}

Result<void> SqliteEventStore::reconnect() const
{
    if (m_connection)
        return {};
    auto connection = connect();
    if (!connection)
        return connection.error();
    m_connection = std::move(*connection);
    return m_connection->database.atClose(Database::LogAtClose::move);
}

Result<SqliteEventStore::Outcome> SqliteEventStore::settleOutcome()
{
    if (auto reconnected = reconnect(); !reconnected)
        return reconnected.error();
    const auto found = m_connection->table->find(*m_unsettled);
    if (!found)
        return found.error();
    if (auto emptied = emptyTheLog(); !emptied)
        return emptied.error();
    m_unsettled.reset();
    if (!*found)
        return Outcome::absent;
    const auto head = m_connection->table->head();
    if (!head)
        return head.error();
    advance(*head);
    return Outcome::stored;
}

// What can be read after a failed fsync may be in pages that will never reach the disk; and what cannot be read may
// still stand in the log behind its valid end, where a later recovery would find it. Moving the log into the database
// writes what is valid anew and syncs it; emptying the file removes the rest.
Result<void> SqliteEventStore::emptyTheLog()
{
    auto checkpoint = m_connection->database.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!checkpoint)
        return checkpoint.error();
    const auto row = checkpoint->step();
    if (!row)
        return row.error();
    if (checkpoint->integer(0) != 0)
        return Error{ErrorCode::busy, {"store.database_busy", {{"path", m_files.database()}}}, "checkpoint"};
    // SQLite keeps no locks on the log, so it may be opened and closed here.
    const Descriptor log(::open(m_files.log().c_str(), O_RDONLY | O_CLOEXEC));
    return log ? syncFile(log.number(), m_files.log()) : Result<void>(lastSystemFailure(m_files.log(), "open"));
}

void SqliteEventStore::advance(const LogHead& head)
{
    m_head = head;
    m_headSeq = head.seq;
    // The events are durable whether or not the anchor can be written; it then lags behind, which is its normal state.
    (void)m_anchor->write(m_head);
    if (++m_unsyncedCommits >= m_options.syncAnchorEvery) {
        (void)m_anchor->sync();
        m_unsyncedCommits = 0;
    }
}

Result<std::vector<StoredEvent>> SqliteEventStore::read(Seq after, std::size_t limit) const
{
    if (const auto reconnected = reconnect(); !reconnected)
        return reconnected.error();
    auto events = m_connection->table->read(after, limit);
    if (events && m_unsettled) // what stands behind may never reach the disk
        std::erase_if(*events, [this](const StoredEvent& event) { return event.seq > m_head.seq; });
    return events;
}

Result<void> SqliteEventStore::settle()
{
    if (!m_connection)
        return {};
    m_unsyncedCommits = 0;
    if (auto moved = m_connection->database.run("PRAGMA wal_checkpoint(PASSIVE)"); !moved)
        return moved;
    return m_anchor->sync();
}

Result<void> SqliteEventStore::backUpTo(const std::string& path)
{
    if (auto reconnected = reconnect(); !reconnected)
        return reconnected;
    const std::string part = folderOf(path) + '/' + uniqueName("." + nameOf(path) + ".") + ".tmp";
    Result<void> done = m_connection->database.copyTo(part);
    if (done) {
        const Descriptor file(::open(part.c_str(), O_RDONLY | O_CLOEXEC));
        done = file ? syncFile(file.number(), part) : Result<void>(lastSystemFailure(part, "open"));
    }
    if (done && ::rename(part.c_str(), path.c_str()) != 0)
        done = lastSystemFailure(path, "rename");
    if (!done) {
        ::unlink(part.c_str());
        return done;
    }
    return syncFolder(folderOf(path));
}

} // namespace penstock::store
