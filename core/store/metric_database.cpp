#include "core/store/metric_database.h"

#include "core/store/durable_file.h"
#include "core/store/metric_schema.h"

#include <cmath>
#include <cstdio>
#include <functional>

namespace penstock::store {

namespace {

constexpr std::size_t mostSeriesInMemory = 50'000;
constexpr int mostRemoved = 50'000; // points in one transaction

Result<Database> openFile(const std::string& path)
{
    auto database = Database::open(path, Database::Access::create);
    if (!database)
        return database;
    database->waitWhenBusy(std::chrono::milliseconds(5000));
    const auto version = database->integer("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version == 0) {
        if (auto set = database->run("PRAGMA application_id=" + std::to_string(metricSchema().applicationId)); !set)
            return set.error();
    }
    if (auto known = checkSchema(*database, metricSchema()); !known)
        return known.error();
    const auto set = database->run(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=0; PRAGMA cache_size=-16000;"
        "PRAGMA wal_autocheckpoint=4000; PRAGMA trusted_schema=OFF");
    if (!set)
        return set.error();
    if (auto migrated = migrate(*database, metricSchema()); !migrated)
        return migrated.error();
    return database;
}

// What is damaged is kept for a person to look at; it holds no fact that is not elsewhere.
Result<void> moveAway(const std::string& stateFolder)
{
    const std::string folder = stateFolder + "/quarantine/" + uniqueName("metrics");
    if (auto made = makeFolders(folder, 0700); !made)
        return made;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const std::string path = metricFile(stateFolder) + suffix;
        if (exists(path) && std::rename(path.c_str(), (folder + "/metrics.db" + suffix).c_str()) != 0)
            return Error{ErrorCode::io, {"store.system_failed", {{"path", path}, {"reason", "rename"}}}, "rename"};
    }
    return {};
}

Instant timeOf(const tracking::MetricPoint& point, Instant now) { return point.time.value_or(now); }

} // namespace

std::size_t MetricDatabase::KeyHash::operator()(const Key& key) const
{
    const std::hash<std::string> hash;
    return (hash(key.name) * 31 + hash(key.of)) * 31 + static_cast<std::size_t>(key.attempt);
}

MetricDatabase::MetricDatabase(Database database) : m_database(std::move(database)) {}

MetricDatabase::~MetricDatabase() { rollBack(); }

Result<std::unique_ptr<MetricDatabase>> MetricDatabase::open(const std::string& stateFolder)
{
    auto database = openFile(metricFile(stateFolder));
    if (!database && database.error().code == ErrorCode::corrupt) {
        if (auto moved = moveAway(stateFolder); !moved)
            return moved.error();
        database = openFile(metricFile(stateFolder));
    }
    if (!database)
        return database.error();
    std::unique_ptr<MetricDatabase> made(new MetricDatabase(std::move(*database)));
    if (auto prepared = made->prepare(); !prepared)
        return prepared.error();
    return made;
}

Result<void> MetricDatabase::prepare()
{
    const std::pair<Statement*, const char*> statements[] = {
        {&m_insertPoint, "INSERT OR IGNORE INTO points VALUES(?, ?, ?, ?, ?)"},
        {&m_findSeries, "SELECT id FROM series WHERE attempt = ? AND of = ? AND name = ?"},
        {&m_makeSeries, "INSERT INTO series(attempt, of, name) VALUES(?, ?, ?)"},
        {&m_lastPoint, "SELECT step, at FROM points WHERE series = ? ORDER BY step DESC, at DESC LIMIT 1"},
        {&m_addCounts, "UPDATE series SET points = points + ?, late = late + ? WHERE id = ?"},
        {&m_findAttempt, "SELECT id FROM attempts WHERE run = ? AND instance = ? AND attempt = ?"},
        {&m_makeAttempt, "INSERT INTO attempts(run, instance, attempt) VALUES(?, ?, ?)"},
    };
    for (const auto& [statement, text] : statements) {
        auto prepared = m_database.prepare(text);
        if (!prepared)
            return prepared.error();
        *statement = std::move(*prepared);
    }
    return {};
}

Result<void> MetricDatabase::begin() { return m_database.run("BEGIN IMMEDIATE"); }

Result<void> MetricDatabase::commit()
{
    if (auto written = writeCounts(); !written)
        return written;
    if (m_series.size() > mostSeriesInMemory)
        forget();
    return m_database.run("COMMIT");
}

void MetricDatabase::forget()
{
    m_series.clear();
    m_counts.clear();
    m_seriesCount.clear();
}

void MetricDatabase::rollBack()
{
    m_touched.clear();
    forget();
    for (Statement* statement :
         {&m_insertPoint, &m_findSeries, &m_makeSeries, &m_lastPoint, &m_addCounts, &m_findAttempt, &m_makeAttempt}) {
        if (*statement)
            statement->reset();
    }
    if (m_database.inTransaction())
        (void)m_database.run("ROLLBACK");
}

Result<bool> MetricDatabase::knows(const AttemptId& attempt)
{
    m_findAttempt.bind(1, attempt.run.text())
        .bind(2, attempt.instance.text())
        .bind(3, static_cast<std::int64_t>(attempt.number));
    const auto row = m_findAttempt.step();
    m_findAttempt.reset();
    return row;
}

Result<std::int64_t> MetricDatabase::attempt(const AttemptId& attempt)
{
    const auto bind = [&](Statement& statement) -> Statement& {
        return statement.bind(1, attempt.run.text())
            .bind(2, attempt.instance.text())
            .bind(3, static_cast<std::int64_t>(attempt.number));
    };
    const auto row = bind(m_findAttempt).step();
    const std::int64_t id = row && *row ? m_findAttempt.integer(0) : 0;
    m_findAttempt.reset();
    if (!row)
        return row.error();
    if (*row)
        return id;
    if (auto made = bind(m_makeAttempt).finish(); !made)
        return made.error();
    return m_database.lastRowId();
}

Result<MetricDatabase::Tail> MetricDatabase::tail(std::int64_t attempt)
{
    Tail tail;
    auto place = m_database.prepare("SELECT offset, skipping, unreadable FROM attempts WHERE id = ?");
    auto steps = m_database.prepare("SELECT name, next_step FROM series WHERE attempt = ? AND of = ''");
    if (!place || !steps)
        return place ? steps.error() : place.error();
    const auto row = place->bind(1, attempt).step();
    if (!row)
        return row.error();
    if (*row)
        tail.place = {static_cast<std::uint64_t>(place->integer(0)), place->integer(1) != 0,
                      static_cast<std::uint64_t>(place->integer(2))};
    steps->bind(1, attempt);
    for (;;) {
        const auto next = steps->step();
        if (!next)
            return next.error();
        if (!*next)
            return tail;
        tail.nextSteps[steps->text(0)] = steps->integer(1);
    }
}

Result<void> MetricDatabase::setTail(std::int64_t attempt, const Tail& tail)
{
    auto place = m_database.prepare("UPDATE attempts SET offset = ?, skipping = ?, unreadable = ? WHERE id = ?");
    auto step = m_database.prepare(
        "UPDATE series SET next_step = ? WHERE attempt = ? AND of = '' AND name = ? AND next_step <> ?");
    if (!place || !step)
        return place ? step.error() : place.error();
    place->bind(1, static_cast<std::int64_t>(tail.place.offset))
        .bind(2, static_cast<std::int64_t>(tail.place.skipping));
    if (auto set = place->bind(3, static_cast<std::int64_t>(tail.place.unreadable)).bind(4, attempt).finish(); !set)
        return set;
    for (const auto& [name, next] : tail.nextSteps) {
        if (auto set = step->bind(1, next).bind(2, attempt).bind(3, name).bind(4, next).finish(); !set)
            return set;
    }
    return {};
}

Result<std::uint64_t*> MetricDatabase::countOf(std::int64_t attempt)
{
    if (const auto found = m_counts.find(attempt); found != m_counts.end())
        return &found->second;
    const auto points = m_database.integer("SELECT sum(points) FROM series WHERE attempt = " + std::to_string(attempt));
    const auto series = m_database.integer("SELECT count(*) FROM series WHERE attempt = " + std::to_string(attempt));
    if (!points || !series)
        return points ? series.error() : points.error();
    m_seriesCount[attempt] = static_cast<std::uint64_t>(*series);
    return &(m_counts[attempt] = static_cast<std::uint64_t>(*points));
}

// Null: it would be one too many.
Result<MetricDatabase::Series*> MetricDatabase::series(const Key& key)
{
    if (const auto found = m_series.find(key); found != m_series.end())
        return &found->second;
    Series series;
    const auto row = m_findSeries.bind(1, key.attempt).bind(2, key.of).bind(3, key.name).step();
    if (row && *row)
        series.id = m_findSeries.integer(0);
    m_findSeries.reset();
    if (!row)
        return row.error();
    if (!*row) {
        if (m_seriesCount[key.attempt] >= tracking::maximumSeries)
            return static_cast<Series*>(nullptr);
        if (auto made = m_makeSeries.bind(1, key.attempt).bind(2, key.of).bind(3, key.name).finish(); !made)
            return made.error();
        ++m_seriesCount[key.attempt];
        series.id = m_database.lastRowId();
        return &m_series.emplace(key, series).first->second;
    }
    const auto last = m_lastPoint.bind(1, series.id).step();
    if (last && *last)
        series.last = {m_lastPoint.integer(0), m_lastPoint.integer(1)};
    m_lastPoint.reset();
    if (!last)
        return last.error();
    return &m_series.emplace(key, series).first->second;
}

Result<void> MetricDatabase::insert(Series& series, const tracking::MetricPoint& point, Instant now)
{
    const std::int64_t at = timeOf(point, now).time_since_epoch().count();
    const bool nan = std::isnan(point.value);
    m_insertPoint.bind(1, series.id)
        .bind(2, point.step)
        .bind(3, at)
        .bindReal(4, nan ? 0.0 : point.value)
        .bind(5, static_cast<std::int64_t>(nan));
    if (auto done = m_insertPoint.finish(); !done)
        return done;
    if (m_database.changes() == 0)
        return {};
    if (series.added++ == 0)
        m_touched.push_back(&series);
    const std::pair place(point.step, at);
    if (series.last && place <= *series.last)
        ++series.late;
    else
        series.last = place;
    return {};
}

Result<std::size_t> MetricDatabase::add(std::int64_t attempt, const std::string& of,
                                        std::span<const tracking::MetricPoint> points, Instant now)
{
    const auto count = countOf(attempt);
    if (!count)
        return count.error();
    std::size_t added = 0;
    Key key{attempt, of, {}};
    Series* current = nullptr;
    for (const tracking::MetricPoint& point : points) {
        if (**count >= tracking::maximumPoints)
            break;
        if (!current || key.name != point.name) {
            key.name = point.name;
            const auto found = series(key);
            if (!found)
                return found.error();
            current = *found;
        }
        if (!current)
            continue;
        const std::uint64_t before = current->added;
        if (auto inserted = insert(*current, point, now); !inserted)
            return inserted.error();
        if (current->added != before) {
            ++added;
            ++**count;
        }
    }
    return added;
}

Result<void> MetricDatabase::writeCounts()
{
    for (Series* series : m_touched) {
        m_addCounts.bind(1, static_cast<std::int64_t>(series->added))
            .bind(2, static_cast<std::int64_t>(series->late))
            .bind(3, series->id);
        if (auto written = m_addCounts.finish(); !written)
            return written;
        series->added = series->late = 0;
    }
    m_touched.clear();
    return {};
}

Result<std::map<std::string, double>> MetricDatabase::finalValues(std::int64_t attempt)
{
    std::map<std::string, double> values;
    auto names = m_database.prepare("SELECT id, name FROM series WHERE attempt = ? AND of = '' ORDER BY name");
    auto last = m_database.prepare(
        "SELECT value, nan FROM points WHERE series = ? ORDER BY step DESC, at DESC, value DESC LIMIT 1");
    if (!names || !last)
        return names ? last.error() : names.error();
    names->bind(1, attempt);
    for (;;) {
        const auto next = names->step();
        if (!next)
            return next.error();
        if (!*next)
            return values;
        const auto row = last->bind(1, names->integer(0)).step();
        if (!row)
            return row.error();
        if (const double value = *row ? valueFrom(last->real(0), last->integer(1)) : NAN; std::isfinite(value))
            values[names->text(1)] = value;
        last->reset();
    }
}

// False: there are more.
Result<bool> MetricDatabase::removePoints(std::int64_t attempt)
{
    auto remove = m_database.prepare("DELETE FROM points WHERE (series, step, at, value, nan) IN (SELECT series, step, at, value, nan"
                                     " FROM points WHERE series IN (SELECT id FROM series WHERE attempt = ?) LIMIT ?)");
    if (!remove)
        return remove.error();
    if (auto removed = remove->bind(1, attempt).bind(2, static_cast<std::int64_t>(mostRemoved)).finish(); !removed)
        return removed.error();
    return m_database.changes() < mostRemoved;
}

Result<bool> MetricDatabase::removeSome(const RunId& run)
{
    if (auto written = writeCounts(); !written)
        return written.error();
    forget(); // numbers are given again
    auto find = m_database.prepare("SELECT id FROM attempts WHERE run = ? LIMIT 1");
    if (!find)
        return find.error();
    const auto row = find->bind(1, run.text()).step();
    if (!row)
        return row.error();
    if (!*row)
        return true;
    const std::int64_t attempt = find->integer(0);
    find->reset();
    const auto all = removePoints(attempt);
    if (!all || !*all)
        return all;
    const std::string number = std::to_string(attempt);
    for (const char* table : {"series", "parameters", "tags", "clients"}) {
        if (auto removed = m_database.run("DELETE FROM " + std::string(table) + " WHERE attempt = " + number); !removed)
            return removed.error();
    }
    if (auto removed = m_database.run("DELETE FROM attempts WHERE id = " + number); !removed)
        return removed.error();
    return false;
}

Result<std::uint64_t> MetricDatabase::points(std::int64_t attempt)
{
    const auto count = countOf(attempt);
    return count ? Result<std::uint64_t>(**count) : count.error();
}

} // namespace penstock::store
