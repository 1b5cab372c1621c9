// The tracking port: who comes in, and what clients of MLflow get.
#include "core/remote/tracking_door.h"

#include "tests/support/temporary_folder.h"

#include <QFile>
#include <QTcpSocket>
#include <QTest>

namespace penstock::remote {

using namespace tracking;

namespace {

const AttemptId train = *AttemptId::parse("digits-42/train/1");

class FakeIntake final : public Intake {
public:
    std::optional<AttemptId> holderOf(std::string_view token) const override
    {
        return token == "secret" ? std::optional(train) : std::nullopt;
    }
    void take(const AttemptId& by, MlflowCall call, Answer answer) override
    {
        who = by;
        calls.push_back(std::move(call));
        answer({200, {{"taken", calls.size()}}});
    }

    AttemptId who;
    std::vector<MlflowCall> calls;
};

struct World {
    World() { address = door.open(); }

    QByteArray ask(const QByteArray& head, const QByteArray& body = {}, const QByteArray& host = {},
                   const QByteArray& more = "Authorization: Bearer secret\r\n")
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port());
        const QByteArray named = host.isEmpty() ? "127.0.0.1:" + QByteArray::number(port()) : host;
        socket.write(head + " HTTP/1.1\r\nHost: " + named + "\r\n" + more + "Connection: close\r\n");
        if (!body.isEmpty())
            socket.write("Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                         "\r\n");
        socket.write("\r\n" + body);
        QByteArray answer;
        (void)QTest::qWaitFor(
            [&] {
                answer += socket.readAll();
                const bool isText = answer.endsWith("OK") || answer.endsWith("3.0.0");
                return (answer.endsWith('\n') && !answer.endsWith("\r\n\r\n")) || isText;
            },
            5000);
        return answer;
    }

    quint16 port() const { return QByteArray::fromStdString(address.substr(address.rfind(':') + 1)).toUShort(); }

    test::TemporaryFolder folder;
    FakeIntake intake;
    TrackingDoor door{intake, folder.path()};
    std::string address;
};

const QByteArray metric = R"({"run_id": "r", "key": "loss", "value": 0.5, "timestamp": 1, "step": 2})";

} // namespace

class TrackingApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatTheHolderOfATokenLogs();
    void letsNobodyElseIn_data();
    void letsNobodyElseIn();
    void refusesALongBodyBeforeItIsSent();
    void saysWhatIsWrongInTheWordsOfMlflow();
    void decodesQueriesAsTheyWereMeant();
    void keepsItsPort();
    void restsAndOpensAgain();
};

void TrackingApiTest::takesWhatTheHolderOfATokenLogs()
{
    World world;
    QVERIFY(world.ask("POST /api/2.0/mlflow/runs/log-metric", metric).startsWith("HTTP/1.1 200"));
    QVERIFY(world.ask("POST /ajax-api/2.0/mlflow/runs/log-metric", metric).startsWith("HTTP/1.1 200"));
    QCOMPARE(world.intake.who.text(), train.text());
    QCOMPARE(std::get<LogToRun>(world.intake.calls.back()).metrics.front().value, 0.5);
    QVERIFY(world.ask("GET /health").endsWith("OK"));
    QVERIFY(world.ask("GET /version").contains("3.0.0"));
}

void TrackingApiTest::letsNobodyElseIn_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("without a token") << QByteArray() << QByteArray() << QByteArray("401");
    QTest::newRow("with another token") << QByteArray() << QByteArray("Authorization: Bearer guess\r\n")
                                        << QByteArray("401");
    QTest::newRow("another way to prove")
        << QByteArray() << QByteArray("Authorization: Basic secret\r\n") << QByteArray("401");
    QTest::newRow("by a name of somebody else")
        << QByteArray("evil.example:80") << QByteArray("Authorization: Bearer secret\r\n") << QByteArray("421");
    QTest::newRow("from a web page") << QByteArray()
                                     << QByteArray("Authorization: Bearer secret\r\nOrigin: http://evil.example\r\n")
                                     << QByteArray("403");
}

void TrackingApiTest::letsNobodyElseIn()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, status);
    World world;
    for (const QByteArray& path :
         {QByteArray("POST /api/2.0/mlflow/runs/log-metric"), QByteArray("GET /health"), QByteArray("GET /nowhere")}) {
        const QByteArray answer = world.ask(path, path.startsWith("POST") ? metric : QByteArray(), host, header);
        QVERIFY2(answer.startsWith(QByteArray("HTTP/1.1 " + status)), answer.constData());
        QVERIFY2(answer.contains("error_code"), answer.constData());
    }
    QVERIFY(world.intake.calls.empty());
}

// Announced, but never sent: the answer comes all the same.
void TrackingApiTest::refusesALongBodyBeforeItIsSent()
{
    World world;
    const auto announced = [&](const QByteArray& route, const QByteArray& length, const QByteArray& token) {
        return world.ask("POST /api/2.0/mlflow/runs/" + route, {}, {},
                         "Authorization: Bearer " + token +
                             "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n");
    };
    QVERIFY(announced("log-metric", "100000", "secret").startsWith("HTTP/1.1 413"));
    QVERIFY(announced("log-batch", "100000000", "secret").startsWith("HTTP/1.1 413"));
    QVERIFY(announced("log-batch", "1000", "guess").startsWith("HTTP/1.1 401"));
}

void TrackingApiTest::saysWhatIsWrongInTheWordsOfMlflow()
{
    World world;
    QVERIFY(world.ask("POST /api/2.0/mlflow/runs/log-metric", "{\"run_id\": \"r\"}")
                .contains("Missing value for required parameter 'key'"));
    QVERIFY(world.ask("POST /api/2.0/mlflow/runs/log-metric", "{\"run_id\": ").contains("BAD_REQUEST"));
    const QByteArray unknown = world.ask("POST /api/2.0/mlflow/logged-models", "{}");
    QVERIFY(unknown.startsWith("HTTP/1.1 404"));
    QVERIFY(unknown.contains("ENDPOINT_NOT_FOUND"));
}

void TrackingApiTest::decodesQueriesAsTheyWereMeant()
{
    World world;
    QVERIFY(world.ask("GET /api/2.0/mlflow/experiments/get-by-name?experiment_name=my+exp%20%C3%A9%2B&unknown=1")
                .startsWith("HTTP/1.1 200"));
    QCOMPARE(std::get<FindExperiment>(world.intake.calls.back()).name, std::string("my exp é+"));
}

void TrackingApiTest::keepsItsPort()
{
    const test::TemporaryFolder folder;
    FakeIntake intake;
    std::string first;
    {
        TrackingDoor door(intake, folder.path());
        first = door.open();
        QCOMPARE(door.open(), first);
        QCoreApplication::processEvents();
    }
    TrackingDoor next(intake, folder.path());
    QCOMPARE(next.open(), first);
}

void TrackingApiTest::restsAndOpensAgain()
{
    World world;
    QVERIFY(world.ask("GET /health").endsWith("OK"));
    world.door.rest();
    world.door.open(); // somebody came before it had closed
    QVERIFY(world.ask("GET /health").endsWith("OK"));
    world.door.rest();
    QCoreApplication::processEvents();
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), world.port());
    QVERIFY(!socket.waitForConnected(5000));
    QCOMPARE(world.door.open(), world.address);
    QVERIFY(world.ask("GET /health").endsWith("OK"));
}

} // namespace penstock::remote

QTEST_GUILESS_MAIN(penstock::remote::TrackingApiTest)
#include "tracking_api_test.moc"
