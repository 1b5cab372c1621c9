#include "core/platform/process_table.h"

#include "core/platform/spawn.h"
#include "tests/core/platform/shim_fixture.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <set>

namespace penstock::platform {

namespace {

// A shell with a child of its own, ended with the test.
class ProcessTableTest : public testing::Test {
protected:
    ProcessTableTest()
        : m_shell(*spawn({{"sh", "-c", "sleep 1000 & exec sleep 2000"}, std::nullopt, -1}))
    {}
    ~ProcessTableTest() override
    {
        kill(-m_shell, SIGKILL);
        waitpid(m_shell, nullptr, 0);
    }
    pid_t grandchild() const
    {
        std::vector<pid_t> below;
        EXPECT_TRUE(waitFor([&] {
            below = descendantsOf(m_shell);
            return below.size() == 1 && commandOf(below[0]) == "sleep 1000" && commandOf(m_shell) == "sleep 2000";
        }));
        return below.empty() ? -1 : below[0];
    }

    pid_t m_shell;
};

} // namespace

TEST_F(ProcessTableTest, FindsWhoIsBelow)
{
    const pid_t grandchild = this->grandchild();
    const std::vector<pid_t> all = descendantsOf(getpid());
    const auto shell = std::find(all.begin(), all.end(), m_shell);
    ASSERT_NE(shell, all.end());
    EXPECT_NE(std::find(shell, all.end(), grandchild), all.end()) << "parents come first";
    const std::vector<pid_t> scanned = descendantsByScan(getpid());
    EXPECT_EQ(std::set(scanned.begin(), scanned.end()), std::set(all.begin(), all.end()));
    EXPECT_TRUE(isBelow(getpid(), grandchild));
    EXPECT_TRUE(isBelow(m_shell, grandchild));
    EXPECT_FALSE(isBelow(grandchild, m_shell));
    EXPECT_FALSE(isBelow(getpid(), getpid()));
    EXPECT_FALSE(isBelow(getpid(), 1));
    EXPECT_EQ(stateOf(grandchild)->parent, m_shell);
}

TEST_F(ProcessTableTest, WhatProcessesShareIsCountedOnceWhereItMatters)
{
#ifdef __SANITIZE_THREAD__
    GTEST_SKIP() << "ThreadSanitizer's own memory, which a copy does not share, is larger than what is measured here";
#endif
    constexpr std::size_t size = 64U << 20U;
    std::vector<char> bytes(size, 'x'); // resident in this process, and shared with a copy of it until one writes
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t copy = fork();
    if (copy == 0) {
        [[maybe_unused]] const ssize_t written = write(ready[1], "x", 1);
        pause();
        _exit(0);
    }
    char byte = 0;
    ASSERT_EQ(read(ready[0], &byte, 1), 1);
    EXPECT_GE(residentMemory(copy), size);
    EXPECT_LT(shareOfMemory(copy), size);
    EXPECT_GE(shareOfMemory(copy) + shareOfMemory(getpid()), size);
    kill(copy, SIGKILL);
    waitpid(copy, nullptr, 0);
    EXPECT_EQ(residentMemory(copy), 0U);
    EXPECT_EQ(shareOfMemory(copy), 0U);
    close(ready[0]);
    close(ready[1]);
}

TEST_F(ProcessTableTest, TellsTheDeadFromTheLiving)
{
    const pid_t pid = *spawn({{"true"}, std::nullopt, -1});
    EXPECT_TRUE(waitFor([&] { return stateOf(pid)->state == 'Z'; }));
    EXPECT_EQ(commandOf(pid), "[true]");
    waitpid(pid, nullptr, 0);
    EXPECT_FALSE(stateOf(pid));
    EXPECT_EQ(commandOf(pid), "[]");
}

} // namespace penstock::platform
