#include "tests/core/platform/shim_fixture.h"

#include "core/platform/log_index.h"

#include <linux/magic.h>
#include <sys/vfs.h>

#include <cerrno>
#include <csignal>
#include <filesystem>

namespace penstock::platform {

using ShimRun = ShimTest;

TEST_F(ShimRun, ACommandRunsInItsFolderAndEndsWithItsCode)
{
    auto owner = newOwner();
    const ExitRecord ok = run(*owner, script("r-1/a/1", "echo one; echo two >&2; pwd"));
    EXPECT_EQ(ok.kind, ExitKind::exited);
    EXPECT_EQ(ok.code, 0);
    EXPECT_LE(ok.started, ok.ended);
    EXPECT_EQ(ok.logBytes, log("r-1/a/1").size());
    EXPECT_FALSE(ok.logTruncated);
    EXPECT_NE(log("r-1/a/1").find("one\n"), std::string::npos);
    EXPECT_NE(log("r-1/a/1").find("two\n"), std::string::npos);
    EXPECT_NE(log("r-1/a/1").find(m_folder.path() + "\n"), std::string::npos);
    EXPECT_EQ(run(*owner, script("r-1/b/1", "exit 3")).code, 3);
    EXPECT_EQ(run(*owner, script("r-1/c/1", "exit 255")).code, 255);
}

TEST_F(ShimRun, TheIndexTellsStreamsApart)
{
    auto owner = newOwner();
    run(*owner, script("r-1/a/1", "echo out; echo err >&2"));
    const auto index = readLogIndex(m_folder.read("runs/r-1/a/1/log.idx"));
    const std::string content = log("r-1/a/1");
    ASSERT_EQ(index.size(), 2U);
    for (const LogIndexRecord& record : index)
        EXPECT_EQ(content.substr(record.offset, 3), record.mark == LogMark::out ? "out" : "err");
}

TEST_F(ShimRun, ExitCode137IsNotAKill)
{
    auto owner = newOwner();
    const ExitRecord code = run(*owner, script("r-1/a/1", "exit 137"));
    EXPECT_EQ(code.kind, ExitKind::exited);
    EXPECT_EQ(code.code, 137);
    const ExitRecord kill = run(*owner, script("r-1/b/1", "kill -9 $$"));
    EXPECT_EQ(kill.kind, ExitKind::signaled);
    EXPECT_EQ(kill.signal, SIGKILL);
    EXPECT_EQ(run(*owner, script("r-1/c/1", "kill -SEGV $$")).signal, SIGSEGV);
}

TEST_F(ShimRun, WhatCannotStartIsASpawnErrorAndNeverACode)
{
    auto owner = newOwner();
    m_folder.write("plain.txt", "no program");
    const auto expect = [&](const char* attempt, RunOrder each, SpawnStage stage, int error) {
        const ExitRecord record = run(*owner, std::move(each));
        EXPECT_EQ(record.kind, ExitKind::spawnError) << attempt;
        EXPECT_EQ(record.stage, stage) << attempt;
        EXPECT_EQ(record.error, error) << attempt;
    };
    expect("missing", order("r-1/a/1", {"no-such-program"}), SpawnStage::exec, ENOENT);
    expect("not executable", order("r-1/b/1", {m_folder / "plain.txt"}), SpawnStage::exec, EACCES);
    expect("a folder", order("r-1/c/1", {m_folder.path()}), SpawnStage::exec, EACCES);
    expect("empty", order("r-1/d/1", {""}), SpawnStage::exec, ENOENT);
    RunOrder nowhere = order("r-1/e/1", {"true"});
    nowhere.folder = m_folder / "no such folder";
    expect("bad folder", nowhere, SpawnStage::folder, ENOENT);
    RunOrder noLog = order("r-1/f/1", {"true"});
    noLog.attemptFolder = m_folder / "no attempt folder";
    expect("no log", noLog, SpawnStage::log, ENOENT);
    std::filesystem::permissions(m_folder / "plain.txt", std::filesystem::perms::owner_all);
    expect("no format", order("r-1/g/1", {m_folder / "plain.txt"}), SpawnStage::exec, ENOEXEC);
}

TEST_F(ShimRun, ProgramsAreLookedUpInTheStepsOwnPath)
{
    auto owner = newOwner();
    m_folder.write("tools/greet", "#!/bin/sh\necho from the tools\n");
    std::filesystem::permissions(m_folder / "tools/greet", std::filesystem::perms::owner_all);
    RunOrder each = order("r-1/a/1", {"greet"});
    each.environment = {"PATH=/nowhere:" + (m_folder / "tools") + ":/bin"};
    EXPECT_EQ(run(*owner, each).code, 0);
    EXPECT_EQ(log("r-1/a/1"), "from the tools\n");
}

TEST_F(ShimRun, ArgumentsArriveByteForByte)
{
    auto owner = newOwner();
    const std::vector<std::string> hostile{"; rm -rf x", "$(id)", "`id`", "a\nb", "-rf", "'\"", "ü 漢", ""};
    std::vector<std::string> arguments{"printf", "%s|"};
    std::string expected;
    for (const std::string& each : hostile) {
        arguments.push_back(each);
        expected += each + '|';
    }
    run(*owner, order("r-1/a/1", arguments));
    EXPECT_EQ(log("r-1/a/1"), expected);
}

TEST_F(ShimRun, AStepFindsACleanProcess)
{
    auto owner = newOwner();
    run(*owner, script("r-1/a/1", "umask; ulimit -c; ls /proc/self/fd | wc -l; cat /proc/self/oom_score_adj;"
                                  "grep -E 'Sig(Blk|Ign)' /proc/self/status; readlink /proc/self/fd/0"));
    EXPECT_EQ(log("r-1/a/1"), "0077\n0\n4\n500\nSigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n/dev/null\n");
}

TEST_F(ShimRun, TheEnvironmentIsWhatTheOrderSaysAndNothingElse)
{
    auto owner = newOwner();
    RunOrder each = order("r-1/a/1", {"env"});
    each.environment = {"PATH=/usr/bin:/bin", "ONLY=this"};
    run(*owner, each);
    EXPECT_EQ(log("r-1/a/1"), "PATH=/usr/bin:/bin\nONLY=this\nPENSTOCK_ATTEMPT_FOLDER=" + attemptFolder("r-1/a/1") + "\n");
}

TEST_F(ShimRun, UsageIsOfTheWholeTree)
{
    auto owner = newOwner();
    const ExitRecord record = run(*owner, script("r-1/a/1", "python3 -c 'x = bytearray(60 << 20)\nfor i in range(3000000): pass'"));
    EXPECT_GT(record.userTime, Duration(10));
    EXPECT_GT(record.peakMemory, 50ULL << 20U);
}

TEST_F(ShimRun, MemoryIsThatOfAllProcessesAtOnce)
{
    // Two processes of 60 MiB each, in no way shared, for a while at the same time.
    constexpr const char* two = R"(
import os, time
ready, go = os.pipe()
if os.fork() == 0:
    own = bytearray(os.urandom(60 << 20))
    os.write(go, b"x")
    time.sleep(1)
    os._exit(0)
own = bytearray(os.urandom(60 << 20))
os.read(ready, 1)
os.wait()
)";
    auto owner = newOwner();
    RunOrder each = order("r-1/a/1", {"python3", "-c", two});
    each.memoryLimit = 64ULL << 30U; // looked at more often
    const ExitRecord record = run(*owner, each);
    EXPECT_EQ(record.code, 0);
    EXPECT_GT(record.peakMemory, 110ULL << 20U);
    EXPECT_LT(record.peakMemory, 400ULL << 20U);
}

TEST_F(ShimRun, AStepThatTakesMoreMemoryThanItMayIsEnded)
{
    auto owner = newOwner();
    RunOrder each = script("r-1/a/1", "python3 -c 'import time; x = bytearray(300 << 20); time.sleep(1000)'");
    each.memoryLimit = 100U << 20U;
    const ExitRecord record = run(*owner, each);
    EXPECT_EQ(record.kind, ExitKind::outOfMemory);
    EXPECT_EQ(record.memoryEnd, MemoryEnd::limit);
    EXPECT_GT(record.peakMemory, 100U << 20U);
}

TEST_F(ShimRun, WhatGoesToStorageIsCounted)
{
    struct statfs where {};
    ASSERT_EQ(statfs(m_folder.path().c_str(), &where), 0);
    if (where.f_type == TMPFS_MAGIC || where.f_type == RAMFS_MAGIC)
        GTEST_SKIP() << "the folder for temporary files is in memory";
    auto owner = newOwner();
    const ExitRecord record = run(*owner, script("r-1/a/1", "dd if=/dev/zero of=\"$HERE/file\" bs=1M count=8 conv=fsync 2> /dev/null"));
    EXPECT_GE(record.writtenBytes, 8U << 20U);
}

TEST_F(ShimRun, OneShimServesManyAttemptsWithoutLeaking)
{
    auto owner = newOwner();
    run(*owner, order("r-1/first/1", {"true"}));
    const int shim = shimPid(0);
    const auto descriptorsOfShim = [&] {
        return std::distance(std::filesystem::directory_iterator("/proc/" + std::to_string(shim) + "/fd"), {});
    };
    const auto before = descriptorsOfShim();
    const int ownBefore = openDescriptors();
    for (int i = 0; i < 200; ++i) {
        const std::string attempt = "r-1/step/" + std::to_string(i + 1);
        EXPECT_EQ(run(*owner, order(attempt, {"true"})).code, 0);
        owner->pool().forget(attempt);
    }
    EXPECT_EQ(shimPid(0), shim);
    EXPECT_EQ(descriptorsOfShim(), before);
    EXPECT_EQ(openDescriptors(), ownBefore);
}

TEST_F(ShimRun, OrdersForABusySlotWaitTheirTurn)
{
    auto owner = newOwner();
    for (int i = 1; i <= 20; ++i)
        owner->pool().launch(0, script("r-1/a/" + std::to_string(i), "echo " + std::to_string(i) + " >> order.txt"));
    owner->waitForExit("r-1/a/20");
    std::string expected;
    for (int i = 1; i <= 20; ++i)
        expected += std::to_string(i) + '\n';
    EXPECT_EQ(m_folder.read("order.txt"), expected);
}

TEST_F(ShimRun, SlotsRunBesideEachOther)
{
    auto owner = newOwner();
    // Each waits for the other: one after the other would never end.
    owner->pool().launch(0, script("r-1/a/1", "touch a; until [ -e b ]; do sleep 0.01; done"));
    owner->pool().launch(1, script("r-1/b/1", "touch b; until [ -e a ]; do sleep 0.01; done"));
    EXPECT_EQ(owner->waitForExit("r-1/a/1").code, 0);
    EXPECT_EQ(owner->waitForExit("r-1/b/1").code, 0);
}

TEST_F(ShimRun, AMissingShimIsSaidAndNotWaitedFor)
{
    m_settings.program = m_folder / "no-shim";
    auto owner = newOwner();
    owner->pool().launch(0, order("r-1/a/1", {"true"}));
    const auto failed = [&]() -> const AttemptNotStarted* {
        for (const ShimEvent& event : owner->events()) {
            if (const auto* each = std::get_if<AttemptNotStarted>(&event))
                return each;
        }
        return nullptr;
    };
    ASSERT_TRUE(owner->waitUntil([&] { return failed() != nullptr; }));
    EXPECT_EQ(failed()->why.message.id, "platform.shim_missing");
}

TEST_F(ShimRun, AWorkspaceWithALongPathHasSockets)
{
    std::string deep = m_folder / "state";
    for (int i = 0; i < 20; ++i)
        deep += "/a rather long name of a folder";
    m_settings.folder = deep;
    auto owner = newOwner();
    EXPECT_EQ(run(*owner, order("r-1/a/1", {"true"})).code, 0);
}

TEST_F(ShimRun, IdleShimsGoWhenTheyMayRest)
{
    auto owner = newOwner();
    run(*owner, order("r-1/a/1", {"true"}));
    owner->pool().forget("r-1/a/1");
    owner->pool().rest();
    EXPECT_TRUE(waitUntilShimIsGone(0));
    EXPECT_EQ(run(*owner, order("r-1/b/1", {"true"})).code, 0);
}

} // namespace penstock::platform
