#include "core/platform/watched_command.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace penstock::platform {

namespace {

WatchedPlan script(const test::TemporaryFolder& folder, const std::string& text)
{
    return {{"/bin/sh", "-c", text}, {{"PATH", "/usr/bin:/bin"}, {"ONLY", "this"}}, folder.path()};
}

bool isAlive(pid_t pid) { return pid > 1 && kill(pid, 0) == 0; }

template <class Truth>
bool comesTrue(Truth truth)
{
    for (int tries = 0; tries < 1000; ++tries) {
        if (truth())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

const auto wanted = [] { return true; };

} // namespace

TEST(WatchedCommand, TellsWhatItPrintsAndHowItEnds)
{
    const test::TemporaryFolder folder;
    std::string heard;
    const auto hear = [&heard](std::string_view text) { heard += text; };
    EXPECT_EQ(*runWatched(script(folder, "echo out; echo err >&2; pwd; echo $ONLY$HOME; exit 7"), hear, wanted), 7);
    EXPECT_EQ(heard, "out\nerr\n" + folder.path() + "\nthis\n");
    EXPECT_EQ(*runWatched(script(folder, "kill -9 $$"), hear, wanted), 128 + SIGKILL);
#ifndef __SANITIZE_THREAD__ // makes fork of vfork, and the failed exec is not seen
    EXPECT_EQ(runWatched({{"/nowhere/program"}, {}, folder.path()}, hear, wanted).error().code, ErrorCode::notFound);
#endif
}

TEST(WatchedCommand, EndsWithAllItStartedWhenItIsNotWantedAnyMore)
{
    const test::TemporaryFolder folder;
    std::atomic<bool> isWanted{true};
    const auto hear = [&](std::string_view text) { isWanted = isWanted && text.find("ready") == std::string_view::npos; };
    const auto ended = runWatched(script(folder, "trap '' TERM; sleep 1000 & echo $! > pid; echo ready; wait; sleep 1000"), hear, [&] { return isWanted.load(); });
    ASSERT_FALSE(ended);
    EXPECT_EQ(ended.error().code, ErrorCode::cancelled);
    const pid_t child = std::stoi(folder.read("pid"));
    EXPECT_TRUE(comesTrue([child] { return !isAlive(child); }));
}

TEST(WatchedCommand, WhatItLeavesBehindIsEndedToo)
{
    const test::TemporaryFolder folder;
    EXPECT_EQ(*runWatched(script(folder, "sleep 1000 & echo $! > pid"), [](std::string_view) {}, wanted), 0);
    const pid_t child = std::stoi(folder.read("pid"));
    EXPECT_TRUE(comesTrue([child] { return !isAlive(child); }));
}

TEST(WatchedCommand, DiesWithTheProcessThatStartedIt)
{
    const test::TemporaryFolder folder;
    const pid_t owner = fork();
    if (owner == 0) {
        (void)runWatched(script(folder, "echo $$ > pid; exec sleep 1000"), [](std::string_view) {}, wanted);
        _exit(0);
    }
    ASSERT_TRUE(comesTrue([&] { return folder.read("pid").find('\n') != std::string::npos; }));
    const pid_t helper = std::stoi(folder.read("pid"));
    ASSERT_TRUE(isAlive(helper));
    kill(owner, SIGKILL);
    waitpid(owner, nullptr, 0);
    EXPECT_TRUE(comesTrue([helper] { return !isAlive(helper); }));
}

} // namespace penstock::platform
