// What an attempt does about processes that do not do what they are told.
#include "app/shim/attempt.h"

#include "app/shim/clocks.h"
#include "core/platform/process_table.h"
#include "tests/shim/fake_tree.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <poll.h>
#include <sys/prctl.h>

#include <csignal>
#include <filesystem>
#include <thread>

namespace penstock::shim {

using platform::ExitKind;
using platform::MemoryEnd;
using test::FakeTree;
using namespace std::chrono_literals;

namespace {

class AttemptTest : public testing::Test {
protected:
    AttemptTest() { prctl(PR_SET_CHILD_SUBREAPER, 1); }
    ~AttemptTest() override { prctl(PR_SET_CHILD_SUBREAPER, 0); }

    platform::RunOrder order(std::vector<std::string> arguments) const
    {
        platform::RunOrder order;
        order.attempt = "r-1/a/1";
        order.attemptFolder = m_folder.path();
        order.folder = m_folder.path();
        order.arguments = std::move(arguments);
        order.environment = {"PATH=/usr/bin:/bin"};
        order.grace = 1h;
        order.logCap = 1U << 20U;
        return order;
    }
    // As the supervisor's loop, on a clock that this test moves.
    static void runUntilOver(Attempt& attempt)
    {
        while (!attempt.isOver()) {
            attempt.readOutput();
            attempt.reap();
            attempt.tick(monotonicNow() + 1h);
            std::this_thread::yield();
        }
    }

    test::TemporaryFolder m_folder;
};

} // namespace

TEST_F(AttemptTest, AProcessThatCannotBeKilledIsNamedAndWaitedFor)
{
    FakeTree tree;
    tree.isDeaf = true;
    Attempt attempt(order({"sleep", "1000"}), tree);
    ASSERT_TRUE(attempt.start());
    const pid_t pid = attempt.pid();
    while (platform::stateOf(pid)->state != 'S') // it sleeps
        std::this_thread::yield();
    const Duration now = monotonicNow();
    attempt.cancel(10ms);
    attempt.tick(now + 1s);
    EXPECT_GT(tree.unheard, 0);
    EXPECT_EQ(attempt.unkillable(now + 2s), std::nullopt) << "dying may take a moment";
    attempt.tick(now + 12s);
    EXPECT_EQ(attempt.unkillable(now + 12s), (platform::Survivor{pid, "sleep 1000"}));
    EXPECT_FALSE(attempt.isOver()) << "its slot is kept";
    const int unheard = tree.unheard;
    attempt.tick(now + 60s);
    EXPECT_GT(tree.unheard, unheard) << "it is tried again";

    tree.isDeaf = false;
    runUntilOver(attempt);
    const platform::ExitRecord record = attempt.finish();
    EXPECT_EQ(record.kind, ExitKind::cancelled);
    EXPECT_TRUE(record.killed);
    ASSERT_TRUE(record.stubborn);
    EXPECT_EQ(*record.stubborn, (platform::Survivor{pid, "sleep 1000"}));
    EXPECT_EQ(platform::stateOf(pid).has_value(), false);
}

TEST_F(AttemptTest, ATimeoutLeavesNoProcessBehind)
{
    // A child in the background, one in a session of its own, and a daemon that was forked twice and holds nothing open.
    constexpr const char* litter = "sleep 1000 & setsid sleep 1000 & python3 -c '"
                                   "import os, time\n"
                                   "if os.fork() == 0:\n"
                                   "    os.setsid()\n"
                                   "    if os.fork() == 0:\n"
                                   "        os.closerange(0, 100)\n"
                                   "        open(\"daemon\", \"w\").write(str(os.getpid()))\n"
                                   "        time.sleep(1000)\n"
                                   "    os._exit(0)\n"
                                   "os.wait()'; trap '' TERM; sleep 1000 & touch ready; wait; wait; sleep 1000";
    KernelProcessTree tree;
    platform::RunOrder each = order({"sh", "-c", litter});
    each.timeout = 2h;
    each.grace = 10ms;
    Attempt attempt(each, tree);
    ASSERT_TRUE(attempt.start());
    while (m_folder.read("daemon").empty() || !std::filesystem::exists(m_folder / "ready"))
        std::this_thread::yield();
    const std::vector<pid_t> members = tree.members();
    EXPECT_GE(members.size(), 5U);
    attempt.tick(monotonicNow() + 3h);
    runUntilOver(attempt);
    EXPECT_EQ(attempt.finish().kind, ExitKind::timeout);
    EXPECT_TRUE(tree.members().empty());
    for (const pid_t member : members)
        EXPECT_FALSE(platform::stateOf(member)) << member;
}

TEST_F(AttemptTest, WhoIsKilledAtOnceIsNotNamed)
{
    KernelProcessTree tree;
    Attempt attempt(order({"sh", "-c", "trap '' TERM; sleep 1000 & wait"}), tree);
    ASSERT_TRUE(attempt.start());
    attempt.cancel(0ms);
    runUntilOver(attempt);
    EXPECT_EQ(attempt.unkillable(monotonicNow() + 1h), std::nullopt);
    EXPECT_EQ(attempt.finish().stubborn, std::nullopt);
}

TEST_F(AttemptTest, WhoTakesMoreThanItsLimitIsKilledAtOnce)
{
    FakeTree tree;
    platform::RunOrder each = order({"sh", "-c", "trap '' TERM; sleep 1000 & wait"});
    each.memoryLimit = 1000;
    Attempt attempt(each, tree);
    ASSERT_TRUE(attempt.start());
    tree.resident = 900;
    attempt.tick(monotonicNow() + 1s);
    EXPECT_TRUE(attempt.pid() > 0);
    tree.resident = 1100;
    tree.shared = 200; // counted in several of its processes, but there once
    attempt.tick(monotonicNow() + 2s);
    EXPECT_TRUE(attempt.pid() > 0);
    tree.resident = 1300;
    runUntilOver(attempt);
    const platform::ExitRecord record = attempt.finish();
    EXPECT_EQ(record.kind, ExitKind::outOfMemory);
    EXPECT_EQ(record.memoryEnd, MemoryEnd::limit);
    EXPECT_EQ(record.memoryLimit, 1000U);
    EXPECT_EQ(record.memoryGuard, platform::MemoryGuard::watch);
    EXPECT_EQ(record.signal, SIGKILL);
    EXPECT_GE(record.peakMemory, 1100U);
}

TEST_F(AttemptTest, WithoutALimitMemoryIsOnlyCounted)
{
    FakeTree tree;
    Attempt attempt(order({"sh", "-c", "until [ -e go ]; do sleep 0.01; done"}), tree);
    ASSERT_TRUE(attempt.start());
    tree.resident = 1ULL << 50U;
    attempt.tick(monotonicNow() + 2s);
    tree.resident = 0;
    m_folder.write("go", "");
    runUntilOver(attempt);
    const platform::ExitRecord record = attempt.finish();
    EXPECT_EQ(record.kind, ExitKind::exited);
    EXPECT_EQ(record.code, 0);
    EXPECT_EQ(record.peakMemory, 1ULL << 50U);
    EXPECT_EQ(record.memoryGuard, platform::MemoryGuard::none);
}

TEST_F(AttemptTest, AVictimOfTheMachineIsToldFromOneThatSomebodyKilled)
{
    const auto end = [&](const char* script, std::uint64_t killsMeanwhile) {
        FakeTree tree;
        tree.kills = 3;
        std::filesystem::remove(m_folder / "log");
        Attempt attempt(order({"sh", "-c", script}), tree);
        EXPECT_TRUE(attempt.start());
        tree.kills += killsMeanwhile;
        runUntilOver(attempt);
        return attempt.finish();
    };
    EXPECT_EQ(end("kill -9 $$", 1).kind, ExitKind::outOfMemory);
    EXPECT_EQ(end("kill -9 $$", 1).memoryEnd, MemoryEnd::machine);
    EXPECT_EQ(end("exit 137", 1).memoryEnd, MemoryEnd::machine) << "what a shell says of its child";
    EXPECT_EQ(end("kill -9 $$", 0).kind, ExitKind::signaled);
    EXPECT_EQ(end("exit 1", 1).kind, ExitKind::exited);
    EXPECT_EQ(end("exit 0", 1).memoryEnd, MemoryEnd::none);
}

} // namespace penstock::shim
