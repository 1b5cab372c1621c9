// The event log in .penstock/state.db (SQLite, WAL, synchronous=FULL) with its hash chain and head anchor.
//
// One owner process writes: open() takes an exclusive lock that lasts as long as this object, and holds the only
// connection that writes or checkpoints (SQLite before 3.51.3 can damage a WAL that two connections reset at once).
// Others read with EventReader. One thread; head() from any.
//
// After append() succeeded the events survive a crash of the process and a power failure. After an error nothing of the
// batch is in the log, with one exception that says so: "store.outcome_unknown", on a
// full disk "store.full_outcome_unknown" (the commit failed and the log cannot
// be read back or made durable). The next append then first finds out; when the batch is there after all it answers
// conflict ("store.head_moved") once: read from the last known seq, then go on.
#pragma once

#include "core/engine/event_store.h"
#include "core/store/event_files.h"
#include "core/store/event_table.h"
#include "core/store/head_anchor.h"
#include "core/store/store_lock.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace penstock::store {

// Only a person can decide to go on with a log that is shorter than its anchor, or that of another store.
struct LossAcceptance {
    Seq until = 0; // up to which events were known: another loss than the one that was looked at is not accepted
    std::string actor, comment;
    std::string eventId; // of the event that records it
    Instant at{};
};

struct EventStoreOptions {
    std::optional<LossAcceptance> acceptLoss;
    std::chrono::milliseconds busyTimeout{10'000};
    unsigned syncAnchorEvery = 16; // commits; it is written after each, and synced when settled and closed
    std::string vfs;               // an SQLite file layer by name; empty: the system's
};

// What the owner should tell or log about the start.
struct EventStoreStart {
    bool created = false;
    bool afterCrash = false;         // the last owner did not close; the file and the end of the chain were checked
    bool anchorMissing = false;      // events but no valid anchor: a lost tail could not have been seen
    std::optional<Seq> acceptedLoss; // events up to here were once known and are gone; an event "audit.lossAccepted" says it
};

class SqliteEventStore final : public engine::EventStore {
public:
    // The folder must exist. Errors: busy (another owner), denied (read-only folder), corrupt (damaged, shortened,
    // emptied or missing database; argument `copy` names the quarantined copy), unsupported (newer schema), full, io.
    static Result<std::unique_ptr<SqliteEventStore>> open(const std::string& folder,
                                                          const EventStoreOptions& options = {});
    ~SqliteEventStore() override;

    const EventStoreStart& start() const { return m_start; }

    // Also refuses with busy when the lock file was replaced, and with invalid what could not be read back.
    Result<void> append(std::vector<engine::StoredEvent>& events) override;
    Result<std::vector<engine::StoredEvent>> read(Seq after, std::size_t limit) const override;
    Seq head() const override { return m_headSeq.load(); }

    // For idle moments: moves the write-ahead log into the file and syncs the anchor.
    Result<void> settle();
    // A whole, consistent copy, durable under its name; replaces a file that is there.
    Result<void> backUpTo(const std::string& path);

private:
    struct Connection {
        Database database;
        std::optional<EventTable> table; // after the database: destroyed before it
    };

    SqliteEventStore(EventFiles files, EventStoreOptions options, StoreLock lock);
    Result<void> openFiles();
    Result<std::unique_ptr<Connection>> connect() const;
    Result<void> compareWithAnchor(const std::optional<Anchor>& anchor);
    Result<void> checkAfterCrash();
    Result<void> acceptLoss(const Anchor& anchor, const LossAcceptance& acceptance);
    Result<bool> isAccepted(const Anchor& anchor) const;
    Result<LogHead> commit(std::vector<engine::StoredEvent>& events, bool& committing);
    enum class Outcome { absent, stored };
    Result<void> settleAfter(const Error& error, std::vector<engine::StoredEvent>& events);
    Result<void> reconnect() const; // when there is no connection
    Result<Outcome> settleOutcome();
    Result<void> emptyTheLog();
    void advance(const LogHead& head);

    EventFiles m_files;
    EventStoreOptions m_options;
    StoreLock m_lock;                                 // destroyed last
    mutable std::unique_ptr<Connection> m_connection; // null after a failure, until it can be opened again
    std::optional<HeadAnchor> m_anchor;
    std::optional<std::string> m_unsettled; // first id of a batch whose outcome is not known
    LogHead m_head;
    std::atomic<Seq> m_headSeq{0};
    unsigned m_unsyncedCommits = 0;
    EventStoreStart m_start;
};

} // namespace penstock::store
