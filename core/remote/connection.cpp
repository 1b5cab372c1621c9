#include "core/remote/connection.h"

#include "core/remote/socket_path.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QUuid>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <utility>

namespace penstock::remote {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lookWhileStarting = 10ms;
constexpr auto lookWhileWatching = 500ms;
constexpr std::chrono::milliseconds pauseBetweenStarts = 300ms;
constexpr int mostLaunches = 2;
constexpr qint64 mostWords = 64 * 1024;
constexpr Seq beyondAll = std::numeric_limits<std::int64_t>::max();

// The command did not reach an owner, or its answer did not reach us: another try with the same key is right.
bool isLost(const Error& error)
{
    const std::string& id = error.message.id;
    return id == "remote.connection_lost" || id == "remote.no_owner" || id == "remote.owner_leaving";
}

// Ended; also when nobody has asked for its exit code yet (a zombie, proc(5)).
bool isGone(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return true;
    const QByteArray text = stat.read(512);
    return text.mid(text.lastIndexOf(')') + 2, 1) == "Z";
}

// A workspace that was copied while its owner lived has an owner.json that leads to the owner of the original.
bool isOf(const std::string& workspace, const Hello& hello)
{
    std::error_code none;
    return hello.workspace == workspace || std::filesystem::equivalent(hello.workspace, workspace, none);
}

class Presence final : public session::Follower {
public:
    explicit Presence(std::function<void()> gone) : m_gone(std::move(gone)) {}

    void events(const std::vector<engine::StoredEvent>&) override {}
    void notice(const session::Notice&) override {}
    void closed(const Error&) override { m_gone(); }

private:
    std::function<void()> m_gone;
};

} // namespace

// What the caller holds: lives on while owners change.
class Connection::Following final : public session::Subscription {
public:
    Following(Connection* connection, Seq after, std::shared_ptr<session::Follower> follower)
        : m_connection(connection), m_relay(std::make_shared<Relay>(after, std::move(follower)))
    {
        connection->m_followings.push_back(this);
    }

    ~Following() override
    {
        if (m_connection)
            std::erase(m_connection->m_followings, this);
    }

    void goOn(RemoteSession& session)
    {
        m_subscription.reset();
        m_subscription = session.follow(m_relay->last, m_relay);
    }

private:
    struct Relay final : session::Follower {
        Relay(Seq after, std::shared_ptr<session::Follower> to) : last(after), follower(std::move(to)) {}

        void events(const std::vector<engine::StoredEvent>& events) override
        {
            last = events.back().seq;
            follower->events(events);
        }
        void notice(const session::Notice& notice) override { follower->notice(notice); }
        void closed(const Error&) override {} // the connection's presence tells it, once for all

        Seq last;
        std::shared_ptr<session::Follower> follower;
    };

    QPointer<Connection> m_connection;
    std::shared_ptr<Relay> m_relay;
    std::unique_ptr<session::Subscription> m_subscription;
};

Connection::Connection(Place place, QObject* parent) : QObject(parent), m_place(std::move(place))
{
    m_again.setTimerType(Qt::CoarseTimer);
    connect(&m_again, &QTimer::timeout, this, &Connection::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &Connection::look);
}

Connection::~Connection() = default;

void Connection::watch()
{
    if (m_state != State::asleep)
        return;
    m_again.start(lookWhileWatching);
    look();
}

void Connection::wake()
{
    if (m_state == State::connected || m_wanted)
        return;
    m_wanted = true;
    m_launches = 0;
    m_sinceWake.start();
    m_state = State::connecting;
    m_again.start(lookWhileStarting);
    look();
}

void Connection::look()
{
    if (m_state == State::connected)
        return;
    if (m_wanted && m_sinceWake.hasExpired(m_startDeadline.count()))
        return giveUp(didNotStart());
    if (m_asking)
        return;
    const std::string folder = m_place.stateFolder();
    watchFolder(folder);
    if (const auto owner = readOwnerFile(folder))
        return ask(*owner);
    if (m_wanted)
        startOwner();
}

void Connection::watchFolder(const std::string& folder)
{
    const QString path = QString::fromStdString(folder);
    if (!folder.empty() && !m_watcher.directories().contains(path) && QFile::exists(path))
        m_watcher.addPath(path);
}

void Connection::ask(const OwnerFile& owner)
{
    m_asking = true;
    if (m_session) // its commands get their answers or errors before it goes
        QTimer::singleShot(RemoteSession::Patience{}.reply + 1s, m_session, &QObject::deleteLater);
    m_session = new RemoteSession(owner.socket, this);
    m_session->hello([this](const Result<Hello>& hello) { onHello(hello); });
}

void Connection::onHello(const Result<Hello>& hello)
{
    m_asking = false;
    if (m_state == State::connected)
        return;
    if (!hello && hello.error().code == ErrorCode::unsupported)
        return giveUp(hello.error());
    if (!hello || !isOf(m_place.workspace, *hello)) {
        if (m_wanted)
            startOwner();
        return;
    }
    m_hello = *hello;
    m_wanted = false;
    m_again.stop();
    m_presence = m_session->follow(beyondAll, std::make_shared<Presence>([this] { onLost(); }));
    m_state = State::connected;
    for (Following* following : m_followings)
        following->goOn(*m_session);
    for (Waiting& waiting : std::exchange(m_waiting, {}))
        send(std::move(waiting));
    Q_EMIT connected();
}

// The one started may have lost the lock to another that has announced itself meanwhile; that is given a moment to
// show.
bool Connection::isTimeToStart() const { return m_launches == 0 || hasFailed(); }

bool Connection::hasFailed() const
{
    return isGone(m_startedPid) && m_sinceLaunch.hasExpired(pauseBetweenStarts.count());
}

void Connection::startOwner()
{
    if (!isTimeToStart())
        return;
    if (m_launches == mostLaunches)
        return giveUp(didNotStart());
    ++m_launches;
    const QString words = wordsFile();
    QProcess owner;
    owner.setProgram(QString::fromStdString(m_place.program));
    owner.setArguments({u"serve"_s, u"--until-idle"_s, u"--workspace"_s, QString::fromStdString(m_place.workspace)});
    owner.setWorkingDirectory(u"/"_s);
    owner.setStandardInputFile(QProcess::nullDevice());
    owner.setStandardOutputFile(QProcess::nullDevice());
    owner.setStandardErrorFile(words, words == QProcess::nullDevice() ? QIODevice::Truncate : QIODevice::Append);
    m_wordsBefore = QFileInfo(words).size();
    if (m_wordsBefore > mostWords && QFile::resize(words, 0))
        m_wordsBefore = 0;
    m_sinceLaunch.start();
    if (!owner.startDetached(&m_startedPid))
        giveUp({ErrorCode::io,
                {"remote.owner_not_startable", {{"program", m_place.program}}},
                owner.errorString().toStdString()});
}

// Where an owner that cannot start says why: beside its socket, for the workspace may be read-only.
QString Connection::wordsFile() const
{
    const std::string socket = socketPath(m_place.workspace);
    if (!prepareSocketFolder(socket))
        return QProcess::nullDevice();
    return QString::fromStdString(socket.substr(0, socket.rfind('.')) + ".log");
}

Error Connection::didNotStart() const
{
    QFile file(wordsFile());
    std::string words;
    if (file.open(QIODevice::ReadOnly) && file.seek(m_wordsBefore))
        words = file.read(4096).trimmed().toStdString();
    if (words.starts_with("penstock: "))
        words.erase(0, 10);
    // Its sentence, and below it what is for logs.
    const std::size_t end = std::min(words.find('\n'), words.size());
    std::string sentence = words.substr(0, end);
    while (sentence.ends_with('.'))
        sentence.pop_back();
    if (sentence.empty())
        return {ErrorCode::busy, {"remote.owner_silent", {}}, {}};
    return {ErrorCode::busy, {"remote.owner_did_not_start", {{"words", sentence}}}, QString::fromStdString(words.substr(end)).simplified().toStdString()};
}

void Connection::giveUp(const Error& why)
{
    m_wanted = false;
    m_again.start(lookWhileWatching);
    m_state = State::asleep;
    for (const Waiting& waiting : std::exchange(m_waiting, {}))
        waiting.reply(why);
    Q_EMIT failed(why);
}

void Connection::onLost()
{
    if (m_state != State::connected)
        return;
    m_presence.reset();
    m_state = State::asleep;
    m_again.start(lookWhileWatching);
    Q_EMIT disconnected();
}

void Connection::submit(session::Order order, Reply reply)
{
    if (order.key.empty())
        order.key = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    Waiting waiting{std::move(order), std::move(reply), false};
    if (m_state == State::connected)
        return send(std::move(waiting));
    m_waiting.push_back(std::move(waiting));
    wake();
}

void Connection::send(Waiting waiting)
{
    session::Order order = waiting.order;
    m_session->submit(std::move(order), [this, waiting = std::move(waiting)](const Result<Json>& answer) mutable {
        if (answer || !isLost(answer.error()) || std::exchange(waiting.repeated, true))
            return waiting.reply(answer);
        onLost();
        m_waiting.push_back(std::move(waiting));
        wake();
    });
}

std::unique_ptr<session::Subscription> Connection::follow(Seq after, std::shared_ptr<session::Follower> follower)
{
    auto following = std::make_unique<Following>(this, after, std::move(follower));
    if (m_state == State::connected)
        following->goOn(*m_session);
    return following;
}

} // namespace penstock::remote
