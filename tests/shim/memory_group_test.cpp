// What is written to the files of a control group; the kernel's side of it is pretended by a plain folder.
#include "app/shim/memory_group.h"

#include "app/shim/attempt.h"
#include "app/shim/clocks.h"
#include "core/platform/control_group.h"
#include "tests/shim/fake_tree.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <thread>

namespace penstock::shim {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

class MemoryGroupTest : public testing::Test {
protected:
    platform::RunOrder order(const std::string& script) const
    {
        platform::RunOrder order;
        order.attempt = "r-1/a/1";
        order.attemptFolder = m_attempt.path();
        order.folder = m_attempt.path();
        order.arguments = {"sh", "-c", script};
        order.environment = {"PATH=/usr/bin:/bin"};
        order.logCap = 1U << 20U;
        order.memoryLimit = 5'000'000;
        return order;
    }
    platform::ExitRecord run(Attempt& attempt) const
    {
        EXPECT_TRUE(attempt.start());
        while (!attempt.isOver()) {
            attempt.readOutput();
            attempt.reap();
            attempt.tick(monotonicNow());
            std::this_thread::yield();
        }
        return attempt.finish();
    }

    test::TemporaryFolder m_groups;
    test::TemporaryFolder m_attempt;
    std::string m_name = "penstock-" + std::to_string(getpid());
};

} // namespace

TEST_F(MemoryGroupTest, ACommandIsPutIntoItBeforeItBegins)
{
    test::FakeTree tree;
    tree.resident = 1ULL << 40U;
    Attempt attempt(order("true"), tree, m_groups.path());
    const platform::ExitRecord record = run(attempt);
    EXPECT_EQ(record.kind, platform::ExitKind::exited) << "the kernel keeps the limit, so nobody else does";
    EXPECT_EQ(record.memoryGuard, platform::MemoryGuard::kernel);
    EXPECT_EQ(m_groups.read(m_name + "/memory.max"), "5000000");
    EXPECT_EQ(m_groups.read(m_name + "/memory.oom.group"), "1");
    EXPECT_EQ(m_groups.read(m_name + "/cgroup.procs"), "0");
}

TEST_F(MemoryGroupTest, WhatTheKernelKilledInItIsOutOfMemory)
{
    test::FakeTree tree;
    const auto end = [&](const std::string& script) {
        fs::remove_all(m_groups / m_name);
        fs::remove(m_attempt / "log");
        Attempt attempt(order("echo 'max 7\noom 1\noom_kill 2\noom_group_kill 1' > '" + m_groups / (m_name + "/memory.events") + "'; " + script),
                        tree, m_groups.path());
        return run(attempt);
    };
    const platform::ExitRecord record = end("exit 1");
    EXPECT_EQ(record.kind, platform::ExitKind::outOfMemory);
    EXPECT_EQ(record.memoryEnd, platform::MemoryEnd::limit);
    EXPECT_EQ(end("exit 0").kind, platform::ExitKind::exited) << "it has done without the one that was killed";
}

TEST_F(MemoryGroupTest, WhereItCannotBeMadeTheLimitIsWatched)
{
    test::FakeTree tree;
    fs::create_directories(m_groups / m_name); // left over, and something is still in it
    Attempt attempt(order("true"), tree, m_groups.path());
    EXPECT_EQ(run(attempt).memoryGuard, platform::MemoryGuard::watch);
    fs::remove(m_attempt / "log");
    Attempt nowhere(order("true"), tree, m_groups / "no such folder");
    EXPECT_EQ(run(nowhere).memoryGuard, platform::MemoryGuard::watch);
}

TEST_F(MemoryGroupTest, ThoseOfDeadShimsAreRemoved)
{
    fs::create_directories(m_groups / "penstock-536870911"); // beyond what a process can be numbered
    fs::create_directories(m_groups / m_name);
    fs::create_directories(m_groups / "somebody-else");
    MemoryGroup::removeStale(m_groups.path());
    EXPECT_FALSE(fs::exists(m_groups / "penstock-536870911"));
    EXPECT_TRUE(fs::exists(m_groups / m_name));
    EXPECT_TRUE(fs::exists(m_groups / "somebody-else"));
}

// The real thing, where this test was started in a group of a delegated one. The kernel's answer is what counts.
TEST_F(MemoryGroupTest, TheKernelKeepsTheLimitWhereItWasHandedToUs)
{
    const std::string below = platform::delegatedGroup(getpid());
    if (below.empty())
        GTEST_SKIP() << "no control group was delegated to this process";
    KernelProcessTree tree;
    platform::RunOrder greedy = order("exec python3 -c 'x = bytearray(200 << 20)'");
    greedy.memoryLimit = 50U << 20U;
    std::optional<Attempt> attempt(std::in_place, greedy, tree, below);
    const platform::ExitRecord record = run(*attempt);
    attempt.reset();
    EXPECT_EQ(record.kind, platform::ExitKind::outOfMemory);
    EXPECT_EQ(record.memoryEnd, platform::MemoryEnd::limit);
    EXPECT_EQ(record.memoryGuard, platform::MemoryGuard::kernel);
    EXPECT_EQ(record.signal, SIGKILL);
    EXPECT_FALSE(fs::exists(below + '/' + m_name));
}

} // namespace penstock::shim
