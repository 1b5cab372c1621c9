// Ends that are asked for, and what a step leaves behind: nothing.
#include "tests/core/platform/shim_fixture.h"

#include <csignal>
#include <sstream>

namespace penstock::platform {

namespace {

// Writes the pids of three hard cases to the log: a background child, one in a session of its own, and a daemon that
// was forked twice and let go of all descriptors.
constexpr const char* litter = R"(
sleep 1000 & echo $!
setsid sleep 1000 & echo $!
python3 - <<'END'
import os, time
if os.fork() == 0:
    os.setsid()
    pid = os.fork()
    if pid == 0:
        os.closerange(0, 100)
        time.sleep(1000)
    print(pid, flush=True)
    os._exit(0)
os.wait()
END
)";

std::vector<int> pidsIn(const std::string& log)
{
    std::istringstream in(log);
    std::vector<int> pids;
    for (int pid = 0; in >> pid;)
        pids.push_back(pid);
    return pids;
}

} // namespace

class ShimStop : public ShimTest {
protected:
    void expectNobodyLeft(const std::string& attempt)
    {
        const std::vector<int> pids = pidsIn(log(attempt));
        EXPECT_EQ(pids.size(), 3U) << log(attempt);
        for (const int pid : pids)
            EXPECT_FALSE(isAlive(pid)) << pid;
    }
    bool hasLitter(const std::string& attempt) const { return pidsIn(log(attempt)).size() == 3; }
};

TEST_F(ShimStop, ATimeoutIsAKindOfItsOwn)
{
    auto owner = newOwner();
    RunOrder each = script("r-1/a/1", "sleep 1000");
    each.timeout = Duration(50);
    const ExitRecord record = run(*owner, each);
    EXPECT_EQ(record.kind, ExitKind::timeout);
    EXPECT_EQ(record.signal, SIGTERM);
    EXPECT_FALSE(record.killed);
    EXPECT_GE(record.ran, Duration(50));
}

TEST_F(ShimStop, ACancelledStepMayTidyUp)
{
    auto owner = newOwner();
    owner->pool().launch(0, script("r-1/a/1", "trap 'echo tidy; exit 0' TERM; echo up; sleep 1000 & wait"));
    ASSERT_TRUE(owner->waitUntil([&] { return log("r-1/a/1") == "up\n"; }));
    owner->pool().cancel("r-1/a/1", Duration(0) + std::chrono::seconds(30));
    const ExitRecord record = owner->waitForExit("r-1/a/1");
    EXPECT_EQ(record.kind, ExitKind::cancelled);
    EXPECT_EQ(record.code, 0);
    EXPECT_FALSE(record.killed);
    EXPECT_EQ(log("r-1/a/1"), "up\ntidy\n");
}

TEST_F(ShimStop, TheWholeGroupHasTheGrace)
{
    // The shell dies of SIGTERM at once; what it ran still gets the time to write its checkpoint.
    auto owner = newOwner();
    owner->pool().launch(0, script("r-1/a/1", "(trap 'sleep 0.4; echo saved; exit' TERM; echo up; while :; do sleep 0.01; done); true"));
    ASSERT_TRUE(owner->waitUntil([&] { return log("r-1/a/1") == "up\n"; }));
    owner->pool().cancel("r-1/a/1", std::chrono::seconds(30));
    const ExitRecord record = owner->waitForExit("r-1/a/1");
    EXPECT_EQ(record.kind, ExitKind::cancelled);
    EXPECT_NE(log("r-1/a/1").find("saved\n"), std::string::npos);
}

TEST_F(ShimStop, WhoIgnoresSigtermIsKilledAfterTheGrace)
{
    auto owner = newOwner();
    owner->pool().launch(0, script("r-1/a/1", "trap '' TERM; echo up; while :; do sleep 0.01; done"));
    ASSERT_TRUE(owner->waitUntil([&] { return log("r-1/a/1") == "up\n"; }));
    owner->pool().cancel("r-1/a/1", Duration(20));
    const ExitRecord record = owner->waitForExit("r-1/a/1");
    EXPECT_EQ(record.kind, ExitKind::cancelled);
    EXPECT_EQ(record.signal, SIGKILL);
    EXPECT_TRUE(record.killed);
}

TEST_F(ShimStop, ASecondCancelCanShortenTheGrace)
{
    auto owner = newOwner();
    owner->pool().launch(0, script("r-1/a/1", "trap '' TERM; echo up; while :; do sleep 0.01; done"));
    ASSERT_TRUE(owner->waitUntil([&] { return log("r-1/a/1") == "up\n"; }));
    owner->pool().cancel("r-1/a/1", std::chrono::hours(1));
    owner->pool().cancel("r-1/a/1", Duration(0));
    EXPECT_EQ(owner->waitForExit("r-1/a/1").signal, SIGKILL);
}

TEST_F(ShimStop, ACancelLeavesNoProcessBehind)
{
    auto owner = newOwner();
    owner->pool().launch(0, script("r-1/a/1", std::string(litter).append("sleep 1000")));
    ASSERT_TRUE(owner->waitUntil([&] { return hasLitter("r-1/a/1"); }));
    owner->pool().cancel("r-1/a/1", Duration(100));
    EXPECT_EQ(owner->waitForExit("r-1/a/1").kind, ExitKind::cancelled);
    expectNobodyLeft("r-1/a/1");
}

TEST_F(ShimStop, WhoLeftTheGroupHasTheGraceToo)
{
    // A daemon in a session of its own, as some data loaders and servers start them, that writes what it has when it is
    // asked to end. It goes by itself, so the long grace is not used up and nothing is killed.
    constexpr const char* daemon = R"(
import os, signal, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        def save(*_):
            open(os.environ["HERE"] + "/saved", "w").write("state")
            sys.exit(0)
        signal.signal(signal.SIGTERM, save)
        print(os.getpid(), flush=True)
        while True: time.sleep(1000)
    os._exit(0)
os.wait()
time.sleep(1000)
)";
    auto owner = newOwner();
    owner->pool().launch(0, order("r-1/a/1", {"python3", "-c", daemon}));
    ASSERT_TRUE(owner->waitUntil([&] { return pidsIn(log("r-1/a/1")).size() == 1; }));
    owner->pool().cancel("r-1/a/1", std::chrono::hours(1));
    const ExitRecord record = owner->waitForExit("r-1/a/1");
    EXPECT_EQ(record.kind, ExitKind::cancelled);
    EXPECT_FALSE(record.killed);
    EXPECT_EQ(m_folder.read("saved"), "state");
    EXPECT_FALSE(isAlive(pidsIn(log("r-1/a/1"))[0]));
}

TEST_F(ShimStop, AStepThatEndsWellLeavesNoProcessBehindEither)
{
    auto owner = newOwner();
    const ExitRecord record = run(*owner, script("r-1/a/1", std::string(litter).append("exit 4")));
    EXPECT_EQ(record.kind, ExitKind::exited);
    EXPECT_EQ(record.code, 4);
    EXPECT_TRUE(record.killed);
    expectNobodyLeft("r-1/a/1");
}

TEST_F(ShimStop, ATeeBehindTheStepMayFinishWriting)
{
    auto owner = newOwner();
    const ExitRecord record = run(*owner, script("r-1/a/1", "exec > >(sleep 0.05; cat > tee.txt; echo piped); seq 1000"));
    EXPECT_FALSE(record.killed);
    EXPECT_EQ(m_folder.read("tee.txt").size(), 3893U);
}

TEST_F(ShimStop, CancelAfterTheEndChangesNothing)
{
    auto owner = newOwner();
    const ExitRecord first = run(*owner, order("r-1/a/1", {"true"}));
    owner->pool().cancel("r-1/a/1", Duration(0));
    run(*owner, order("r-1/b/1", {"true"}));
    EXPECT_EQ(owner->exits("r-1/a/1"), 1);
    EXPECT_EQ(*owner->exitOf("r-1/a/1"), first);
}

TEST_F(ShimStop, WhatWaitsForItsSlotIsCancelledWithoutRunning)
{
    auto owner = newOwner();
    owner->pool().launch(0, script("r-1/a/1", "sleep 1000"));
    owner->pool().launch(0, script("r-1/b/1", "touch ran"));
    ASSERT_TRUE(owner->waitForClaim("r-1/a/1"));
    owner->pool().cancel("r-1/b/1", Duration(0));
    const ExitRecord never = owner->waitForExit("r-1/b/1");
    EXPECT_EQ(never.kind, ExitKind::cancelled);
    EXPECT_EQ(never.ran, Duration(0));
    owner->pool().cancel("r-1/a/1", Duration(1000));
    EXPECT_EQ(owner->waitForExit("r-1/a/1").kind, ExitKind::cancelled);
    EXPECT_EQ(m_folder.read("ran"), "");
    EXPECT_EQ(owner->claims("r-1/b/1"), 0);
}

} // namespace penstock::platform
