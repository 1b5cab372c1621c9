#include "core/store/event_reader.h"

#include "core/store/durable_file.h"
#include "core/store/head_anchor.h"
#include "core/store/private_copy.h"
#include "core/store/schema.h"

#include <algorithm>
#include <array>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::store {

using engine::StoredEvent;

namespace {

constexpr std::size_t checkedAtOnce = 4096; // short transactions: a long reader keeps the owner's log from being reset
constexpr int mostTries = 5;

// What must stand still while files are read without locks.
using Identity = std::array<std::int64_t, 8>;

Identity identityOf(const EventFiles& files)
{
    Identity identity{};
    struct stat status {};
    if (::stat(files.database().c_str(), &status) == 0)
        identity = {static_cast<std::int64_t>(status.st_ino), status.st_size, status.st_mtim.tv_sec,
                    status.st_mtim.tv_nsec};
    if (::stat(files.log().c_str(), &status) == 0) {
        const std::array<std::int64_t, 4> log{static_cast<std::int64_t>(status.st_ino), status.st_size,
                                              status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
        std::copy(log.begin(), log.end(), identity.begin() + 4);
    }
    return identity;
}

bool hasLog(const EventFiles& files)
{
    struct stat status {};
    return ::stat(files.log().c_str(), &status) == 0 && status.st_size > 0;
}

} // namespace

struct EventReader::Connection {
    EventFiles files;
    Way way = Way::shared;
    bool newer = false;
    Identity identity{};
    std::optional<PrivateCopy> copy; // before the database: removed after it is closed
    Database database;
    std::optional<EventTable> table;

    static Result<std::unique_ptr<Connection>> open(const EventFiles& files);
    Result<void> openAs(Way chosen);
    bool stoodStill() const { return way == Way::shared || identity == identityOf(files); }
};

Result<void> EventReader::Connection::openAs(Way chosen)
{
    table.reset();
    way = chosen;
    identity = identityOf(files);
    EventFiles place = files;
    if (way == Way::copied) {
        auto made = PrivateCopy::of(files);
        if (!made)
            return made.error();
        copy.emplace(std::move(*made));
        place = copy->files();
    }
    const auto access = way == Way::shared     ? Database::Access::read
                        : way == Way::unlogged ? Database::Access::immutable
                                               : Database::Access::write;
    auto opened = Database::open(place.database(), access);
    if (!opened)
        return opened.error();
    database = std::move(*opened);
    database.waitWhenBusy(std::chrono::milliseconds(5000));
    if (auto kept = database.atClose(Database::LogAtClose::keep); !kept)
        return kept;
    const auto known = checkSchema(database, eventSchema());
    newer = !known && known.error().code == ErrorCode::unsupported;
    if (!known && !newer)
        return known;
    auto found = EventTable::on(database);
    if (!found)
        return found.error();
    table = std::move(*found);
    const auto head = table->head(); // SQLite meets a log or index that it cannot use with the first question
    return head ? Result<void>() : Result<void>(head.error());
}

Result<std::unique_ptr<EventReader::Connection>> EventReader::Connection::open(const EventFiles& files)
{
    const auto file = inspect(files);
    if (!file)
        return file.error();
    if (*file == DatabaseFile::absent)
        return Error{ErrorCode::notFound, {"store.no_log", {{"path", files.database()}}}, {}};
    auto connection = std::make_unique<Connection>();
    connection->files = files;
    // Without a log nobody is writing, and opening the ordinary way would leave files of ours behind, which an owner of
    // another user could not open.
    auto opened = connection->openAs(exists(files.log()) ? Way::shared : Way::unlogged);
    const bool unlockable = !opened && connection->way == Way::shared && opened.error().code != ErrorCode::corrupt &&
                            opened.error().code != ErrorCode::busy && ::access(files.folder.c_str(), W_OK) != 0;
    if (unlockable)
        opened = connection->openAs(hasLog(files) ? Way::copied : Way::unlogged);
    if (!opened)
        return opened.error();
    return connection;
}

namespace {

// Repeats a question until its answer was read from files that stood still.
template <class Answer, class Connection, class Question>
Result<Answer> ask(std::unique_ptr<Connection>& connection, const Question& question)
{
    for (int tries = 0; tries < mostTries; ++tries) {
        if (connection->stoodStill()) {
            Result<Answer> answer = question(*connection->table);
            if (connection->stoodStill())
                return answer;
        }
        auto again = Connection::open(connection->files);
        if (!again)
            return again.error();
        connection = std::move(*again);
    }
    return Error{
        ErrorCode::busy, {"store.database_busy", {{"path", connection->files.database()}}}, "the file keeps changing"};
}

} // namespace

EventReader::EventReader(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
EventReader::~EventReader() = default;
EventReader::EventReader(EventReader&&) noexcept = default;
EventReader& EventReader::operator=(EventReader&&) noexcept = default;

Result<EventReader> EventReader::open(const std::string& folder)
{
    auto connection = Connection::open(EventFiles{folder});
    if (!connection)
        return connection.error();
    return EventReader(std::move(*connection));
}

EventReader::Way EventReader::way() const { return m_connection->way; }

bool EventReader::isNewer() const { return m_connection->newer; }

Result<Seq> EventReader::head()
{
    const auto head = ask<LogHead>(m_connection, [](EventTable& table) { return table.head(); });
    return head ? Result<Seq>(head->seq) : Result<Seq>(head.error());
}

Result<std::vector<StoredEvent>> EventReader::read(Seq after, std::size_t limit)
{
    return ask<std::vector<StoredEvent>>(m_connection, [&](EventTable& table) { return table.read(after, limit); });
}

Result<std::optional<Seq>> EventReader::find(const std::string& id)
{
    return ask<std::optional<Seq>>(m_connection, [&](EventTable& table) { return table.find(id); });
}

namespace {

Result<std::vector<AcceptedLoss>> lossesIn(Database& database)
{
    auto statement = database.prepare("SELECT after_seq, lost_seq FROM losses ORDER BY rowid");
    if (!statement)
        return statement.error();
    std::vector<AcceptedLoss> losses;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return losses;
        losses.push_back({static_cast<Seq>(statement->integer(0)), static_cast<Seq>(statement->integer(1))});
    }
}

} // namespace

Result<void> EventReader::copyTo(const std::string& path)
{
    const auto copied = ask<bool>(m_connection, [&](EventTable&) -> Result<bool> {
        const auto done = m_connection->database.copyTo(path);
        return done ? Result<bool>(true) : Result<bool>(done.error());
    });
    return copied ? Result<void>() : Result<void>(copied.error());
}

Result<ChainReport> EventReader::verify(const std::atomic<bool>& stop)
{
    // The anchor first: the log may grow meanwhile, and an older anchor must still fit.
    const auto anchor = readAnchor(m_connection->files.anchor());
    if (!anchor)
        return anchor.error();
    ChainReport report;
    report.anchorMissing = !*anchor;
    LogHead good = emptyLog(m_connection->table->storeId());
    bool anchorSeen = *anchor && (*anchor)->head == good;
    for (bool more = true; more;) {
        if (stop)
            return Error{ErrorCode::cancelled, {"store.cancelled", {}}, {}};
        // Never past the anchor in one go, so that the hash at the anchor is met.
        const Seq toAnchor = *anchor && (*anchor)->head.seq > good.seq ? (*anchor)->head.seq - good.seq : checkedAtOnce;
        const std::size_t limit = std::min<std::size_t>(checkedAtOnce, toAnchor);
        const auto finding =
            ask<ChainFinding>(m_connection, [&](EventTable& table) { return table.check(good, limit); });
        if (!finding)
            return finding.error();
        more = finding->good != good && !finding->firstBad;
        good = finding->good;
        anchorSeen = anchorSeen || (*anchor && (*anchor)->head == good);
        report.firstBad = finding->firstBad;
    }
    report.checked = good.seq;
    if (*anchor && !report.firstBad && !anchorSeen) {
        if ((*anchor)->head.seq > good.seq)
            report.lostUntil = (*anchor)->head.seq;
        else
            report.firstBad = (*anchor)->head.seq; // a whole chain, but not the one that was known
    }
    const auto losses = lossesIn(m_connection->database);
    if (!losses)
        return losses.error();
    report.acceptedLosses = *losses;
    return report;
}

} // namespace penstock::store
