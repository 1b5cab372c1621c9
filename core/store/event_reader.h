// Reads the log of a workspace without its owner: for the CLI, Studio and checks. Never writes to state.db, never
// checkpoints, takes no lock that outlasts a call.
//
// Three ways, chosen at open() and again when the files change:
//   shared     there is a -wal: a living owner may append meanwhile
//   unlogged   there is none, so nobody writes: SQLite's immutable mode, which takes no locks and leaves no files; each
//              answer is given only when the files stood still meanwhile
//   copied     folder not writable, a -wal but no -shm (a copy of a workspace after a crash, on a read-only disk): a
//              private copy in the folder for temporary files
// One thread.
#pragma once

#include "core/engine/event_store.h"
#include "core/store/event_files.h"
#include "core/store/event_table.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace penstock::store {

struct AcceptedLoss {
    Seq after = 0; // the last event that was left
    Seq until = 0; // the last that had been known

    bool operator==(const AcceptedLoss&) const = default;
};

struct ChainReport {
    Seq checked = 0;                 // events that fit
    std::optional<Seq> firstBad;     // the first that was changed, is missing or stands at the wrong place
    std::optional<Seq> lostUntil;    // the log ends at `checked`, but was known up to here
    bool anchorMissing = false;      // there is nothing to tell a lost tail by
    std::vector<AcceptedLoss> acceptedLosses; // a person went on without these events; the event after each says who

    bool sound() const { return !firstBad && !lostUntil; }
};

class EventReader final {
public:
    enum class Way { shared, unlogged, copied };

    // Errors: notFound (no log yet), corrupt (empty, missing or damaged), denied, busy, io.
    static Result<EventReader> open(const std::string& folder);
    ~EventReader();
    EventReader(EventReader&&) noexcept;
    EventReader& operator=(EventReader&&) noexcept;

    Way way() const;
    // Made by a newer version: what is known of it can be read, new parts are passed over; no owner of this version
    // writes.
    bool isNewer() const;

    Result<Seq> head();
    Result<std::vector<engine::StoredEvent>> read(Seq after, std::size_t limit);
    Result<std::optional<Seq>> find(const std::string& id);
    // A whole, consistent copy as a database of its own, not synced; replaces a file that is there.
    Result<void> copyTo(const std::string& path);
    // The whole chain from the first event, and the anchor. Long; polls `stop`. Errors: cancelled, io, ...; bad events
    // are no error but the answer.
    Result<ChainReport> verify(const std::atomic<bool>& stop);

private:
    struct Connection;
    explicit EventReader(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
};

} // namespace penstock::store
