// What logging costs: points a second into metrics.db at several batch sizes, a batch of 1,000 over HTTP, and one
// log_metric over HTTP from the first byte sent to the last one read. Prints lines of text. Usage: tracking_bench
// [FOLDER]
#include <QCoreApplication>

#include "core/host/mlflow_desk.h"
#include "core/platform/system_clock.h"
#include "core/remote/tracking_door.h"
#include "core/store/metric_database.h"

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using namespace penstock;
using Watch = std::chrono::steady_clock;

const AttemptId attempt = *AttemptId::parse("bench-1/train/1");

double milliseconds(Watch::time_point since)
{
    return std::chrono::duration<double, std::milli>(Watch::now() - since).count();
}

void stop(const char* why)
{
    std::fprintf(stderr, "%s\n", why);
    std::exit(1);
}

void measureStore(const std::string& folder, int perCommit, int seriesCount)
{
    std::filesystem::create_directories(folder);
    auto opened = store::MetricDatabase::open(folder);
    if (!opened)
        stop("open");
    auto& database = **opened;
    const int commits = std::max(10, 1'000'000 / perCommit / 4);
    int step = 0;
    const auto begin = Watch::now();
    for (int i = 0; i < commits; ++i) {
        std::vector<tracking::MetricPoint> points;
        for (int j = 0; j < perCommit; ++j, ++step)
            points.push_back({"metric" + std::to_string(step % seriesCount), step, step * 0.5,
                              Instant(Duration(1'700'000'000'000 + step))});
        if (!database.begin())
            stop("begin");
        const auto id = database.attempt(attempt);
        if (!id || !database.add(*id, {}, points, {}) || !database.commit())
            stop("add");
    }
    std::printf("store   %6d points a commit, %3d series: %9.0f points/s\n", perCommit, seriesCount,
                perCommit * static_cast<double>(commits) / milliseconds(begin) * 1000);
}

// One connection, as a client keeps it.
class Client {
public:
    Client(std::uint16_t port, std::string token)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
        , m_head(" HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\nAuthorization: Bearer " +
                 std::move(token) + "\r\nContent-Type: application/json\r\nContent-Length: ")
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            stop("connect");
    }
    ~Client() { ::close(m_socket); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    std::string post(const std::string& path, const std::string& body)
    {
        const std::string request =
            "POST /api/2.0/mlflow/" + path + m_head + std::to_string(body.size()) + "\r\n\r\n" + body;
        for (std::size_t sent = 0; sent < request.size();)
            sent += static_cast<std::size_t>(
                std::max<ssize_t>(0, ::send(m_socket, request.data() + sent, request.size() - sent, 0)));
        std::string answer;
        char bytes[16384];
        while (!isWhole(answer)) {
            const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, 0);
            if (count <= 0)
                stop("closed");
            answer.append(bytes, static_cast<std::size_t>(count));
        }
        if (!answer.starts_with("HTTP/1.1 200"))
            stop(answer.c_str());
        return answer;
    }

private:
    static bool isWhole(const std::string& answer)
    {
        const auto end = answer.find("\r\n\r\n");
        const auto length = answer.find("Content-Length: ");
        return end != std::string::npos &&
               answer.size() >= end + 4 + std::strtoul(answer.c_str() + length + 16, nullptr, 10);
    }

    int m_socket;
    std::string m_head;
};

std::string metricJson(int step)
{
    return R"({"key": "loss", "value": 0.5, "timestamp": )" + std::to_string(1'700'000'000'000 + step) +
           R"(, "step": )" + std::to_string(step) + "}";
}

void measurePort(std::uint16_t port, const std::string& token)
{
    Client client(port, token);
    const std::string created = client.post("runs/create", R"({"start_time": 1})");
    const std::string run = created.substr(created.find("\"run_id\":\"") + 10, 32);
    std::vector<double> times;
    for (int i = 0; i < 3000; ++i) {
        std::string body = metricJson(i);
        body.insert(1, R"("run_id": ")" + run + "\", ");
        const auto start = Watch::now();
        client.post("runs/log-metric", body);
        times.push_back(milliseconds(start));
    }
    std::sort(times.begin(), times.end());
    std::printf("port    log_metric: p50 %.3f ms, p99 %.3f ms\n", times[times.size() / 2],
                times[times.size() * 99 / 100]);
    constexpr int batches = 200, size = 1000;
    const auto begin = Watch::now();
    for (int i = 0; i < batches; ++i) {
        std::string body = R"({"run_id": ")" + run + R"(", "metrics": [)";
        for (int j = 0; j < size; ++j)
            body += (j > 0 ? "," : "") + metricJson(10'000 + i * size + j);
        client.post("runs/log-batch", body + "]}");
    }
    std::printf("port    log_batch of %d: %.2f ms, %.0f points/s\n", size, milliseconds(begin) / batches,
                batches * size / milliseconds(begin) * 1000);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const std::string folder =
        argc > 1 ? argv[1]
                 : (std::filesystem::temp_directory_path() / ("tracking_bench." + std::to_string(getpid()))).string();
    for (const auto& [perCommit, series] : {std::pair(1, 1), {10, 10}, {1000, 1}, {1000, 100}, {100'000, 10}})
        measureStore(folder + "/store" + std::to_string(perCommit) + '.' + std::to_string(series), perCommit, series);
    std::filesystem::create_directories(folder + "/port");
    const platform::SystemClock clock;
    host::Tracker tracker(std::move(*store::MetricDatabase::open(folder + "/port")), clock);
    host::MlflowDesk desk(tracker, std::move(*host::AttemptTokens::open(folder + "/port")), {folder, folder + "/port"},
                          clock);
    tracker.follow(attempt, folder + "/absent");
    remote::TrackingDoor door(desk, folder + "/port");
    const std::string address = door.open();
    std::thread client([&] {
        measurePort(static_cast<std::uint16_t>(std::strtoul(address.c_str() + address.rfind(':') + 1, nullptr, 10)),
                    desk.tokens().tokenOf(attempt));
        QMetaObject::invokeMethod(QCoreApplication::instance(), [] { QCoreApplication::quit(); });
    });
    QCoreApplication::exec();
    client.join();
    if (argc < 2)
        std::filesystem::remove_all(folder);
}
