// A session seen through the socket, byte by byte where bytes are the promise.
#include "core/remote/http_server.h"
#include "core/remote/local_api.h"
#include "core/remote/local_listener.h"
#include "tests/core/remote/fake_session.h"
#include "tests/core/remote/raw_peer.h"
#include "tests/support/temporary_folder.h"

#include <QFileInfo>
#include <QTest>

#include <unistd.h>

namespace penstock::remote {

using test::FakeSession;
using test::RawPeer;
using namespace std::chrono_literals;

namespace {

struct World {
    explicit World(HttpLimits limits = {}) : server(limits)
    {
        auto* listener = new LocalListener(geteuid());
        (void)listener->listen(path());
        server.serve(listener);
    }

    std::string path() const { return folder / "s.sock"; }

    test::TemporaryFolder folder;
    FakeSession session;
    HttpServer server;
    LocalApi api{session, server, {"1.2.3", "/a/workspace"}};
};

QByteArray get(const QByteArray& target) { return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n"; }

QByteArray command(const QByteArray& body, const QByteArray& key)
{
    return "POST /v1/commands HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nIdempotency-Key: " +
           key + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

const QByteArray cancel = R"({"command":"cancel","run":"digits-1"})";

Json bodyOf(const QByteArray& answer)
{
    return parseJson(answer.mid(answer.indexOf("\r\n\r\n") + 4).toStdString()).valueOr(Json());
}

// The sequence numbers of the events in a raw stream, in the order they came.
std::vector<Seq> seqsIn(const QByteArray& stream)
{
    std::vector<Seq> seqs;
    for (const QByteArray& line : stream.split('\n')) {
        if (const auto json = parseJson(line.toStdString()); json && json->contains("seq"))
            seqs.push_back(static_cast<Seq>(integerAt(*json, "seq")));
    }
    return seqs;
}

std::vector<Seq> range(Seq first, Seq last)
{
    std::vector<Seq> seqs;
    for (Seq seq = first; seq <= last; ++seq)
        seqs.push_back(seq);
    return seqs;
}

} // namespace

class LocalApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhoItIs();
    void repliesWhenTheOwnerReplies();
    void namesTheUserAndNotWhatTheTextClaims();
    void givesARepeatedKeyTheFirstAnswer();
    void givesARepeatedKeyTheFirstAnswerAlsoWhileItIsBeingWorkedOn();
    void triesARefusedKeyAgain();
    void refusesAKeyForAnotherCommand();
    void refusesCommandsItCannotRead_data();
    void refusesCommandsItCannotRead();
    void turnsErrorsIntoStatusAndJson();
    void survivesAPeerThatGoesBeforeTheReply();
    void streamsTheLogFromThePlaceAskedFor();
    void resumesWithoutGapOrDouble();
    void servesTwoClientsAlike();
    void sendsNoticesBetweenEvents();
    void keepsAnIdleStreamAlive();
    void saysWhyAStreamEnds();
    void givesASlowReaderEverythingWithoutKeepingIt();
    void dropsAReaderThatNeverReads();
    void refusesAPlaceThatIsNoNumber();
};

void LocalApiTest::saysWhoItIs()
{
    World world;
    world.session.append(3);
    RawPeer peer(world.path());
    peer.send(get("/v1/hello"));
    QTRY_COMPARE(peer.status(), 200);
    const Json hello = bodyOf(peer.received());
    const Json expected{
        {"protocol", 1}, {"version", "1.2.3"}, {"pid", getpid()}, {"seq", 3}, {"workspace", "/a/workspace"}};
    QCOMPARE(dumpJson(hello), dumpJson(expected));
}

void LocalApiTest::repliesWhenTheOwnerReplies()
{
    World world;
    world.session.holdReplies();
    RawPeer peer(world.path());
    peer.send(command(cancel, "k1"));
    RawPeer other(world.path());
    other.send(get("/nowhere"));
    QTRY_COMPARE(other.status(), 404); // the server is not held up
    QCOMPARE(peer.status(), 0);
    world.session.release();
    QTRY_COMPARE(peer.status(), 200);
    QCOMPARE(dumpJson(bodyOf(peer.received())), std::string(R"({"done":"k1"})"));
}

void LocalApiTest::namesTheUserAndNotWhatTheTextClaims()
{
    World world;
    RawPeer peer(world.path());
    peer.send(command(R"({"command":"cancel","run":"digits-1","user":"boss","actor":"boss"})", "k"));
    QTRY_COMPARE(peer.status(), 200);
    QCOMPARE(world.session.orders().size(), 1u);
    const std::string user = QFileInfo(QString::fromStdString(world.folder.path())).owner().toStdString();
    QCOMPARE(world.session.orders()[0].user, user);
    QCOMPARE(world.session.orders()[0].key, std::string("k"));
}

void LocalApiTest::givesARepeatedKeyTheFirstAnswer()
{
    World world;
    for (int i = 0; i < 3; ++i) {
        RawPeer peer(world.path());
        peer.send(command(cancel, "same"));
        QTRY_COMPARE(peer.status(), 200);
        QCOMPARE(dumpJson(bodyOf(peer.received())), std::string(R"({"done":"same"})"));
    }
    QCOMPARE(world.session.orders().size(), 1u);
}

void LocalApiTest::givesARepeatedKeyTheFirstAnswerAlsoWhileItIsBeingWorkedOn()
{
    World world;
    world.session.holdReplies();
    RawPeer first(world.path()), second(world.path());
    first.send(command(cancel, "same"));
    second.send(command(cancel, "same"));
    RawPeer marker(world.path()); // answered after both were read: the loop takes sockets in turn
    marker.send(get("/nowhere"));
    QTRY_COMPARE(marker.status(), 404);
    world.session.release();
    QTRY_COMPARE(first.status(), 200);
    QTRY_COMPARE(second.status(), 200);
    QCOMPARE(world.session.orders().size(), 1u);
}

void LocalApiTest::triesARefusedKeyAgain()
{
    World world;
    world.session.answerWith([](const session::Order&) -> Result<Json> {
        return Error{ErrorCode::full, {"store.disk_full", {}}, {}};
    });
    RawPeer first(world.path());
    first.send(command(cancel, "k"));
    QTRY_COMPARE(first.status(), 507);
    world.session.answerWith([](const session::Order&) { return Json{{"run", "digits-1"}}; });
    RawPeer second(world.path());
    second.send(command(cancel, "k"));
    QTRY_COMPARE(second.status(), 200);
}

void LocalApiTest::refusesAKeyForAnotherCommand()
{
    World world;
    RawPeer first(world.path());
    first.send(command(cancel, "k"));
    QTRY_COMPARE(first.status(), 200);
    RawPeer second(world.path());
    second.send(command(R"({"command":"cancel","run":"digits-2"})", "k"));
    QTRY_COMPARE(second.status(), 409);
    QCOMPARE(world.session.orders().size(), 1u);
}

void LocalApiTest::refusesCommandsItCannotRead_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("no key") << command(cancel, "k").replace("Idempotency-Key: k\r\n", "");
    QTest::newRow("odd key") << command(cancel, "../../k");
    QTest::newRow("long key") << command(cancel, QByteArray(200, 'k'));
    QTest::newRow("no JSON") << command("{run", "k");
    QTest::newRow("no object") << command("[1]", "k");
    QTest::newRow("unknown command") << command(R"({"command":"format-disk"})", "k");
    QTest::newRow("no run") << command(R"({"command":"cancel","run":7})", "k");
    QTest::newRow("deep") << command(QByteArray(100'000, '['), "k");
}

void LocalApiTest::refusesCommandsItCannotRead()
{
    QFETCH(QByteArray, request);
    World world;
    RawPeer peer(world.path());
    peer.send(request);
    QTRY_COMPARE(peer.status(), 400);
    QVERIFY(!textAt(memberAt(bodyOf(peer.received()), "error"), "id").empty());
    QVERIFY(world.session.orders().empty());
}

void LocalApiTest::turnsErrorsIntoStatusAndJson()
{
    World world;
    world.session.answerWith([](const session::Order&) -> Result<Json> {
        return Error{ErrorCode::notFound, {"session.run_unknown", {{"run", "digits-1"}}}, "a detail"};
    });
    RawPeer peer(world.path());
    peer.send(command(cancel, "k"));
    QTRY_COMPARE(peer.status(), 404);
    const Json expected{{"code", "notFound"},
                        {"id", "session.run_unknown"},
                        {"arguments", {{"run", "digits-1"}}},
                        {"detail", "a detail"}};
    QCOMPARE(dumpJson(bodyOf(peer.received())), dumpJson(Json{{"error", expected}}));
}

void LocalApiTest::survivesAPeerThatGoesBeforeTheReply()
{
    World world;
    world.session.holdReplies();
    {
        RawPeer peer(world.path());
        peer.send(command(cancel, "k"));
        RawPeer marker(world.path());
        marker.send(get("/nowhere"));
        QTRY_COMPARE(marker.status(), 404);
    }
    QTRY_COMPARE(world.server.connections(), 0);
    world.session.release();
    RawPeer again(world.path());
    again.send(command(cancel, "k"));
    QTRY_COMPARE(again.status(), 200);
    QCOMPARE(world.session.orders().size(), 1u);
}

void LocalApiTest::streamsTheLogFromThePlaceAskedFor()
{
    World world;
    world.session.append(5);
    RawPeer peer(world.path());
    peer.send(get("/v1/events?after=3"));
    QTRY_COMPARE(seqsIn(peer.received()), range(4, 5));
    world.session.append(2);
    QTRY_COMPARE(seqsIn(peer.received()), range(4, 7));
    QVERIFY(peer.received().contains("\"actor\":\"user:ada\""));
    QVERIFY(peer.received().contains("Content-Type: application/x-ndjson"));
}

void LocalApiTest::resumesWithoutGapOrDouble()
{
    World world;
    std::vector<Seq> all;
    for (int round = 0; round < 10; ++round) {
        RawPeer peer(world.path());
        world.session.append(50);
        peer.send(get("/v1/events?after=" + QByteArray::number(qulonglong(all.size()))));
        world.session.append(50);
        QTRY_VERIFY(seqsIn(peer.received()).size() >= 50);
        const auto got = seqsIn(peer.received()); // cut off wherever it is
        all.insert(all.end(), got.begin(), got.end());
    }
    QCOMPARE(all, range(1, all.size()));
}

void LocalApiTest::servesTwoClientsAlike()
{
    World world;
    RawPeer first(world.path()), second(world.path());
    first.send(get("/v1/events?after=0"));
    second.send(get("/v1/events"));
    world.session.append(20);
    QTRY_COMPARE(seqsIn(first.received()), range(1, 20));
    QTRY_COMPARE(seqsIn(second.received()), range(1, 20));
    QCOMPARE(world.api.streams(), 2);
    first.socket().abort();
    QTRY_COMPARE(world.api.streams(), 1);
    QTRY_COMPARE(world.session.followers(), 1u);
    world.session.append(1);
    QTRY_COMPARE(seqsIn(second.received()), range(1, 21));
}

void LocalApiTest::sendsNoticesBetweenEvents()
{
    World world;
    RawPeer peer(world.path());
    peer.send(get("/v1/events?after=0"));
    QTRY_COMPARE(world.session.followers(), 1u);
    world.session.notice({"digits-1/train/1", "progress", Json{{"done", 5}}});
    QTRY_VERIFY(peer.received().contains(
        R"({"notice":{"content":{"done":5},"subject":"digits-1/train/1","type":"progress"}})"));
}

void LocalApiTest::keepsAnIdleStreamAlive()
{
    HttpLimits limits;
    limits.keepAlive = 10ms;
    World world(limits);
    RawPeer peer(world.path());
    peer.send(get("/v1/events?after=0"));
    QTRY_VERIFY(peer.received().count("1\r\n\n\r\n") > 3);
    QVERIFY(!peer.isClosed());
}

void LocalApiTest::saysWhyAStreamEnds()
{
    World world;
    RawPeer peer(world.path());
    peer.send(get("/v1/events?after=0"));
    QTRY_COMPARE(world.session.followers(), 1u);
    world.session.append(1);
    world.session.close({ErrorCode::busy, {"session.owner_leaving", {}}, {}});
    QTRY_VERIFY(peer.isClosed());
    QVERIFY(peer.received().contains("{\"closed\":{\"error\":"));
    QVERIFY(peer.received().endsWith("0\r\n\r\n"));
    QCOMPARE(seqsIn(peer.received()), range(1, 1));
}

void LocalApiTest::givesASlowReaderEverythingWithoutKeepingIt()
{
    HttpLimits limits;
    limits.streamBacklog = 100'000;
    limits.streamInbox = 100;
    World world(limits);
    RawPeer peer(world.path());
    peer.socket().setReadBufferSize(64 * 1024); // reads, but a little at a time
    peer.send(get("/v1/events?after=0"));
    QTRY_COMPARE(world.session.followers(), 1u);
    for (int i = 0; i < 50; ++i)
        world.session.append(50, 1000);
    QTRY_COMPARE_WITH_TIMEOUT(peer.received().count("\"seq\":"), 2500, 60'000);
    QCOMPARE(seqsIn(peer.received()), range(1, 2500));
    QVERIFY2(world.session.followings() > 1, "the stream was to pause and follow again");
}

void LocalApiTest::dropsAReaderThatNeverReads()
{
    HttpLimits limits;
    limits.streamBacklog = 100'000;
    limits.stallDeadline = 100ms;
    World world(limits);
    RawPeer peer(world.path());
    peer.socket().setReadBufferSize(1);
    peer.send(get("/v1/events?after=0"));
    QTRY_COMPARE(world.session.followers(), 1u);
    world.session.append(5000, 1000);
    QTRY_COMPARE(world.api.streams(), 0);
    QTRY_COMPARE(world.server.connections(), 0);
    QTRY_COMPARE(world.session.followers(), 0u);
    peer.socket().setReadBufferSize(0);
    QTRY_VERIFY(peer.isClosed());
    QVERIFY2(!peer.received().endsWith("0\r\n\r\n"), "a stream that was cut off has no proper end");
}

void LocalApiTest::refusesAPlaceThatIsNoNumber()
{
    World world;
    for (const char* after : {"x", "-1", "1;2", "99999999999999999999999", ""}) {
        RawPeer peer(world.path());
        peer.send(get(QByteArray("/v1/events?after=") + after));
        QTRY_COMPARE(peer.status(), 400);
    }
}

} // namespace penstock::remote

QTEST_GUILESS_MAIN(penstock::remote::LocalApiTest)
#include "local_api_test.moc"
