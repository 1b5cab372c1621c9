#include "core/platform/workspace_lock.h"

#include "core/platform/boot_id.h"
#include "core/platform/spawn.h"
#include "core/platform/system_random.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/wait.h>

#include <csignal>
#include <filesystem>
#include <set>

namespace penstock::platform {

TEST(WorkspaceLock, HasOneOwnerAtATime)
{
    test::TemporaryFolder folder;
    auto first = WorkspaceLock::take(folder / "lock");
    ASSERT_TRUE(first);
    const auto second = WorkspaceLock::take(folder / "lock"); // also within one process
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::conflict);
    EXPECT_TRUE(first->isValid());
    first = second.error(); // lets go
    EXPECT_TRUE(WorkspaceLock::take(folder / "lock"));
}

TEST(WorkspaceLock, SaysWhoHoldsItWithoutTakingIt)
{
    test::TemporaryFolder folder;
    EXPECT_EQ(WorkspaceLock::holder(folder / "lock"), std::nullopt);
    EXPECT_FALSE(std::filesystem::exists(folder / "lock"));
    auto lock = WorkspaceLock::take(folder / "lock");
    EXPECT_EQ(WorkspaceLock::holder(folder / "lock"), getpid());
    lock = Error{}; // lets go; its pid still stands in the file
    EXPECT_EQ(WorkspaceLock::holder(folder / "lock"), std::nullopt);
    EXPECT_TRUE(WorkspaceLock::take(folder / "lock"));
}

TEST(WorkspaceLock, IsNotInheritedByWhatTheOwnerStarts)
{
    test::TemporaryFolder folder;
    Result<pid_t> child = [&] {
        const auto lock = WorkspaceLock::take(folder / "lock");
        EXPECT_TRUE(lock);
        return spawn({{"sleep", "1000"}, std::nullopt, -1});
    }();
    ASSERT_TRUE(child);
    EXPECT_TRUE(WorkspaceLock::take(folder / "lock"));
    kill(*child, SIGKILL);
    waitpid(*child, nullptr, 0);
}

TEST(WorkspaceLock, NoticesThatItsFileWasRemovedOrReplaced)
{
    test::TemporaryFolder folder;
    const auto lock = WorkspaceLock::take(folder / "lock");
    ASSERT_TRUE(lock);
    std::filesystem::remove(folder / "lock");
    EXPECT_FALSE(lock->isValid());
    const auto other = WorkspaceLock::take(folder / "lock");
    ASSERT_TRUE(other);
    EXPECT_FALSE(lock->isValid());
    EXPECT_TRUE(other->isValid());
}

TEST(WorkspaceLock, SaysWhyItCannotBeTaken)
{
    test::TemporaryFolder folder;
    EXPECT_EQ(WorkspaceLock::take(folder / "absent/lock").error().code, ErrorCode::notFound);
}

TEST(BootId, IsTheSameWithinABoot)
{
    EXPECT_EQ(bootId().size(), 36U);
    EXPECT_EQ(bootId(), bootId());
}

TEST(SystemRandom, DoesNotRepeatItself)
{
    SystemRandom random;
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(random.next());
    EXPECT_EQ(seen.size(), 1000U);
}

} // namespace penstock::platform
