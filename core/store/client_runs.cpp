#include "core/store/client_runs.h"

#include "core/store/metric_schema.h"

namespace penstock::store {

namespace {

using tracking::MetricPoint;

constexpr const char* runColumns = "SELECT c.uuid, a.run, a.instance, a.attempt, c.attempt, c.of, c.experiment, "
                                   "c.name, c.user, c.status, c.began, c.ended"
                                   " FROM clients c JOIN attempts a ON a.id = c.attempt WHERE ";

const char* tableOf(ClientRuns::Kind kind) { return kind == ClientRuns::Kind::parameters ? "parameters" : "tags"; }

std::optional<ClientRun> runIn(const Statement& row)
{
    const auto id = RunId::parse(row.text(1));
    const auto instance = InstanceId::parse(row.text(2));
    if (!id || !instance)
        return std::nullopt;
    ClientRun run;
    run.uuid = row.text(0);
    run.attempt = {*id, *instance, static_cast<int>(row.integer(3))};
    run.attemptNumber = row.integer(4);
    run.of = row.text(5);
    run.experiment = row.integer(6);
    run.name = row.text(7);
    run.user = row.text(8);
    run.status = static_cast<int>(row.integer(9));
    run.began = row.integer(10);
    run.ended = row.integer(11);
    return run;
}

MetricPoint pointIn(const Statement& row, std::string name)
{
    return {std::move(name), row.integer(0), valueFrom(row.real(2), row.integer(3)), Instant(Duration(row.integer(1)))};
}

// Calls `take` for each row.
template <class Take>
Result<void> forEach(Statement& select, Take take)
{
    for (;;) {
        const auto row = select.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        take(select);
    }
}

} // namespace

Result<std::optional<ClientRun>> ClientRuns::one(Statement& select)
{
    const auto row = select.step();
    if (!row)
        return row.error();
    return *row ? runIn(select) : std::nullopt;
}

Result<std::optional<ClientRun>> ClientRuns::find(const std::string& uuid)
{
    auto select = m_database.prepare(std::string(runColumns) + "c.uuid = ?");
    if (!select)
        return select.error();
    select->bind(1, uuid);
    return one(*select);
}

Result<std::optional<ClientRun>> ClientRuns::findRequest(std::int64_t attempt, const std::string& request)
{
    auto select = m_database.prepare(std::string(runColumns) + "c.attempt = ? AND c.request = ?");
    if (!select)
        return select.error();
    select->bind(1, attempt).bind(2, request);
    return one(*select);
}

Result<std::int64_t> ClientRuns::count(std::int64_t attempt)
{
    return m_database.integer("SELECT count(*) FROM clients WHERE attempt = " + std::to_string(attempt));
}

Result<bool> ClientRuns::isTaken(std::int64_t attempt, const std::string& of)
{
    auto select = m_database.prepare("SELECT 1 FROM clients WHERE attempt = ? AND of = ?");
    if (!select)
        return select.error();
    return select->bind(1, attempt).bind(2, of).step();
}

Result<void> ClientRuns::make(ClientRun& run, const std::string& request)
{
    auto uuid = m_database.text("SELECT lower(hex(randomblob(16)))");
    auto insert = m_database.prepare("INSERT INTO clients VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!uuid || !insert)
        return uuid ? insert.error() : uuid.error();
    run.uuid = std::move(*uuid);
    insert->bind(1, run.uuid)
        .bind(2, run.attemptNumber)
        .bind(3, run.of)
        .bind(4, run.experiment)
        .bind(5, run.name)
        .bind(6, run.user);
    insert->bind(7, static_cast<std::int64_t>(run.status)).bind(8, run.began).bind(9, run.ended).bind(10, request);
    return insert->finish();
}

Result<void> ClientRuns::update(const ClientRun& run)
{
    auto update = m_database.prepare("UPDATE clients SET name = ?, status = ?, ended = ? WHERE uuid = ?");
    if (!update)
        return update.error();
    return update->bind(1, run.name)
        .bind(2, static_cast<std::int64_t>(run.status))
        .bind(3, run.ended)
        .bind(4, run.uuid)
        .finish();
}

Result<std::optional<std::string>> ClientRuns::text(Kind kind, const ClientRun& run, const std::string& key)
{
    auto select = m_database.prepare(std::string("SELECT value FROM ") + tableOf(kind) +
                                     " WHERE attempt = ? AND of = ? AND name = ?");
    if (!select)
        return select.error();
    const auto row = select->bind(1, run.attemptNumber).bind(2, run.of).bind(3, key).step();
    if (!row)
        return row.error();
    return *row ? std::optional(select->text(0)) : std::nullopt;
}

Result<std::int64_t> ClientRuns::countTexts(Kind kind, const ClientRun& run)
{
    auto select =
        m_database.prepare(std::string("SELECT count(*) FROM ") + tableOf(kind) + " WHERE attempt = ? AND of = ?");
    if (!select)
        return select.error();
    const auto row = select->bind(1, run.attemptNumber).bind(2, run.of).step();
    if (!row)
        return row.error();
    return select->integer(0);
}

Result<void> ClientRuns::setText(Kind kind, const ClientRun& run, const std::string& key, const std::string& value)
{
    auto insert = m_database.prepare(std::string("INSERT OR REPLACE INTO ") + tableOf(kind) + " VALUES(?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    return insert->bind(1, run.attemptNumber).bind(2, run.of).bind(3, key).bind(4, value).finish();
}

Result<bool> ClientRuns::removeTag(const ClientRun& run, const std::string& key)
{
    auto remove = m_database.prepare("DELETE FROM tags WHERE attempt = ? AND of = ? AND name = ?");
    if (!remove)
        return remove.error();
    if (auto removed = remove->bind(1, run.attemptNumber).bind(2, run.of).bind(3, key).finish(); !removed)
        return removed.error();
    return m_database.changes() > 0;
}

Result<ClientRuns::Texts> ClientRuns::texts(Kind kind, const ClientRun& run)
{
    auto select =
        m_database.prepare(std::string("SELECT name, value FROM ") + tableOf(kind) + " WHERE attempt = ? AND of = ?");
    if (!select)
        return select.error();
    select->bind(1, run.attemptNumber).bind(2, run.of);
    Texts texts;
    const auto read = forEach(*select, [&](const Statement& row) { texts[row.text(0)] = row.text(1); });
    return read ? Result<Texts>(std::move(texts)) : read.error();
}

Result<std::vector<MetricPoint>> ClientRuns::latest(const ClientRun& run)
{
    auto select = m_database.prepare(
        "SELECT p.step, p.at, p.value, p.nan, s.name FROM series s JOIN points p ON p.series = s.id WHERE s.attempt = "
        "? AND s.of = ?"
        " AND (p.step, p.at) = (SELECT step, at FROM points WHERE series = s.id ORDER BY step DESC, at DESC LIMIT 1)"
        " ORDER BY s.name, p.value");
    if (!select)
        return select.error();
    select->bind(1, run.attemptNumber).bind(2, run.of);
    std::vector<MetricPoint> points;
    const auto read = forEach(*select, [&](const Statement& row) {
        MetricPoint point = pointIn(row, row.text(4));
        if (!points.empty() && points.back().name == point.name)
            points.back() = std::move(point); // of several values at one place, the greatest
        else
            points.push_back(std::move(point));
    });
    return read ? Result<std::vector<MetricPoint>>(std::move(points)) : read.error();
}

Result<std::vector<MetricPoint>> ClientRuns::history(const ClientRun& run, const std::string& key, std::size_t most)
{
    auto select =
        m_database.prepare("SELECT p.step, p.at, p.value, p.nan FROM series s JOIN points p ON p.series = s.id"
                           " WHERE s.attempt = ? AND s.of = ? AND s.name = ? ORDER BY p.step, p.at, p.value LIMIT ?");
    if (!select)
        return select.error();
    select->bind(1, run.attemptNumber).bind(2, run.of).bind(3, key).bind(4, static_cast<std::int64_t>(most));
    std::vector<MetricPoint> points;
    const auto read = forEach(*select, [&](const Statement& row) { points.push_back(pointIn(row, key)); });
    return read ? Result<std::vector<MetricPoint>>(std::move(points)) : read.error();
}

Result<std::optional<Experiment>> ClientRuns::experiment(std::int64_t id)
{
    auto select = m_database.prepare("SELECT id, name, created FROM experiments WHERE id = ?");
    if (!select)
        return select.error();
    const auto row = select->bind(1, id).step();
    if (!row)
        return row.error();
    return *row ? std::optional(Experiment{select->integer(0), select->text(1), select->integer(2)}) : std::nullopt;
}

Result<std::optional<Experiment>> ClientRuns::experimentNamed(const std::string& name)
{
    auto select = m_database.prepare("SELECT id, name, created FROM experiments WHERE name = ?");
    if (!select)
        return select.error();
    const auto row = select->bind(1, name).step();
    if (!row)
        return row.error();
    return *row ? std::optional(Experiment{select->integer(0), select->text(1), select->integer(2)}) : std::nullopt;
}

Result<Experiment> ClientRuns::makeExperiment(const std::string& name, std::int64_t now)
{
    auto insert = m_database.prepare("INSERT INTO experiments(name, created) VALUES(?, ?)");
    if (!insert)
        return insert.error();
    if (auto made = insert->bind(1, name).bind(2, now).finish(); !made)
        return made.error();
    return Experiment{m_database.lastRowId(), name, now};
}

Result<std::vector<Experiment>> ClientRuns::experiments(std::size_t most)
{
    auto select = m_database.prepare("SELECT id, name, created FROM experiments ORDER BY created DESC, id LIMIT ?");
    if (!select)
        return select.error();
    select->bind(1, static_cast<std::int64_t>(most));
    std::vector<Experiment> all;
    const auto read = forEach(*select, [&](const Statement& row) {
        all.push_back({row.integer(0), row.text(1), row.integer(2)});
    });
    return read ? Result<std::vector<Experiment>>(std::move(all)) : read.error();
}

} // namespace penstock::store
