#include "app/studio/live_source.h"

#include "core/store/event_reader.h"
#include "core/store/metric_reader.h"

#include <QThread>

namespace penstock::studio {

namespace {

constexpr std::size_t eventsAtOnce = 2'000;

// A log that is not there yet is an empty one.
bool isAbsent(const Error& error) { return error.code == ErrorCode::notFound; }

template <class Take> // bool(StoredEvent): false ends the reading
Result<void> readLog(const std::string& folder, Seq after, const std::atomic<bool>& stop, Take take)
{
    if (folder.empty())
        return {};
    auto reader = store::EventReader::open(folder);
    if (!reader)
        return isAbsent(reader.error()) ? Result<void>() : reader.error();
    while (!stop) {
        auto events = reader->read(after, eventsAtOnce);
        if (!events)
            return events.error();
        for (engine::StoredEvent& event : *events) {
            after = event.seq;
            if (!take(std::move(event)))
                return {};
        }
        if (events->size() < eventsAtOnce)
            return {};
    }
    return {};
}

Result<std::shared_ptr<models::Opening>> foldLog(const std::string& folder, const std::atomic<bool>& stop)
{
    auto opening = std::make_shared<models::Opening>();
    // Slots are the owner's own; what it takes on this machine unless told otherwise.
    opening->view.workspace.slots = QThread::idealThreadCount();
    Result<void> folded;
    const auto read = readLog(folder, 0, stop, [&](const engine::StoredEvent& event) {
        folded = opening->view.fold(event);
        if (event.type == "run.created") {
            if (const auto run = RunId::parse(textAt(event.payload, "run")))
                opening->began.emplace(*run, event.seq);
        }
        return folded.ok();
    });
    if (!read)
        return read.error();
    if (!folded)
        return folded.error();
    return opening;
}

} // namespace

// What the connection calls; it outlives neither the source nor its patience.
class LiveSource::Relay final : public session::Follower {
public:
    explicit Relay(LiveSource& source)
        : m_source(source)
    {}

    void events(const std::vector<engine::StoredEvent>& events) override
    {
        if (!events.empty())
            m_source.m_known = std::max(m_source.m_known, events.back().seq);
        Q_EMIT m_source.arrived(events);
    }
    void notice(const session::Notice& notice) override { Q_EMIT m_source.noticed(notice); }
    void closed(const Error&) override {} // the connection goes on with the next owner

private:
    LiveSource& m_source;
};

LiveSource::LiveSource(remote::Connection::Place place, QObject* parent)
    : models::EventSource(parent)
    , m_place(place)
    , m_connection(std::move(place))
{
    m_pool.setMaxThreadCount(1);
    m_series.setMaxThreadCount(1);
    connect(&m_connection, &remote::Connection::connected, this, [this] {
        look();
        Q_EMIT ownerChanged(true);
    });
    connect(&m_connection, &remote::Connection::disconnected, this, [this] {
        Q_EMIT ownerChanged(false);
        readOn();
    });
    connect(&m_connection, &remote::Connection::failed, this, &LiveSource::failed);
}

LiveSource::~LiveSource()
{
    m_stop = true;
    m_following.reset();
    m_pool.clear();
    m_series.clear();
    m_pool.waitForDone();
    m_series.waitForDone();
}

void LiveSource::look()
{
    if (const std::string folder = m_place.stateFolder(); !folder.empty())
        Q_EMIT stateFolderKnown(QString::fromStdString(folder));
}

void LiveSource::open()
{
    m_following.reset();
    m_pool.start([this] {
        const std::string folder = m_place.stateFolder();
        const auto opening = foldLog(folder, m_stop);
        QMetaObject::invokeMethod(this, [this, opening, folder] {
            if (!folder.empty())
                Q_EMIT stateFolderKnown(QString::fromStdString(folder));
            if (!opening) {
                Q_EMIT failed(opening.error());
                return;
            }
            m_known = (*opening)->view.seq;
            Q_EMIT opened(*opening);
            follow(m_known);
        });
    });
}

void LiveSource::follow(Seq after)
{
    m_relay = std::make_shared<Relay>(*this);
    m_following = m_connection.follow(after, m_relay);
    m_connection.watch();
}

// What an owner made durable before it went, but had not told.
void LiveSource::readOn()
{
    m_pool.start([this, after = m_known] {
        Events events;
        const auto read = readLog(m_place.stateFolder(), after, m_stop, [&](engine::StoredEvent event) {
            events.push_back(std::move(event));
            return true;
        });
        if (!read || events.empty())
            return;
        QMetaObject::invokeMethod(this, [this, events = std::move(events)] {
            m_known = std::max(m_known, events.back().seq);
            Q_EMIT arrived(events);
        });
    });
}

void LiveSource::submit(const session::Command& command, Reply reply)
{
    session::Order order;
    order.command = command;
    m_connection.submit(std::move(order), [reply = std::move(reply)](Result<Json> result) { reply(result); });
}

void LiveSource::history(const RunId& run, Seq first, std::function<void(const Result<Events>&)> reply)
{
    m_pool.start([this, run, first, reply = std::move(reply)] {
        Events events;
        const auto read = readLog(m_place.stateFolder(), first - 1, m_stop, [&](engine::StoredEvent event) {
            const bool last = event.type == "run.ended" && textAt(event.payload, "run") == run.text();
            events.push_back(std::move(event));
            return !last;
        });
        const Result<Events> answer = read ? Result<Events>(std::move(events)) : read.error();
        QMetaObject::invokeMethod(this, [answer, reply] { reply(answer); });
    });
}

void LiveSource::readLogged(const tracking::LoggedQuestion& question, std::function<void(const Result<tracking::Logged>&)> reply)
{
    m_series.start([this, question, reply = std::move(reply)] {
        const std::string folder = m_place.stateFolder();
        const auto logged = folder.empty() ? Result<tracking::Logged>(tracking::Logged{}) : store::readLogged(folder, question);
        QMetaObject::invokeMethod(this, [logged, reply] { reply(logged); });
    });
}

} // namespace penstock::studio
