// The log under kill -9, full disks, failing disks and damaged files.
#include "core/store/event_reader.h"
#include "core/store/sqlite_event_store.h"
#include "tests/core/store/child_process.h"
#include "tests/core/store/event_making.h"
#include "tests/core/store/failing_vfs.h"
#include "tests/support/temporary_folder.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <random>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

namespace penstock::store {

using test::ChildProcess;
using test::FailingVfs;
using test::makeEvent;
using test::makeEvents;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const std::atomic<bool> neverStop{false};

std::string read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, const std::string& content) { std::ofstream(path, std::ios::binary) << content; }

// A state folder whose owner died after `commits` commits of two events: its write-ahead log is full.
void leaveCrashedStore(const std::string& folder, int commits)
{
    ChildProcess child([&] {
        auto store = SqliteEventStore::open(folder);
        for (int i = 0; store && i < commits; ++i) {
            auto events = makeEvents("c" + std::to_string(i) + '-', 2);
            if (!(*store)->append(events))
                return 1;
        }
        ::raise(SIGKILL);
        return 2;
    });
    EXPECT_EQ(child.wait(), 128 + SIGKILL);
}

std::string openError(const std::string& folder)
{
    const auto store = SqliteEventStore::open(folder);
    return store ? "opened" : store.error().message.id;
}

} // namespace

TEST(EventStoreCrash, KillOfTheOwnerAtAnyMomentLosesNoAcknowledgedEvent)
{
    TemporaryFolder folder;
    std::mt19937 random(20261120);
    Seq acknowledged = 0;
    for (int round = 0; round < 40; ++round) {
        int pipe[2];
        ASSERT_EQ(::pipe(pipe), 0);
        ChildProcess child([&] {
            auto store = SqliteEventStore::open(folder.path());
            for (int i = 0; store; ++i) {
                auto events = makeEvents(std::to_string(round) + '-' + std::to_string(i) + '-', 1 + i % 7);
                if (!(*store)->append(events) || ::write(pipe[1], &events.back().seq, sizeof(Seq)) != sizeof(Seq))
                    return 1;
            }
            return 2;
        });
        ::close(pipe[1]);
        const int until = static_cast<int>(random() % 25);
        for (int i = 0; i < until && ::read(pipe[0], &acknowledged, sizeof(Seq)) == sizeof(Seq); ++i) {
        }
        volatile unsigned spin = random() % 400'000; // another moment within a commit in each round
        while (spin > 0)
            spin = spin - 1;
        child.kill();
        while (::read(pipe[0], &acknowledged, sizeof(Seq)) == sizeof(Seq)) {
        }
        ::close(pipe[0]);
        ASSERT_EQ(child.wait(), 128 + SIGKILL);

        auto store = SqliteEventStore::open(folder.path());
        ASSERT_TRUE(store) << store.error().message.id << " round " << round;
        ASSERT_GE((*store)->head(), acknowledged);
        auto reader = EventReader::open(folder.path());
        ASSERT_TRUE(reader);
        const auto report = reader->verify(neverStop);
        ASSERT_TRUE(report);
        ASSERT_TRUE(report->sound());
        ASSERT_EQ(report->checked, (*store)->head());
    }
    EXPECT_GT(acknowledged, 0u);
}

TEST(EventStoreCrash, AShortenedLogIsAPrefixAndTheAnchorTells)
{
    TemporaryFolder folder, trial;
    leaveCrashedStore(folder.path(), 8);
    const EventFiles files{folder.path()}, tried{trial.path()};
    const std::string log = read(files.log());
    ASSERT_GT(log.size(), 10'000u);
    std::size_t shortened = 0;
    for (std::size_t size = 0; size < log.size(); size += 487) {
        fs::remove(tried.index());
        fs::copy_file(files.database(), tried.database(), fs::copy_options::overwrite_existing);
        fs::copy_file(files.anchor(), tried.anchor(), fs::copy_options::overwrite_existing);
        write(tried.log(), log.substr(0, size));
        {
            auto reader = EventReader::open(trial.path());
            ASSERT_TRUE(reader) << size << reader.error().detail;
            const auto report = reader->verify(neverStop);
            ASSERT_TRUE(report);
            EXPECT_FALSE(report->firstBad);
            EXPECT_EQ(report->lostUntil, report->checked < 16 ? std::optional<Seq>(16) : std::nullopt) << size;
            shortened += report->checked < 16;
        }
        const auto store = SqliteEventStore::open(trial.path());
        if (store)
            EXPECT_EQ((*store)->head(), 16u) << size;
        else
            EXPECT_EQ(store.error().message.id, "store.tail_lost") << size;
    }
    EXPECT_GT(shortened, 50u);
    EXPECT_TRUE(fs::exists(tried.quarantine()));
}

TEST(EventStoreCrash, AFlippedBitInTheLogNeverPassesUnnoticed)
{
    TemporaryFolder folder, trial;
    leaveCrashedStore(folder.path(), 8);
    const EventFiles files{folder.path()}, tried{trial.path()};
    const std::string log = read(files.log());
    std::mt19937 random(7);
    int refused = 0;
    for (int round = 0; round < 100; ++round) {
        std::string damaged = log;
        damaged[random() % damaged.size()] ^= static_cast<char>(1 << random() % 8);
        fs::remove(tried.index());
        fs::copy_file(files.database(), tried.database(), fs::copy_options::overwrite_existing);
        fs::copy_file(files.anchor(), tried.anchor(), fs::copy_options::overwrite_existing);
        write(tried.log(), damaged);
        const auto store = SqliteEventStore::open(trial.path());
        refused += !store;
        if (store)
            ASSERT_EQ((*store)->head(), 16u);
        else
            ASSERT_EQ(store.error().code, ErrorCode::corrupt);
    }
    EXPECT_GT(refused, 50);
}

TEST(EventStoreCrash, ATruncatedDatabaseIsReportedAndKept)
{
    TemporaryFolder folder;
    {
        auto store = SqliteEventStore::open(folder.path());
        auto events = makeEvents("a", 300);
        ASSERT_TRUE((*store)->append(events));
    }
    const EventFiles files{folder.path()};
    const std::string whole = read(files.database());
    for (std::size_t size = 0; size < whole.size(); size += 2048) {
        write(files.database(), whole.substr(0, size));
        const auto store = SqliteEventStore::open(folder.path());
        ASSERT_FALSE(store) << size;
        EXPECT_EQ(store.error().code, ErrorCode::corrupt) << size << ' ' << store.error().detail;
        EXPECT_EQ(read(files.database()), whole.substr(0, size));
        const auto& arguments = store.error().message.arguments;
        ASSERT_EQ(arguments.back().first, "copy");
        EXPECT_EQ(read(arguments.back().second + "/state.db"), whole.substr(0, size));
        auto reader = EventReader::open(folder.path());
        const auto report = reader ? reader->verify(neverStop) : Result<ChainReport>(reader.error());
        EXPECT_TRUE(!report || !report->sound() || size > whole.size() - 4096)
            << size; // the last page may be half empty
    }
    write(files.database(), whole);
    EXPECT_EQ(openError(folder.path()), "opened");
}

TEST(EventStoreCrash, ForeignAndEmptyAndMissingDatabasesAreNeverReplaced)
{
    TemporaryFolder folder;
    {
        auto store = SqliteEventStore::open(folder.path());
        auto events = makeEvents("a", 1);
        ASSERT_TRUE((*store)->append(events));
    }
    const EventFiles files{folder.path()};
    const std::string whole = read(files.database());
    write(files.database(), std::string(5000, 'x'));
    EXPECT_EQ(openError(folder.path()), "store.database_damaged");
    write(files.database(), "");
    EXPECT_EQ(openError(folder.path()), "store.database_empty");
    fs::remove(files.database());
    EXPECT_EQ(openError(folder.path()), "store.database_missing");
    EXPECT_FALSE(fs::exists(files.database()));
    {
        auto foreign = Database::open(files.database(), Database::Access::create);
        ASSERT_TRUE(foreign->run("CREATE TABLE mine(x)"));
    }
    EXPECT_EQ(openError(folder.path()), "store.not_a_store");
    write(files.database(), whole);
    EXPECT_EQ(openError(folder.path()), "opened");
}

TEST(EventStoreCrash, AnInterruptedFirstStartLeavesNothingInTheWay)
{
    TemporaryFolder folder;
    folder.write("state.db.new", "half");
    folder.write("state.db.new-wal", "half");
    EXPECT_EQ(openError(folder.path()), "opened");
    EXPECT_FALSE(fs::exists(folder / "state.db.new"));
}

TEST(EventStoreCrash, DamageInsideTheFileIsFoundAfterACrash)
{
    TemporaryFolder folder;
    leaveCrashedStore(folder.path(), 200);
    { // moves the log into the file, as the next owner does, which then dies as well
        auto database = Database::open(EventFiles{folder.path()}.database(), Database::Access::write);
        ASSERT_TRUE(database->run("UPDATE events SET payload = '{}' WHERE seq = 150"));
    }
    const auto store = SqliteEventStore::open(folder.path());
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().message.id, "store.chain_broken");
    EXPECT_EQ(store.error().message.arguments[1].second, "150");
}

TEST(EventStoreCrash, AFullDiskRefusesTheBatchAndEverythingGoesOnLater)
{
    TemporaryFolder folder;
    EXPECT_EQ(ChildProcess([&] {
                  ::signal(SIGXFSZ, SIG_IGN);
                  auto store = SqliteEventStore::open(folder.path());
                  rlimit limit{};
                  ::getrlimit(RLIMIT_FSIZE, &limit);
                  const rlimit small{300'000, limit.rlim_max};
                  ::setrlimit(RLIMIT_FSIZE, &small);
                  int stored = 0;
                  for (;; ++stored) {
                      auto events = makeEvents("a" + std::to_string(stored) + '-', 10);
                      const auto appended = (*store)->append(events);
                      if (!appended && appended.error().code != ErrorCode::full) {
                          std::cerr << appended.error().message.id << ' ' << appended.error().detail << '\n';
                          return 2;
                      }
                      if (!appended)
                          break;
                  }
                  if (stored == 0 || (*store)->head() != Seq(stored) * 10)
                      return 3;
                  ::setrlimit(RLIMIT_FSIZE, &limit);
                  auto events = makeEvents("a" + std::to_string(stored) + '-', 10); // the same again
                  if (const auto appended = (*store)->append(events); !appended)
                      return 4;
                  return (*store)->head() == Seq(stored + 1) * 10 ? 0 : 5;
              }).wait(),
              0);
    const auto report = EventReader::open(folder.path())->verify(neverStop);
    EXPECT_TRUE(report && report->sound());
}

TEST(EventStoreCrash, AFullFileSystemIsReportedAsFull)
{
    TemporaryFolder folder;
    constexpr int noNamespaces = 77;
    const int code =
        ChildProcess([&] {
            if (!test::enterMountNamespace() || ::mount("none", folder.path().c_str(), "tmpfs", 0, "size=400k") != 0)
                return noNamespaces;
            auto store = SqliteEventStore::open(folder.path());
            if (!store)
                return 1;
            for (int i = 0; i < 10'000; ++i) {
                auto events = makeEvents(std::to_string(i) + '-', 10);
                if (const auto appended = (*store)->append(events); !appended)
                    return appended.error().code == ErrorCode::full && (*store)->read(0, 10)->size() == 10 ? 0 : 2;
            }
            return 3;
        }).wait();
    if (code == noNamespaces)
        GTEST_SKIP() << "user namespaces are not available here";
    EXPECT_EQ(code, 0);
}

// Each I/O call of two appends fails in turn, once or from then on.
TEST(EventStoreCrash, AFailingDiskNeverMakesTheAnswerUntrue)
{
    FailingVfs vfs;
    int unknown = 0, refused = 0, stored = 0;
    for (const bool andAfter : {false, true}) {
        for (const auto call : {FailingVfs::Call::write, FailingVfs::Call::sync, FailingVfs::Call::read}) {
            for (int nth = 1; nth <= 12; ++nth) {
                TemporaryFolder folder;
                EventStoreOptions options;
                options.vfs = vfs.name();
                vfs.heal();
                auto store = SqliteEventStore::open(folder.path(), options);
                ASSERT_TRUE(store) << store.error().detail;
                auto before = makeEvents("before", 3);
                ASSERT_TRUE((*store)->append(before));
                vfs.fail(call, nth, andAfter);
                auto batch = makeEvents("x", 5);
                const auto answer = (*store)->append(batch);
                vfs.heal();
                const bool isUnknown = !answer && answer.error().message.id == "store.outcome_unknown";
                unknown += isUnknown;
                refused += !answer && !isUnknown;
                stored += answer.ok();
                ASSERT_TRUE((*store)->read(0, 100)) << "the log can be read whatever happened";
                auto next = makeEvents("next", 1);
                auto then = (*store)->append(next);
                if (!then && then.error().message.id == "store.head_moved") {
                    EXPECT_TRUE(isUnknown);
                    then = (*store)->append(next);
                }
                ASSERT_TRUE(then) << then.error().message.id << then.error().detail;
                store->reset();
                auto reader = EventReader::open(folder.path());
                ASSERT_TRUE(reader);
                EXPECT_TRUE(reader->verify(neverStop)->sound());
                if (!isUnknown) {
                    EXPECT_EQ(reader->find("x0")->has_value(), answer.ok());
                }
                EXPECT_EQ(reader->find("x0")->has_value(), reader->find("x4")->has_value());
                EXPECT_TRUE(reader->find("next0")->has_value());
            }
        }
    }
    EXPECT_GT(refused, 0);
    EXPECT_GT(unknown, 0);
    EXPECT_GT(stored, 0);
}

// The commit reports an error but has happened: the events are found by their id, made durable, and acknowledged.
TEST(EventStoreCrash, ACommitThatFailedButHappenedIsRecognised)
{
    FailingVfs vfs;
    TemporaryFolder folder;
    EventStoreOptions options;
    options.vfs = vfs.name();
    auto store = SqliteEventStore::open(folder.path(), options);
    ASSERT_TRUE(store);
    auto first = makeEvents("a", 1);
    ASSERT_TRUE((*store)->append(first));
    vfs.fail(FailingVfs::Call::sync, 1);
    auto second = makeEvents("b", 2);
    const auto answer = (*store)->append(second);
    EXPECT_GT(vfs.calls(FailingVfs::Call::sync), 1) << "the failed sync and those of the checkpoint after it";
    EXPECT_TRUE(answer) << answer.error().message.id;
    EXPECT_EQ(second.back().seq, 3u);
    EXPECT_EQ((*store)->head(), 3u);
    vfs.heal();
    store->reset();
}

} // namespace penstock::store
