#include "core/platform/control_group.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/xattr.h>

namespace penstock::platform {

namespace {

constexpr const char* mounts = "24 30 0:22 / /proc rw,nosuid - proc proc rw\n"
                               "35 30 0:31 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate\n";

} // namespace

TEST(ControlGroup, IsFoundFromWhatTheKernelTells)
{
    EXPECT_EQ(groupFolder("0::/user.slice/u.service/owner\n", mounts), "/sys/fs/cgroup/user.slice/u.service/owner");
    EXPECT_EQ(groupFolder("4:memory:/x\n1:name=systemd:/x\n0::/unified/only\n", mounts), "/sys/fs/cgroup/unified/only");
    EXPECT_EQ(groupFolder("0::/\n", mounts), "") << "the root of what this process sees has no parent here";
    EXPECT_EQ(groupFolder("4:memory:/x\n", mounts), "") << "only the first version";
    EXPECT_EQ(groupFolder("0::/a\n", "24 30 0:22 / /proc rw - proc proc rw\n"), "") << "not mounted";
    EXPECT_EQ(groupFolder("", ""), "");
}

TEST(ControlGroup, IsOursOnlyWhereItWasHandedOver)
{
    test::TemporaryFolder folder;
    folder.write("cgroup.subtree_control", "cpu memory pids\n");
    folder.write("cgroup.procs", "");
    EXPECT_FALSE(isDelegated(folder.path())) << "could be written to, but is somebody else's";
    if (setxattr(folder.path().c_str(), "user.delegate", "1", 1, 0) != 0)
        GTEST_SKIP() << "the folder for temporary files has no extended attributes";
    EXPECT_TRUE(isDelegated(folder.path()));
    folder.write("cgroup.subtree_control", "cpu pids\n");
    EXPECT_FALSE(isDelegated(folder.path())) << "without memory";
    EXPECT_FALSE(isDelegated(folder / "nowhere"));
    EXPECT_EQ(delegatedGroup(1 << 29), "") << "no such process";
}

} // namespace penstock::platform
