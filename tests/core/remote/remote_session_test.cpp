// The same session on the other side of the socket: what goes in comes out.
#include "core/remote/http_server.h"
#include "core/remote/local_api.h"
#include "core/remote/local_listener.h"
#include "core/remote/remote_session.h"
#include "core/remote/socket_path.h"
#include "core/remote/wire.h"
#include "tests/core/remote/fake_session.h"
#include "tests/core/remote/recording_follower.h"
#include "tests/support/temporary_folder.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <optional>

namespace penstock::remote {

using test::FakeSession;
using test::RecordingFollower;
using namespace std::chrono_literals;

namespace {

struct World {
    World()
    {
        auto* listener = new LocalListener(geteuid());
        (void)listener->listen(path());
        server.serve(listener);
    }

    std::string path() const { return folder / "s.sock"; }

    test::TemporaryFolder folder;
    FakeSession session;
    HttpServer server;
    std::optional<LocalApi> api{std::in_place, session, server, LocalApi::Identity{"1.2.3", "/a/workspace"}};
    RemoteSession remote{path()};
};

session::Order cancel(const std::string& key = {})
{
    return {key, "forged", session::CancelRun{RunId{"digits", 1}, "enough"}};
}

} // namespace

class RemoteSessionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void greets();
    void carriesCommandsAndReplies();
    void carriesErrorsWhole();
    void carriesEventsWhole();
    void carriesALargeLogInOrder();
    void carriesNotices();
    void tellsThatTheOwnerLeaves();
    void tellsThatNobodyListens();
    void tellsThatTheConnectionWasCut();
    void tellsThatNoAnswerCame();
    void refusesAnotherProtocol();
    void letsAFollowerEndItsFollowingFromWithin();
    void isSilentAfterTheSubscriptionEnded();
    void keepsSocketPathsShort();
    void refusesASocketFolderOfOthers();
};

void RemoteSessionTest::greets()
{
    World world;
    world.session.append(2);
    std::optional<Result<Hello>> hello;
    world.remote.hello([&](Result<Hello> answer) { hello = std::move(answer); });
    QTRY_VERIFY(hello.has_value());
    QVERIFY(hello->ok());
    QCOMPARE((*hello)->workspace, std::string("/a/workspace"));
    QCOMPARE((*hello)->pid, std::int64_t(getpid()));
    QCOMPARE((*hello)->seq, Seq(2));
}

void RemoteSessionTest::carriesCommandsAndReplies()
{
    World world;
    int replies = 0;
    for (int i = 0; i < 5; ++i)
        world.remote.submit(cancel(), [&](const Result<Json>& answer) { replies += answer.ok() ? 1 : 100; });
    QCOMPARE(replies, 0); // never from within submit()
    QTRY_COMPARE(replies, 5);
    const auto orders = world.session.orders();
    QCOMPARE(orders.size(), 5u); // each got a key of its own
    QCOMPARE(dumpJson(session::toJson(orders[0].command)), dumpJson(session::toJson(cancel().command)));
    QVERIFY(orders[0].user != "forged");
}

void RemoteSessionTest::carriesErrorsWhole()
{
    World world;
    const Error error{ErrorCode::conflict,
                      {"session.already_decided", {{"person", "Ada"}, {"request", "digits-1/ask"}}},
                      "detail \xc3\xa9"};
    world.session.answerWith([&](const session::Order&) -> Result<Json> { return error; });
    std::optional<Result<Json>> answer;
    world.remote.submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    QTRY_VERIFY(answer.has_value());
    QVERIFY(!answer->ok());
    QVERIFY(answer->error() == error);
}

void RemoteSessionTest::carriesEventsWhole()
{
    World world;
    world.session.append(1, 3);
    auto follower = std::make_shared<RecordingFollower>();
    const auto following = world.remote.follow(0, follower);
    QTRY_COMPARE(follower->events_.size(), 1u);
    const engine::StoredEvent expected{
        1, "e1", Instant(Duration(1'700'000'000'000)), "user:ada", "test.happened", Json{{"text", "xxx"}}};
    QVERIFY(follower->events_[0] == expected);
}

void RemoteSessionTest::carriesALargeLogInOrder()
{
    World world;
    world.session.append(30'000, 50);
    auto follower = std::make_shared<RecordingFollower>();
    const auto following = world.remote.follow(100, follower);
    world.session.append(1000);
    QTRY_COMPARE_WITH_TIMEOUT(follower->events_.size(), 30'900u, 60'000);
    QCOMPARE(follower->events_.front().seq, Seq(101));
    QVERIFY(follower->isGapFree());
}

void RemoteSessionTest::carriesNotices()
{
    World world;
    auto follower = std::make_shared<RecordingFollower>();
    const auto following = world.remote.follow(0, follower);
    QTRY_COMPARE(world.session.followers(), 1u);
    world.session.notice({"digits-1/train/1", "progress", Json{{"done", 5}}});
    QTRY_COMPARE(follower->notices.size(), 1u);
    QCOMPARE(follower->notices[0].subject, std::string("digits-1/train/1"));
    QCOMPARE(integerAt(follower->notices[0].content, "done"), 5);
}

void RemoteSessionTest::tellsThatTheOwnerLeaves()
{
    World world;
    auto follower = std::make_shared<RecordingFollower>();
    const auto following = world.remote.follow(0, follower);
    QTRY_COMPARE(world.session.followers(), 1u);
    world.api.reset();
    QTRY_VERIFY(follower->closedBy.has_value());
    QCOMPARE(follower->closedBy->message.id, std::string("remote.owner_leaving"));
    std::optional<Result<Json>> answer;
    world.remote.submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().message.id, std::string("remote.owner_leaving"));
}

void RemoteSessionTest::tellsThatNobodyListens()
{
    test::TemporaryFolder folder;
    RemoteSession remote(folder / "none.sock");
    std::optional<Result<Json>> answer;
    remote.submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    auto follower = std::make_shared<RecordingFollower>();
    const auto following = remote.follow(0, follower);
    QVERIFY(!answer && !follower->closedBy); // never from within the call
    QTRY_VERIFY(answer && follower->closedBy);
    QCOMPARE(answer->error().message.id, std::string("remote.no_owner"));
    QCOMPARE(follower->closedBy->message.id, std::string("remote.no_owner"));
}

void RemoteSessionTest::tellsThatTheConnectionWasCut()
{
    test::TemporaryFolder folder;
    QLocalServer server;
    QVERIFY(server.listen(QString::fromStdString(folder / "s.sock")));
    connect(&server, &QLocalServer::newConnection, &server, [&] {
        QLocalSocket* socket = server.nextPendingConnection();
        connect(socket, &QLocalSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"run\":");
            socket->disconnectFromServer();
        });
    });
    RemoteSession remote(folder / "s.sock");
    std::optional<Result<Json>> answer;
    remote.submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().message.id, std::string("remote.connection_lost"));
}

void RemoteSessionTest::tellsThatNoAnswerCame()
{
    test::TemporaryFolder folder;
    QLocalServer silent;
    QVERIFY(silent.listen(QString::fromStdString(folder / "s.sock")));
    RemoteSession remote(folder / "s.sock", RemoteSession::Patience{20ms, 20ms});
    std::optional<Result<Json>> answer;
    remote.submit(cancel(), [&](Result<Json> got) { answer = std::move(got); });
    auto follower = std::make_shared<RecordingFollower>();
    const auto following = remote.follow(0, follower);
    QTRY_VERIFY(answer && follower->closedBy);
    QCOMPARE(answer->error().message.id, std::string("remote.no_answer"));
    QCOMPARE(follower->closedBy->message.id, std::string("remote.no_answer"));
}

void RemoteSessionTest::refusesAnotherProtocol()
{
    test::TemporaryFolder folder;
    HttpServer server;
    auto* listener = new LocalListener(geteuid());
    QVERIFY(listener->listen(folder / "s.sock").ok());
    server.serve(listener);
    server.add({"GET", "/v1/hello", {}, {}, [](const HttpRequest&, HttpReply& reply) {
                    reply.send(200, Json{{"protocol", 2}, {"version", "9.0"}});
                }});
    RemoteSession remote(folder / "s.sock");
    std::optional<Result<Hello>> hello;
    remote.hello([&](Result<Hello> answer) { hello = std::move(answer); });
    QTRY_VERIFY(hello.has_value());
    QVERIFY(hello->error().code == ErrorCode::unsupported);
}

void RemoteSessionTest::letsAFollowerEndItsFollowingFromWithin()
{
    World world;
    auto follower = std::make_shared<RecordingFollower>();
    std::unique_ptr<session::Subscription> following;
    follower->onEvents = [&] { following.reset(); };
    following = world.remote.follow(0, follower);
    QTRY_COMPARE(world.session.followers(), 1u);
    world.session.append(10);
    QTRY_COMPARE(world.session.followers(), 0u);
    QVERIFY(!follower->events_.empty());
}

void RemoteSessionTest::isSilentAfterTheSubscriptionEnded()
{
    World world;
    auto follower = std::make_shared<RecordingFollower>();
    auto following = world.remote.follow(0, follower);
    QTRY_COMPARE(world.session.followers(), 1u);
    world.session.append(3);
    following.reset();
    QTRY_COMPARE(world.session.followers(), 0u);
    QVERIFY(follower->events_.empty());
    QVERIFY(!follower->closedBy.has_value());
}

void RemoteSessionTest::keepsSocketPathsShort()
{
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    test::TemporaryFolder folder;
    qputenv("XDG_RUNTIME_DIR", QByteArray::fromStdString(folder.path()));
    const std::string deep = '/' + std::string(3000, 'd');
    QCOMPARE(socketPath(deep).substr(0, folder.path().size() + 10), folder.path() + "/penstock/");
    QVERIFY(socketPath(deep) == socketPath(deep));
    QVERIFY(socketPath(deep) != socketPath(deep + "x"));
    const std::string longRuntime = folder.path() + '/' + std::string(100, 'r');
    QCOMPARE(mkdir(longRuntime.c_str(), 0700), 0);
    qputenv("XDG_RUNTIME_DIR", QByteArray::fromStdString(longRuntime));
    QVERIFY(socketPath(deep).size() <= 106);
    QVERIFY(socketPath(deep).starts_with("/tmp/penstock-"));
    qunsetenv("XDG_RUNTIME_DIR");
    QVERIFY(socketPath(deep).starts_with("/tmp/penstock-" + std::to_string(geteuid()) + "/"));
    qputenv("XDG_RUNTIME_DIR", before);
}

void RemoteSessionTest::refusesASocketFolderOfOthers()
{
    test::TemporaryFolder folder;
    QCOMPARE(symlink("/tmp", (folder / "link").c_str()), 0);
    QVERIFY(prepareSocketFolder(folder / "link/s.sock").error().code == ErrorCode::denied);
    std::string theirs = "/usr"; // root's, and not ours
    if (geteuid() == 0) {
        theirs = folder / "theirs";
        QCOMPARE(mkdir(theirs.c_str(), 0700), 0);
        QCOMPARE(chown(theirs.c_str(), 1, 1), 0);
    }
    QVERIFY(prepareSocketFolder(theirs + "/s.sock").error().code == ErrorCode::denied);
}

} // namespace penstock::remote

QTEST_GUILESS_MAIN(penstock::remote::RemoteSessionTest)
#include "remote_session_test.moc"
