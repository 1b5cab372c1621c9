// Finding, starting and losing an owner. The program that is started is this one: with `serve` it is a small owner.
#include "core/remote/connection.h"
#include "core/remote/http_server.h"
#include "core/remote/local_api.h"
#include "core/remote/local_listener.h"
#include "tests/core/remote/fake_session.h"
#include "tests/core/remote/recording_follower.h"
#include "tests/support/temporary_folder.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <signal.h>
#include <unistd.h>

#include <iostream>
#include <optional>

namespace penstock::remote {

using test::FakeSession;
using test::RecordingFollower;
using namespace std::chrono_literals;

namespace {

// An owner in this process, at a workspace's place.
struct OwnerHere {
    OwnerHere(const std::string& state, FakeSession& session)
        : m_state(state), m_api(session, m_server, {"1.2.3", state})
    {
        auto* listener = new LocalListener(geteuid());
        (void)listener->listen(state + "/s.sock");
        m_server.serve(listener);
        (void)writeOwnerFile(state, {getpid(), "2026-01-01T00:00:00.000Z", "1.2.3", state + "/s.sock"});
    }
    ~OwnerHere() { removeOwnerFile(m_state); }

private:
    std::string m_state;
    HttpServer m_server;
    LocalApi m_api;
};

// `connection_test serve … --workspace DIR`: the workspace is its own state folder; `serve.fails` there makes it fail.
// Each start adds a line to `starts`, so that a test can count them and end the process.
int serve(QCoreApplication& application)
{
    const std::string folder = application.arguments().last().toStdString();
    QFile starts(QString::fromStdString(folder + "/starts"));
    if (!starts.open(QIODevice::Append))
        return 1;
    starts.write(QByteArray::number(getpid()) + '\n');
    starts.close();
    if (QFile::exists(QString::fromStdString(folder + "/serve.fails"))) {
        std::cerr << "penstock: the roof is on fire.\n  in the attic" << std::endl;
        return 6;
    }
    FakeSession session;
    session.append(3);
    OwnerHere owner(folder, session);
    QTimer orphan; // one that was started just as its test ended
    QObject::connect(&orphan, &QTimer::timeout, &application, [&] {
        if (!QFile::exists(QString::fromStdString(folder)))
            QCoreApplication::quit();
    });
    orphan.start(500ms);
    return application.exec();
}

class World {
public:
    World()
        : m_connection(
              {folder.path(), [this] { return folder.path(); }, QCoreApplication::applicationFilePath().toStdString()})
    {}
    ~World() { endOwners(); }

    std::vector<pid_t> starts() const
    {
        std::vector<pid_t> pids;
        for (const QByteArray& line : QByteArray::fromStdString(folder.read("starts")).split('\n')) {
            if (!line.isEmpty())
                pids.push_back(line.toInt());
        }
        return pids;
    }
    void endOwners() const
    {
        for (const pid_t pid : starts())
            ::kill(pid, SIGKILL);
    }
    Connection& connection() { return m_connection; }

    test::TemporaryFolder folder;

private:
    Connection m_connection;
};

session::Order cancel() { return {{}, {}, session::CancelRun{RunId{"digits", 1}, "enough"}}; }

} // namespace

class ConnectionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); } // owners that change are no surprise
    void connectsToTheOwnerThatIsThere();
    void watchingStartsNobody();
    void noticesAnOwnerThatComesLater();
    void startsAnOwnerForACommand();
    void twoClientsMayStartAtOnce();
    void passesOverAnOwnerFileThatWasLeftBehind();
    void passesOverAnOwnerOfAnotherWorkspace();
    void knowsItsWorkspaceByAnotherName();
    void tellsWhenTheOwnerGoes();
    void startsAnotherOwnerForTheNextCommand();
    void followsOnFromOneOwnerToTheNext();
    void saysWhyNoOwnerCame();
    void saysThatTheProgramIsMissing();
    void endsQuietlyWhileStarting();
};

void ConnectionTest::connectsToTheOwnerThatIsThere()
{
    World world;
    FakeSession session;
    OwnerHere owner(world.folder.path(), session);
    QSignalSpy connected(&world.connection(), &Connection::connected);
    world.connection().watch();
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(world.connection().hello().pid, std::int64_t(getpid()));
    QVERIFY(world.starts().empty());
}

void ConnectionTest::watchingStartsNobody()
{
    World world;
    world.connection().watch();
    QCOMPARE(world.connection().state(), Connection::State::asleep);
    Connection other({world.folder.path(), [&] { return world.folder.path(); },
                      QCoreApplication::applicationFilePath().toStdString()});
    other.wake();
    QTRY_COMPARE_WITH_TIMEOUT(world.connection().state(), Connection::State::connected, 10'000);
    QCOMPARE(world.starts().size(), 1u); // the other's
}

void ConnectionTest::noticesAnOwnerThatComesLater()
{
    World world;
    world.connection().watch();
    FakeSession session;
    OwnerHere owner(world.folder.path(), session);
    QTRY_COMPARE(world.connection().state(), Connection::State::connected);
    QVERIFY(world.starts().empty());
}

void ConnectionTest::startsAnOwnerForACommand()
{
    World world;
    std::optional<Result<Json>> answer;
    world.connection().submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000);
    QVERIFY2(answer->ok(), answer->ok() ? "" : answer->error().message.id.c_str());
    QCOMPARE(world.starts().size(), 1u);
    QCOMPARE(world.connection().hello().pid, std::int64_t(world.starts()[0]));
}

void ConnectionTest::twoClientsMayStartAtOnce()
{
    World world;
    Connection second({world.folder.path(), [&] { return world.folder.path(); },
                       QCoreApplication::applicationFilePath().toStdString()});
    int answers = 0;
    world.connection().submit(cancel(), [&](const Result<Json>& got) { answers += got.ok(); });
    second.submit(cancel(), [&](const Result<Json>& got) { answers += got.ok(); });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 2, 10'000);
}

void ConnectionTest::passesOverAnOwnerFileThatWasLeftBehind()
{
    World world;
    QVERIFY(writeOwnerFile(world.folder.path(), {99999999, "2026-01-01T00:00:00.000Z", "1", world.folder / "gone.sock"})
                .ok());
    std::optional<Result<Json>> answer;
    world.connection().submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000);
    QVERIFY(answer->ok());
}

void ConnectionTest::passesOverAnOwnerOfAnotherWorkspace()
{
    World world;
    FakeSession session;
    test::TemporaryFolder other;
    OwnerHere owner(other.path(), session);
    QVERIFY(QFile::copy(QString::fromStdString(other / "owner.json"), QString::fromStdString(world.folder / "owner.json")));
    std::optional<Result<Json>> answer;
    world.connection().submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000);
    QVERIFY(answer->ok());
    QVERIFY(session.orders().empty());
    QCOMPARE(world.starts().size(), 1u);
}

void ConnectionTest::knowsItsWorkspaceByAnotherName()
{
    World world;
    FakeSession session;
    OwnerHere owner(world.folder.path(), session);
    test::TemporaryFolder elsewhere;
    const std::string alias = elsewhere / "alias"; // as a bind mount makes one
    QVERIFY(QFile::link(QString::fromStdString(world.folder.path()), QString::fromStdString(alias)));
    Connection connection({alias, [&] { return world.folder.path(); }, {}});
    connection.watch();
    QTRY_COMPARE(connection.state(), Connection::State::connected);
}

void ConnectionTest::tellsWhenTheOwnerGoes()
{
    World world;
    QSignalSpy disconnected(&world.connection(), &Connection::disconnected);
    world.connection().wake();
    QTRY_COMPARE_WITH_TIMEOUT(world.connection().state(), Connection::State::connected, 10'000);
    world.endOwners();
    QTRY_COMPARE(disconnected.count(), 1);
    QCOMPARE(world.connection().state(), Connection::State::asleep);
    QCOMPARE(world.starts().size(), 1u);
}

void ConnectionTest::startsAnotherOwnerForTheNextCommand()
{
    World world;
    world.connection().wake();
    QTRY_COMPARE_WITH_TIMEOUT(world.connection().state(), Connection::State::connected, 10'000);
    world.endOwners();
    std::optional<Result<Json>> answer; // given while the connection does not know yet that the owner is dead
    world.connection().submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000);
    QVERIFY(answer->ok());
    QCOMPARE(world.starts().size(), 2u);
}

void ConnectionTest::followsOnFromOneOwnerToTheNext()
{
    World world;
    FakeSession session;
    auto follower = std::make_shared<RecordingFollower>();
    const auto following = world.connection().follow(0, follower);
    {
        OwnerHere first(world.folder.path(), session);
        world.connection().watch();
        session.append(5);
        QTRY_COMPARE(follower->events_.size(), 5u);
    }
    QTRY_COMPARE(world.connection().state(), Connection::State::asleep);
    session.append(5);
    OwnerHere second(world.folder.path(), session);
    QTRY_COMPARE(follower->events_.size(), 10u);
    QVERIFY(follower->isGapFree());
    QVERIFY(!follower->closedBy.has_value());
}

void ConnectionTest::saysWhyNoOwnerCame()
{
    World world;
    world.folder.write("serve.fails", "");
    world.connection().setStartDeadline(500ms);
    std::optional<Result<Json>> answer;
    world.connection().submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().message.id, std::string("remote.owner_did_not_start"));
    const Error& why = answer->error();
    QVERIFY((why.message.arguments == decltype(why.message.arguments){{"words", "the roof is on fire"}}));
    QCOMPARE(why.detail, std::string("in the attic"));
}

void ConnectionTest::saysThatTheProgramIsMissing()
{
    test::TemporaryFolder folder;
    Connection connection({folder.path(), [] { return std::string(); }, folder / "no-such-program"});
    QSignalSpy failed(&connection, &Connection::failed);
    connection.wake();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(connection.state(), Connection::State::asleep);
}

void ConnectionTest::endsQuietlyWhileStarting()
{
    World world;
    bool replied = false;
    {
        Connection brief({world.folder.path(), [&] { return world.folder.path(); },
                          QCoreApplication::applicationFilePath().toStdString()});
        brief.submit(cancel(), [&](const Result<Json>&) { replied = true; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(world.starts().size(), 1u, 10'000);
    QVERIFY(!replied);
}

} // namespace penstock::remote

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == "serve")
        return penstock::remote::serve(application);
    penstock::remote::ConnectionTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "connection_test.moc"
