#include "core/store/event_table.h"

namespace penstock::store {

namespace {

// Deeper values could be written but not read back (base/json.h limits the depth).
constexpr int deepestPayload = 150;

bool isShallow(const Json& value, int left)
{
    if (!value.is_structured())
        return true;
    if (left == 0)
        return false;
    for (const Json& member : value) {
        if (!isShallow(member, left - 1))
            return false;
    }
    return true;
}

engine::StoredEvent withoutPayload(const Statement& row)
{
    engine::StoredEvent event;
    event.seq = static_cast<Seq>(row.integer(0));
    event.id = row.text(1);
    event.at = Instant(Duration(row.integer(2)));
    event.actor = row.text(3);
    event.type = row.text(4);
    return event;
}

Error damaged(Seq seq) { return {ErrorCode::corrupt, {"store.event_damaged", {{"seq", std::to_string(seq)}}}, {}}; }

// Leaves a cached statement ready for its next use, whatever way the function ends: an open one holds a read snapshot.
struct ResetAtEnd {
    Statement& statement;
    ~ResetAtEnd() { statement.reset(); }
};

} // namespace

Result<EventTable> EventTable::on(Database& database)
{
    EventTable table;
    const std::pair<Statement*, const char*> statements[] = {
        {&table.m_head, "SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1"},
        {&table.m_insert, "INSERT INTO events(seq, id, at, actor, type, payload, hash) VALUES(?, ?, ?, ?, ?, ?, ?)"},
        {&table.m_read,
         "SELECT seq, id, at, actor, type, payload, hash FROM events WHERE seq > ? ORDER BY seq LIMIT ?"},
        {&table.m_find, "SELECT seq FROM events WHERE id = ?"},
        {&table.m_hash, "SELECT hash FROM events WHERE seq = ?"},
    };
    for (const auto& [statement, sql] : statements) {
        auto prepared = database.prepare(sql);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    auto id = database.prepare("SELECT id FROM store");
    if (!id)
        return id.error();
    const auto row = id->step();
    if (!row)
        return row.error();
    table.m_storeId = id->blob(0);
    return table;
}

Result<LogHead> EventTable::head()
{
    const ResetAtEnd guard{m_head};
    const auto row = m_head.step();
    if (!row)
        return row.error();
    if (!*row)
        return emptyLog(m_storeId);
    return LogHead{static_cast<Seq>(m_head.integer(0)), digestOfBytes(m_head.blob(1))};
}

Result<LogHead> EventTable::insert(const LogHead& head, engine::StoredEvent& event)
{
    if (!isShallow(event.payload, deepestPayload))
        return Error{ErrorCode::invalid, {"store.event_too_deep", {{"type", event.type}}}, {}};
    const std::string payload = dumpJson(event.payload);
    const LogHead next = extend(head, event, payload);
    m_insert.bind(1, static_cast<std::int64_t>(next.seq))
        .bind(2, event.id)
        .bind(3, event.at.time_since_epoch().count());
    m_insert.bind(4, event.actor).bind(5, event.type).bind(6, payload).bindBlob(7, bytesOf(next.hash));
    if (const auto done = m_insert.finish(); !done) {
        if (done.error().code == ErrorCode::conflict)
            return Error{ErrorCode::conflict, {"store.event_known", {{"id", event.id}}}, done.error().detail};
        return done.error();
    }
    event.seq = next.seq;
    return next;
}

Result<std::vector<engine::StoredEvent>> EventTable::read(Seq after, std::size_t limit)
{
    const ResetAtEnd guard{m_read};
    m_read.bind(1, static_cast<std::int64_t>(after)).bind(2, static_cast<std::int64_t>(limit));
    std::vector<engine::StoredEvent> events;
    for (;;) {
        const auto row = m_read.step();
        if (!row)
            return row.error();
        if (!*row)
            return events;
        engine::StoredEvent event = withoutPayload(m_read);
        Result<Json> payload = parseJson(m_read.text(5));
        if (!payload)
            return damaged(event.seq);
        event.payload = std::move(*payload);
        events.push_back(std::move(event));
    }
}

Result<std::optional<Seq>> EventTable::find(const std::string& id)
{
    const ResetAtEnd guard{m_find};
    m_find.bind(1, id);
    const auto row = m_find.step();
    if (!row)
        return row.error();
    return *row ? std::optional(static_cast<Seq>(m_find.integer(0))) : std::nullopt;
}

Result<std::optional<Digest>> EventTable::hashAt(Seq seq)
{
    if (seq == 0)
        return std::optional(emptyLog(m_storeId).hash);
    const ResetAtEnd guard{m_hash};
    m_hash.bind(1, static_cast<std::int64_t>(seq));
    const auto row = m_hash.step();
    if (!row)
        return row.error();
    return *row ? std::optional(digestOfBytes(m_hash.blob(0))) : std::nullopt;
}

Result<ChainFinding> EventTable::check(const LogHead& start, std::size_t limit)
{
    const ResetAtEnd guard{m_read};
    m_read.bind(1, static_cast<std::int64_t>(start.seq)).bind(2, static_cast<std::int64_t>(limit));
    ChainFinding finding{start, std::nullopt};
    for (;;) {
        const auto row = m_read.step();
        if (!row)
            return row.error();
        if (!*row)
            return finding;
        const LogHead next = extend(finding.good, withoutPayload(m_read), m_read.text(5));
        const LogHead stored{static_cast<Seq>(m_read.integer(0)), digestOfBytes(m_read.blob(6))};
        if (next != stored) {
            finding.firstBad = next.seq; // for a gap: the event that is missing
            return finding;
        }
        finding.good = next;
    }
}

} // namespace penstock::store
