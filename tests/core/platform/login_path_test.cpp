#include "core/platform/login_path.h"

#include "core/platform/disk_file_system.h"
#include "core/platform/system_clock.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace penstock::platform {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

// A user whose shell notes each time that it is asked.
class LoginPathTest : public testing::Test {
protected:
    void shellIs(const std::string& text) const
    {
        m_home.write("shell", "#!/bin/sh\necho asked >> \"$HOME/asked\"\n" + text + '\n');
        fs::permissions(m_home / "shell", fs::perms::owner_all);
    }
    // As a process of its own has it: nothing is shared but the files.
    LoginPath path() { return {{"ada", m_home.path(), m_home / "shell"}, m_state.path(), m_files, m_clock}; }
    std::optional<std::string> find() { return path().find(60s); }
    int timesAsked() const
    {
        const std::string lines = m_home.read("asked");
        return static_cast<int>(std::count(lines.begin(), lines.end(), '\n'));
    }

    test::TemporaryFolder m_home;
    test::TemporaryFolder m_state;
    DiskFileSystem m_files;
    test::ManualClock m_clock;
};

constexpr const char* prints = "echo Welcome; PATH=/from/profile:/bin /usr/bin/env -0";

} // namespace

TEST_F(LoginPathTest, TheFirstOfManyOwnersAsks)
{
    shellIs(prints);
    EXPECT_EQ(find(), "/from/profile:/bin");
    EXPECT_EQ(find(), "/from/profile:/bin");
    EXPECT_EQ(timesAsked(), 1);
}

TEST_F(LoginPathTest, AStartFileThatChangesIsAskedAbout)
{
    shellIs(prints);
    find();
    m_home.write(".bashrc", "export PATH=/new:$PATH");
    find();
    EXPECT_EQ(timesAsked(), 2);
    fs::remove(m_home / ".bashrc");
    find();
    find();
    EXPECT_EQ(timesAsked(), 3);
    shellIs("PATH=/other/shell /usr/bin/env -0");
    EXPECT_EQ(find(), "/other/shell");
}

TEST_F(LoginPathTest, ThatAShellDoesNotAnswerIsRememberedToo)
{
    shellIs("exec sleep 1000");
    while (timesAsked() == 0)
        EXPECT_EQ(path().ask(300ms), std::nullopt); // on a slow machine it is stopped before it has noted anything
    const int asked = timesAsked();
    EXPECT_EQ(find(), std::nullopt) << "nobody waits for it a second time";
    EXPECT_EQ(timesAsked(), asked);
    m_clock.advance(2h);
    shellIs(prints);
    EXPECT_EQ(find(), "/from/profile:/bin");
}

TEST_F(LoginPathTest, AMemoryThatIsTornIsAskedAnew)
{
    shellIs(prints);
    find();
    const std::string memory = m_state.read("penstock/login-path");
    for (std::size_t length = 0; length < memory.size(); length += 7) {
        m_state.write("penstock/login-path", memory.substr(0, length));
        EXPECT_EQ(find(), "/from/profile:/bin") << length;
    }
}

TEST_F(LoginPathTest, AnAnswerGrowsOld)
{
    shellIs("exit 1");
    EXPECT_EQ(find(), std::nullopt);
    m_clock.advance(59min);
    find();
    EXPECT_EQ(timesAsked(), 1);
    m_clock.advance(2min);
    find();
    EXPECT_EQ(timesAsked(), 2);
    m_clock.advance(-3h);
    find();
    EXPECT_EQ(timesAsked(), 3) << "of the future: the clock was set back";
}

TEST_F(LoginPathTest, WhoAsksAnewAnswersForTheOthers)
{
    shellIs("exit 1");
    find();
    EXPECT_EQ(path().ask(60s), std::nullopt);
    find();
    EXPECT_EQ(timesAsked(), 2);
}

TEST_F(LoginPathTest, WithoutAMemoryItIsAskedEachTime)
{
    shellIs(prints);
    m_state.write("penstock", "a file where a folder should be");
    EXPECT_EQ(find(), "/from/profile:/bin");
    EXPECT_EQ(find(), "/from/profile:/bin");
    EXPECT_EQ(timesAsked(), 2);
    fs::remove(m_state / "penstock");
    m_state.write("penstock/login-path", "torn");
    EXPECT_EQ(find(), "/from/profile:/bin");
}

TEST_F(LoginPathTest, TheRealShellOfThisUserAnswers)
{
    const SystemClock clock;
    const LoginPath path(LoginShell::ofThisUser(), m_state.path(), m_files, clock);
    const auto found = path.find(10s);
    if (!found)
        GTEST_SKIP() << path.shell().program << " does not answer on this machine";
    EXPECT_NE(found->find("/bin"), std::string::npos);
    EXPECT_EQ(found->find('\n'), std::string::npos);
    EXPECT_FALSE(path.ask(0ms)) << "no patience, no answer, no hang";
}

} // namespace penstock::platform
