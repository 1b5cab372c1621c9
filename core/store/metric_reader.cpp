#include "core/store/metric_reader.h"

#include "core/store/durable_file.h"
#include "core/store/metric_schema.h"
#include "core/tracking/metric_lines.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <limits>
#include <sys/stat.h>

namespace penstock::store {

using namespace tracking;

namespace {

constexpr int mostTries = 5;
constexpr std::uint64_t mostBytesOfLines = 256ull << 20; // more is no chart for people

// What must stand still while the file is read without locks.
std::array<std::int64_t, 5> identityOf(const std::string& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return {};
    return {static_cast<std::int64_t>(status.st_ino), status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
            exists(path + "-wal")};
}

class Reading final {
public:
    Reading(Database& database, const LoggedQuestion& question) : m_database(database), m_question(question) {}

    Result<Logged> answer()
    {
        if (auto begun = m_database.run("BEGIN"); !begun)
            return begun.error();
        const auto attempt = findAttempt();
        if (!attempt)
            return attempt.error();
        m_logged.isKnown = *attempt != 0;
        if (!m_logged.isKnown)
            return std::move(m_logged);
        if (auto read = readSeries(*attempt); !read)
            return read.error();
        for (const auto& [table, texts] : {std::pair("parameters", &m_logged.parameters), {"tags", &m_logged.tags}}) {
            if (auto read = readTexts(table, *attempt, *texts); !read)
                return read.error();
        }
        return std::move(m_logged);
    }

private:
    Result<std::int64_t> findAttempt()
    {
        auto find = m_database.prepare("SELECT id FROM attempts WHERE run = ? AND instance = ? AND attempt = ?");
        if (!find)
            return find.error();
        const AttemptId& id = m_question.attempt;
        find->bind(1, id.run.text()).bind(2, id.instance.text()).bind(3, static_cast<std::int64_t>(id.number));
        const auto row = find->step();
        if (!row)
            return row.error();
        return *row ? find->integer(0) : 0;
    }

    Result<void> readSeries(std::int64_t attempt)
    {
        auto list =
            m_database.prepare("SELECT id, of, name, points, late FROM series WHERE attempt = ? ORDER BY of, name");
        auto last = m_database.prepare(
            "SELECT step, at, value, nan FROM points WHERE series = ? ORDER BY step DESC, at DESC, value DESC LIMIT 1");
        if (!list || !last)
            return list ? last.error() : list.error();
        list->bind(1, attempt);
        for (;;) {
            const auto next = list->step();
            if (!next)
                return next.error();
            if (!*next)
                return {};
            LoggedSeries series;
            series.of = list->text(1);
            series.name = list->text(2);
            series.points = static_cast<std::uint64_t>(list->integer(3));
            const auto row = last->bind(1, list->integer(0)).step();
            if (!row)
                return row.error();
            if (*row) {
                series.place = {last->integer(0), Instant(Duration(last->integer(1))),
                                static_cast<std::uint64_t>(list->integer(4))};
                series.last = valueFrom(last->real(2), last->integer(3));
            }
            last->reset();
            if (isWanted(series)) {
                if (auto read = readPoints(list->integer(0), series); !read)
                    return read;
            }
            m_logged.series.push_back(std::move(series));
        }
    }

    bool isWanted(const LoggedSeries& series) const
    {
        return !m_question.names || m_question.names->contains(series.name);
    }

    Result<void> readPoints(std::int64_t id, LoggedSeries& series)
    {
        const auto known = m_question.known.find({series.of, series.name});
        series.continues = known != m_question.known.end() && known->second.late == series.place.late;
        if (series.continues && known->second == series.place)
            return {};
        auto select = m_database.prepare("SELECT step, at, value, nan FROM points WHERE series = ?1 AND (step, at) > "
                                         "(?2, ?3) ORDER BY step, at, value");
        if (!select)
            return select.error();
        const auto lowest = std::numeric_limits<std::int64_t>::min();
        select->bind(1, id).bind(2, series.continues ? known->second.step : lowest);
        select->bind(3, series.continues ? known->second.time.time_since_epoch().count() : lowest);
        // What is new of a long series is short; the whole is thinned.
        Thinning kept(series.continues ? 0 : series.points, m_question.mostPoints);
        for (;;) {
            const auto next = select->step();
            if (!next)
                return next.error();
            if (!*next)
                break;
            kept.add({select->integer(0), valueFrom(select->real(2), select->integer(3)),
                      Instant(Duration(select->integer(1)))});
        }
        series.values = kept.finish();
        return {};
    }

    Result<void> readTexts(const std::string& table, std::int64_t attempt, std::vector<LoggedText>& texts)
    {
        auto select =
            m_database.prepare("SELECT of, name, value FROM " + table + " WHERE attempt = ? ORDER BY of, name");
        if (!select)
            return select.error();
        select->bind(1, attempt);
        for (;;) {
            const auto next = select->step();
            if (!next)
                return next.error();
            if (!*next)
                return {};
            texts.push_back({select->text(0), select->text(1), select->text(2)});
        }
    }

    Database& m_database;
    const LoggedQuestion& m_question;
    Logged m_logged;
};

// Without a log nobody writes, and opening the ordinary way would leave files of ours behind.
template <class Answer, class Read>
Result<Answer> readOnce(const std::string& path, const Read& read)
{
    auto database = Database::open(path, exists(path + "-wal") ? Database::Access::read : Database::Access::immutable);
    if (!database)
        return database.error();
    database->waitWhenBusy(std::chrono::milliseconds(2000));
    if (auto kept = database->atClose(Database::LogAtClose::keep); !kept)
        return kept.error();
    if (auto known = checkSchema(*database, metricSchema()); !known)
        return known.error();
    return read(*database);
}

// What the file does not know (any more) is read from the lines that the script wrote. Told as points that came late,
// so that a reader asks for the whole when the file knows them.
Logged readLines(const std::string& stateFolder, const LoggedQuestion& question)
{
    Logged logged;
    const AttemptId& id = question.attempt;
    std::ifstream file(stateFolder + "/runs/" + id.run.text() + '/' + id.instance.folder() + '/' +
                           std::to_string(id.number) + "/metrics.jsonl",
                       std::ios::binary);
    SeriesByName all;
    MetricLines lines;
    std::string bytes(1 << 20, '\0');
    while (file && lines.taken() < mostBytesOfLines) {
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        tracking::add(all, lines.read({bytes.data(), static_cast<std::size_t>(file.gcount())}));
    }
    tracking::add(all, lines.finish());
    for (auto& [name, points] : all) {
        LoggedSeries series;
        series.name = name;
        series.points = points.size();
        series.last = points.back().value;
        series.place = {points.back().step, points.back().time.value_or(Instant{}),
                        std::numeric_limits<std::uint64_t>::max()};
        if (!question.names || question.names->contains(name)) {
            Thinning kept(points.size(), question.mostPoints);
            for (const SeriesPoint& point : points)
                kept.add(point);
            series.values = kept.finish();
        }
        logged.series.push_back(std::move(series));
    }
    return logged;
}

// A fresh Answer where there is no file.
template <class Answer, class Read>
Result<Answer> readFile(const std::string& stateFolder, const Read& read)
{
    const std::string path = metricFile(stateFolder);
    Error why{
        ErrorCode::busy, {"store.database_busy", {{"path", path}, {"reason", "it changed while it was read"}}}, {}};
    for (int tries = 0; tries < mostTries; ++tries) {
        if (!exists(path))
            return Answer{};
        const auto before = identityOf(path);
        auto answer = readOnce<Answer>(path, read);
        const auto after = identityOf(path);
        const bool wasLocked = before[4] != 0 && after[4] != 0;
        if (wasLocked || before == after) {
            if (answer || answer.error().code != ErrorCode::notFound)
                return answer;
            why = answer.error();
        }
    }
    return why;
}

} // namespace

Result<Logged> readLogged(const std::string& stateFolder, const LoggedQuestion& question)
{
    auto logged = readFile<Logged>(stateFolder, [&](Database& database) { return Reading(database, question).answer(); });
    return logged && !logged->isKnown ? Result<Logged>(readLines(stateFolder, question)) : logged;
}

Result<bool> copyLogged(const std::string& stateFolder, const std::string& path)
{
    return readFile<bool>(stateFolder, [&path](Database& database) -> Result<bool> {
        const auto done = database.copyTo(path);
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
}

} // namespace penstock::store
