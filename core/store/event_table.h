// The rows of the event log, on a connection that somebody else owns and that must outlive this.
#pragma once

#include "core/store/database.h"
#include "core/store/event_chain.h"

#include <optional>
#include <vector>

namespace penstock::store {

// What a check of the chain found; `firstBad` is the first event that does not fit.
struct ChainFinding {
    LogHead good; // up to here all is well
    std::optional<Seq> firstBad;
};

class EventTable final {
public:
    // Errors: corrupt when the tables are not there.
    static Result<EventTable> on(Database& database);

    const std::string& storeId() const { return m_storeId; }
    Result<LogHead> head();
    // Adds the event after `head`. Errors: conflict when its id is known.
    Result<LogHead> insert(const LogHead& head, engine::StoredEvent& event);
    // Errors: corrupt naming the event that cannot be read.
    Result<std::vector<engine::StoredEvent>> read(Seq after, std::size_t limit);
    Result<std::optional<Seq>> find(const std::string& id);
    Result<std::optional<Digest>> hashAt(Seq seq); // of the empty log for 0
    // Checks up to `limit` events after `start`, whose hash is trusted. At the end of the log `good` stays at `start`.
    Result<ChainFinding> check(const LogHead& start, std::size_t limit);

private:
    Statement m_head, m_insert, m_read, m_find, m_hash;
    std::string m_storeId;
};

} // namespace penstock::store
