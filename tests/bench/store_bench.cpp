// What durability costs: events per second at several batch sizes beside a bare fdatasync, and a sparse file of 5 GB digested
// twice. Prints lines of text. Usage: store_bench [FOLDER]
#include "core/store/disk_artifact_store.h"
#include "core/store/sqlite_event_store.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>
#include <vector>

namespace {

using namespace penstock;
using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point since) { return std::chrono::duration<double, std::milli>(Clock::now() - since).count(); }

std::vector<engine::StoredEvent> makeBatch(int batch, int number)
{
    const Json payload{{"run", "digits-42"}, {"instance", "train"}, {"state", "succeeded"}, {"values", Json::object()}};
    std::vector<engine::StoredEvent> events;
    for (int i = 0; i < batch; ++i)
        events.push_back({0, std::to_string(batch) + '-' + std::to_string(number) + '-' + std::to_string(i), Instant(Duration(number)),
                          "engine", "instance.ended", payload});
    return events;
}

void measureAppends(store::SqliteEventStore& log, int batch, int commits)
{
    std::vector<double> times;
    const auto begin = Clock::now();
    for (int i = 0; i < commits; ++i) {
        auto events = makeBatch(batch, i);
        const auto start = Clock::now();
        if (const auto appended = log.append(events); !appended) {
            std::fprintf(stderr, "%s %s\n", appended.error().message.id.c_str(), appended.error().detail.c_str());
            std::exit(1);
        }
        times.push_back(milliseconds(start));
    }
    const double whole = milliseconds(begin);
    std::sort(times.begin(), times.end());
    std::printf("append  %3d per commit: %9.0f events/s, commit p50 %.3f ms, p99 %.3f ms\n", batch, batch * commits / whole * 1000,
                times[times.size() / 2], times[times.size() * 99 / 100]);
}

void measureFloor(const std::string& folder)
{
    const int file = ::open((folder + "/floor").c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const std::vector<char> bytes(4096, 'x');
    std::vector<double> times;
    for (int i = 0; i < 1000; ++i) {
        const auto start = Clock::now();
        if (::pwrite(file, bytes.data(), bytes.size(), 4096 * i) < 0 || ::fdatasync(file) != 0)
            std::exit(1);
        times.push_back(milliseconds(start));
    }
    ::close(file);
    std::sort(times.begin(), times.end());
    std::printf("floor   4 KiB appended and fdatasync: p50 %.3f ms, p99 %.3f ms\n", times[500], times[990]);
}

void measureDigest(const std::string& folder)
{
    const std::string path = folder + "/sparse";
    std::ofstream(path).close();
    std::filesystem::resize_file(path, 5ull << 30);
    ::usleep(20'000); // past the tick of its own change, like any file that was not made just now
    const auto artifacts = store::DiskArtifactStore::open(folder + "/state");
    const std::atomic<bool> stop{false};
    for (const char* which : {"first", "second"}) {
        const auto start = Clock::now();
        const auto artifact = (*artifacts)->digestInPlace(path, {}, stop);
        std::printf("digest  5 GiB sparse, %s time: %.1f ms%s\n", which, milliseconds(start), artifact ? "" : " FAILED");
    }
}

} // namespace

int main(int count, char** arguments)
{
    std::string folder = std::string(count > 1 ? arguments[1] : "/tmp") + "/penstock-bench-XXXXXX";
    if (!::mkdtemp(folder.data()))
        return 1;
    measureFloor(folder);
    {
        const auto log = penstock::store::SqliteEventStore::open(folder);
        if (!log)
            return 1;
        measureAppends(**log, 1, 3000);
        measureAppends(**log, 20, 1000);
        measureAppends(**log, 200, 500);
        const auto start = Clock::now();
        Seq after = 0;
        while (after < (*log)->head())
            after = (*log)->read(after, 1000)->back().seq;
        std::printf("read    %llu events in %.0f ms\n", static_cast<unsigned long long>(after), milliseconds(start));
    }
    const auto start = Clock::now();
    {
        const auto log = penstock::store::SqliteEventStore::open(folder);
        std::printf("open    in %.1f ms\n", milliseconds(start));
    }
    measureDigest(folder);
    std::filesystem::remove_all(folder);
}
