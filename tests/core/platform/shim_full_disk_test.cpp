// A disk that is full: the step ends as it ends, and its end is recorded.
#include "tests/core/platform/shim_fixture.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace penstock::platform {

namespace {

constexpr int notPossible = 77;

// A private view of the file system needs a user namespace where the user is not root.
bool enterPrivateMounts()
{
    const uid_t user = getuid();
    const gid_t group = getgid();
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    std::ofstream("/proc/self/setgroups") << "deny";
    std::ofstream("/proc/self/uid_map") << user << ' ' << user << " 1";
    std::ofstream("/proc/self/gid_map") << group << ' ' << group << " 1";
    return mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

} // namespace

class ShimFullDisk : public ShimTest {
protected:
    // In a child, so that the other tests keep their view. 0: as expected.
    int runOnSmallDisk()
    {
        std::filesystem::create_directories(m_folder / "state");
        std::filesystem::create_directories(m_folder / "runs");
        if (!enterPrivateMounts())
            return notPossible;
        for (const char* name : {"state", "runs"}) {
            if (mount("tmpfs", (m_folder / name).c_str(), "tmpfs", 0, "size=600k") != 0)
                return notPossible;
        }
        Owner owner(m_settings);
        owner.pool().recover({});
        const ExitRecord loud = run(owner, script("r-1/a/1", "head -c 2M /dev/zero; exit 7"));
        std::ofstream(m_folder / "state/ballast") << std::string(1 << 20U, 'x'); // now the journal's disk is full as well
        RunOrder quietOrder = script("r-1/b/1", "exit 8");
        std::filesystem::remove(attemptFolder("r-1/a/1") + "/log");
        const ExitRecord quiet = run(owner, quietOrder);
        std::fprintf(stderr, "kind %d code %d bytes %llu dropped %llu; then kind %d code %d error %d\n",
                     static_cast<int>(loud.kind), loud.code, static_cast<unsigned long long>(loud.logBytes),
                     static_cast<unsigned long long>(loud.logDropped), static_cast<int>(quiet.kind), quiet.code, quiet.error);
        signalShim(0, SIGKILL);
        const bool loudIsTrue = loud.kind == ExitKind::exited && loud.code == 7 && loud.logTruncated
                                && loud.logBytes + loud.logDropped == 2U << 20U;
        return loudIsTrue && quiet.kind == ExitKind::exited && quiet.code == 8 ? 0 : 1;
    }
};

TEST_F(ShimFullDisk, LosesLogBytesButNoEnds)
{
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0)
        _exit(runOnSmallDisk());
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    if (WEXITSTATUS(status) == notPossible)
        GTEST_SKIP() << "no user namespaces or no tmpfs in them: a small disk cannot be made";
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

} // namespace penstock::platform
