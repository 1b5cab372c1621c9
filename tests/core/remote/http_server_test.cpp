// What a peer may do to the server, and what it gets for it.
#include "core/remote/http_server.h"
#include "core/remote/local_listener.h"
#include "core/remote/socket_path.h"
#include "tests/core/remote/raw_peer.h"
#include "tests/support/temporary_folder.h"

#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <memory>

namespace penstock::remote {

using test::RawPeer;
using namespace std::chrono_literals;

namespace {

struct World {
    explicit World(HttpLimits limits = {}, uid_t allowed = geteuid()) : server(limits)
    {
        auto* listener = new LocalListener(allowed);
        (void)listener->listen(path());
        server.add({"GET", "/v1/hello", {}, {"after"}, [this](const HttpRequest& request, HttpReply& reply) {
                        ++answered;
                        reply.send(200, Json{{"path", request.path}, {"user", request.user}});
                    }});
        server.add({"POST", "/v1/commands", "application/json", {}, [](const HttpRequest& request, HttpReply& reply) {
                        reply.send(200, Json{{"bytes", request.body.size()}});
                    }});
        server.serve(listener);
    }

    std::string path() const { return folder / "s.sock"; }

    test::TemporaryFolder folder;
    HttpServer server;
    int answered = 0;
};

const QByteArray hello = "GET /v1/hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

QByteArray post(const QByteArray& body, const QByteArray& contentType = "application/json")
{
    return "POST /v1/commands HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class HttpServerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersARequestThatComesByteByByte();
    void answersTheNextRequestOnTheSameConnection();
    void knowsWhoAsksFromTheKernel();
    void servesNobodyButTheOneUser();
    void keepsTheSocketToItsOwner();
    void refusesWhatIsTooLarge_data();
    void refusesWhatIsTooLarge();
    void refusesBeforeTheBodyIsSent();
    void refusesWhatIsNotAllowed_data();
    void refusesWhatIsNotAllowed();
    void dropsAPeerThatNeverEndsItsHeader();
    void dropsAPeerThatNeverEndsItsBody();
    void turnsAwayMorePeersThanItCanHold();
    void forgetsPeersThatHaveGone();
    void letsAClientAskBeforeItSendsTheBody();
};

void HttpServerTest::answersARequestThatComesByteByByte()
{
    World world;
    RawPeer peer(world.path());
    for (const char byte : hello) {
        peer.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(peer.received().endsWith("}\n"));
    QCOMPARE(peer.status(), 200);
    QCOMPARE(world.answered, 1);
}

void HttpServerTest::answersTheNextRequestOnTheSameConnection()
{
    World world;
    RawPeer peer(world.path());
    peer.send(hello + hello + post("{}"));
    QTRY_COMPARE(peer.received().count("HTTP/1.1 200 OK"), 3);
    QVERIFY(peer.received().endsWith("{\"bytes\":2}\n"));
    QVERIFY(!peer.isClosed());
}

void HttpServerTest::knowsWhoAsksFromTheKernel()
{
    World world;
    RawPeer peer(world.path());
    peer.send("GET /v1/hello HTTP/1.1\r\nHost: localhost\r\nX-User: somebody\r\n\r\n");
    QTRY_COMPARE(peer.status(), 200);
    const QByteArray owner = QFileInfo(QString::fromStdString(world.folder.path())).owner().toUtf8();
    QVERIFY2(peer.received().contains(QByteArray("\"user\":\"" + owner + "\"")), peer.received().constData());
}

void HttpServerTest::servesNobodyButTheOneUser()
{
    World world({}, geteuid() + 1);
    RawPeer peer(world.path());
    peer.send(hello);
    QTRY_VERIFY(peer.isClosed());
    QCOMPARE(peer.received(), QByteArray());
    QCOMPARE(world.answered, 0);
}

void HttpServerTest::keepsTheSocketToItsOwner()
{
    test::TemporaryFolder folder;
    const std::string path = folder / "run/s.sock";
    QVERIFY(prepareSocketFolder(path).ok());
    LocalListener listener(geteuid());
    QVERIFY(listener.listen(path).ok());
    struct stat info {};
    QCOMPARE(stat(path.c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777, 0600u);
    QCOMPARE(stat((folder / "run").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777, 0700u);
}

void HttpServerTest::refusesWhatIsTooLarge_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray begin = "GET /v1/hello HTTP/1.1\r\nHost: localhost\r\n";
    QByteArray manyHeaders = begin;
    for (int i = 0; i < 100; ++i)
        manyHeaders += "X-" + QByteArray::number(i) + ": y\r\n";
    QTest::newRow("url") << "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n" << 414;
    QTest::newRow("header bytes") << begin + "X-Long: " + QByteArray(40'000, 'a') + "\r\n\r\n" << 431;
    QTest::newRow("header bytes without end") << begin + "X-Long: " + QByteArray(40'000, 'a') << 431;
    QTest::newRow("header fields") << manyHeaders + "\r\n" << 431;
    QTest::newRow("body") << post(QByteArray(1024 * 1024 + 1, 'x')) << 413;
    QTest::newRow("chunked body")
        << "POST /v1/commands HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
           "Transfer-Encoding: chunked\r\n\r\n200000\r\n" +
               QByteArray(0x200000, 'x') + "\r\n0\r\n\r\n"
        << 413;
}

void HttpServerTest::refusesWhatIsTooLarge()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    World world;
    RawPeer peer(world.path());
    peer.send(request);
    QTRY_COMPARE(peer.status(), status);
    QTRY_VERIFY(peer.received().contains("\"error\""));
    peer.socket().abort();
    QTRY_COMPARE(world.server.connections(), 0);
    QCOMPARE(world.answered, 0);
}

void HttpServerTest::refusesBeforeTheBodyIsSent()
{
    World world;
    RawPeer peer(world.path());
    peer.send("POST /v1/commands HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
              "99999999\r\n\r\n");
    QTRY_COMPARE(peer.status(), 413);
}

void HttpServerTest::refusesWhatIsNotAllowed_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray local = "Host: localhost\r\n";
    QTest::newRow("unknown route") << "GET /v2/hello HTTP/1.1\r\n" + local + "\r\n" << 404;
    QTest::newRow("route with a slash more") << "GET /v1/hello/ HTTP/1.1\r\n" + local + "\r\n" << 404;
    QTest::newRow("encoded route") << "GET /v1/%68ello HTTP/1.1\r\n" + local + "\r\n" << 404;
    QTest::newRow("wrong method") << "DELETE /v1/hello HTTP/1.1\r\n" + local + "\r\n" << 405;
    QTest::newRow("unknown query") << "GET /v1/hello?file=/etc/passwd HTTP/1.1\r\n" + local + "\r\n" << 400;
    QTest::newRow("absolute target") << "GET http://localhost/v1/hello HTTP/1.1\r\n" + local + "\r\n" << 400;
    QTest::newRow("HTTP/1.0") << "GET /v1/hello HTTP/1.0\r\n" + local + "\r\n" << 400;
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\x02 hello\r\n\r\n") << 400;
    QTest::newRow("NUL in a header") << "GET /v1/hello HTTP/1.1\r\nX: a" + QByteArray(1, '\0') + "b\r\n" + local +
                                            "\r\n"
                                     << 400;
    QTest::newRow("two lengths") << "POST /v1/commands HTTP/1.1\r\n" + local +
                                        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
                                 << 400;
    QTest::newRow("a coding that nobody knows") << "POST /v1/commands HTTP/1.1\r\n" + local + "Transfer-Encoding: gzip\r\n\r\n{}" << 400;
    QTest::newRow("two codings") << "POST /v1/commands HTTP/1.1\r\n" + local +
                                        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
                                 << 400;
    QTest::newRow("headers in a trailer") << "POST /v1/commands HTTP/1.1\r\n" + local +
                                                 "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nContent-Type: application/json\r\n\r\n"
                                          << 415;
    QTest::newRow("a trailer without an end") << "POST /v1/commands HTTP/1.1\r\n" + local +
                                                     "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
                                                     + QByteArray("a: b\r\n").repeated(10'000)
                                              << 431;
    QTest::newRow("foreign host") << QByteArray("GET /v1/hello HTTP/1.1\r\nHost: evil.example\r\n\r\n") << 421;
    QTest::newRow("second host") << "GET /v1/hello HTTP/1.1\r\n" + local + "Host: evil.example\r\n\r\n" << 421;
    QTest::newRow("no host") << QByteArray("GET /v1/hello HTTP/1.1\r\n\r\n") << 421;
    QTest::newRow("web page") << "GET /v1/hello HTTP/1.1\r\n" + local + "Origin: http://localhost\r\n\r\n" << 403;
    QTest::newRow("gate before route") << "GET /nowhere HTTP/1.1\r\n" + local + "Origin: null\r\n\r\n" << 403;
    QTest::newRow("form") << post("a=b", "application/x-www-form-urlencoded") << 415;
    QTest::newRow("text") << post("{}", "text/plain") << 415;
    QTest::newRow("json and more") << post("{}", "application/json; charset=utf-8") << 415;
    QTest::newRow("body where none belongs")
        << "GET /v1/hello HTTP/1.1\r\n" + local + "Content-Length: 2\r\n\r\n{}" << 400;
}

void HttpServerTest::refusesWhatIsNotAllowed()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    World world;
    RawPeer peer(world.path());
    peer.send(request);
    QTRY_COMPARE(peer.status(), status);
    QTRY_VERIFY(peer.received().contains("\"error\""));
    QCOMPARE(world.answered, 0);
}

void HttpServerTest::dropsAPeerThatNeverEndsItsHeader()
{
    HttpLimits limits;
    limits.headerDeadline = 50ms;
    limits.lingering = 50ms;
    World world(limits);
    RawPeer peer(world.path());
    peer.send("GET /v1/hello HTTP/1.1\r\nHost: local");
    QTRY_COMPARE(peer.status(), 408);
    QTRY_VERIFY(peer.isClosed());
    RawPeer silent(world.path());
    QTRY_VERIFY(silent.isClosed());
}

void HttpServerTest::dropsAPeerThatNeverEndsItsBody()
{
    HttpLimits limits;
    limits.bodyDeadline = 50ms;
    limits.lingering = 50ms;
    World world(limits);
    RawPeer peer(world.path());
    peer.send(post("{}").chopped(1));
    QTRY_COMPARE(peer.status(), 408);
    QTRY_VERIFY(peer.isClosed());
}

void HttpServerTest::turnsAwayMorePeersThanItCanHold()
{
    HttpLimits limits;
    limits.connections = 2;
    World world(limits);
    RawPeer first(world.path()), second(world.path());
    QTRY_COMPARE(world.server.connections(), 2);
    RawPeer third(world.path());
    third.send(hello);
    QTRY_COMPARE(third.status(), 503);
    QTRY_VERIFY(third.isClosed());
    second.send(hello);
    QTRY_COMPARE(second.status(), 200);
}

void HttpServerTest::forgetsPeersThatHaveGone()
{
    World world;
    {
        RawPeer peer(world.path());
        peer.send(hello.chopped(3));
        QTRY_COMPARE(world.server.connections(), 1);
    }
    QTRY_COMPARE(world.server.connections(), 0);
}

void HttpServerTest::letsAClientAskBeforeItSendsTheBody()
{
    World world;
    RawPeer peer(world.path());
    peer.send(
        "POST /v1/commands HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
        "Content-Length: 2\r\n\r\n");
    QTRY_VERIFY(peer.received().startsWith("HTTP/1.1 100 Continue\r\n\r\n"));
    peer.takeReceived();
    peer.send("{}");
    QTRY_COMPARE(peer.status(), 200);
}

} // namespace penstock::remote

QTEST_GUILESS_MAIN(penstock::remote::HttpServerTest)
#include "http_server_test.moc"
