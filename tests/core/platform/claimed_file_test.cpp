// A file that several programs change: nothing that one of them wrote is lost without a word.
#include "core/platform/claimed_file.h"
#include "core/platform/disk_file_system.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <optional>

namespace penstock::platform {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t plenty = 1U << 20U;

class ClaimedFileTest : public testing::Test {
protected:
    ClaimedFileTest() { m_folder.write("file", "old"); }

    ClaimedFile claim(const std::string& name = "file")
    {
        auto claimed = ClaimedFile::claim(m_folder / name, plenty);
        EXPECT_TRUE(claimed);
        return std::move(*claimed);
    }

    std::string refusal(ClaimedFile& file, const std::function<void()>& atLast = {})
    {
        const auto replaced = file.replace("mine", atLast);
        return replaced ? std::string() : replaced.error().message.id;
    }

    std::size_t files() const { return DiskFileSystem().list(m_folder.path())->size(); }

    test::TemporaryFolder m_folder;
};

} // namespace

TEST_F(ClaimedFileTest, IsReplacedAsAWhole)
{
    ClaimedFile file = claim();
    EXPECT_EQ(file.content(), "old");
    EXPECT_EQ(refusal(file), "");
    EXPECT_EQ(m_folder.read("file"), "mine");
    EXPECT_EQ(files(), 1u);
}

TEST_F(ClaimedFileTest, WhatAnotherProgramWroteMeanwhileStays)
{
    ClaimedFile file = claim();
    m_folder.write("file", "theirs");
    EXPECT_EQ(refusal(file), "platform.file_changed");
    EXPECT_EQ(m_folder.read("file"), "theirs");
    EXPECT_EQ(files(), 1u);
}

TEST_F(ClaimedFileTest, WhatAnotherProgramWroteAtTheLastMomentStays)
{
    {
        ClaimedFile file = claim();
        EXPECT_EQ(refusal(file, [&] { std::ofstream(m_folder / "file") << "in place"; }), "platform.file_changed");
        EXPECT_EQ(m_folder.read("file"), "in place");
    }
    ClaimedFile file = claim();
    EXPECT_EQ(refusal(file, [&] { (void)DiskFileSystem().writeAtomically(m_folder / "file", "anew"); }), "platform.file_changed");
    EXPECT_EQ(m_folder.read("file"), "anew");
    EXPECT_EQ(files(), 1u);
}

TEST_F(ClaimedFileTest, AFileThatWasRemovedMeanwhileDoesNotComeBack)
{
    ClaimedFile file = claim();
    EXPECT_NE(refusal(file, [&] { fs::remove(m_folder / "file"); }), "");
    EXPECT_EQ(files(), 0u);
}

TEST_F(ClaimedFileTest, WhoComesSecondReadsWhatTheFirstWrote)
{
    std::optional<ClaimedFile> first = claim();
    auto second = std::async(std::launch::async, [&] { return claim().content(); });
    const int other = open((m_folder / "file").c_str(), O_RDONLY | O_CLOEXEC);
    EXPECT_NE(flock(other, LOCK_EX | LOCK_NB), 0) << "nobody else gets in";
    close(other);
    EXPECT_EQ(refusal(*first), "");
    first.reset();
    EXPECT_EQ(second.get(), "mine");
}

TEST_F(ClaimedFileTest, PermissionsOwnersAttributesAndLinksStay)
{
    fs::permissions(m_folder / "file", fs::perms(0640));
    fs::create_symlink("file", m_folder / "link");
    const bool isRoot = chown((m_folder / "file").c_str(), 1234, 2345) == 0;
    const bool hasAttributes = setxattr((m_folder / "file").c_str(), "user.note", "n", 1, 0) == 0;
    ClaimedFile file = claim("link");
    EXPECT_EQ(refusal(file), "");
    EXPECT_TRUE(fs::is_symlink(m_folder / "link"));
    EXPECT_EQ(m_folder.read("file"), "mine");
    struct stat found {};
    ASSERT_EQ(stat((m_folder / "file").c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 07777U, 0640U);
    if (isRoot) {
        EXPECT_EQ(found.st_uid, 1234U);
        EXPECT_EQ(found.st_gid, 2345U);
    }
    EXPECT_EQ(getxattr((m_folder / "file").c_str(), "user.note", nullptr, 0), hasAttributes ? 1 : -1);
}

TEST_F(ClaimedFileTest, OtherNamesKeepWhatTheyHave)
{
    fs::create_hard_link(m_folder / "file", m_folder / "other");
    ClaimedFile file = claim();
    EXPECT_EQ(file.otherNames(), 1u);
    EXPECT_EQ(refusal(file), "");
    EXPECT_EQ(m_folder.read("other"), "old");
}

TEST_F(ClaimedFileTest, AFileThatMayNotBeWrittenIsNotReplacedBehindItsBack)
{
    fs::permissions(m_folder / "file", fs::perms(0444));
    ClaimedFile file = claim();
    EXPECT_EQ(refusal(file), "platform.write_protected");
    EXPECT_EQ(DiskFileSystem().writeAtomically(m_folder / "file", "mine").error().code, ErrorCode::denied);
    EXPECT_EQ(m_folder.read("file"), "old");
    EXPECT_EQ(files(), 1u);
}

TEST_F(ClaimedFileTest, AFullDiskLeavesTheOldContentAndNoLitter)
{
    ClaimedFile file = claim();
    struct rlimit before {};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small {2, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto replaced = file.replace("mine");
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(replaced);
    EXPECT_EQ(replaced.error().code, ErrorCode::full);
    EXPECT_EQ(m_folder.read("file"), "old");
    EXPECT_EQ(files(), 1u);
}

TEST_F(ClaimedFileTest, OnlyFilesAreClaimed)
{
    EXPECT_EQ(ClaimedFile::claim(m_folder / "absent", plenty).error().code, ErrorCode::notFound);
    EXPECT_EQ(ClaimedFile::claim(m_folder.path(), plenty).error().code, ErrorCode::invalid);
    EXPECT_EQ(ClaimedFile::claim(m_folder / "file", 2).error().code, ErrorCode::invalid);
    ASSERT_EQ(mkfifo((m_folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(ClaimedFile::claim(m_folder / "pipe", plenty).error().code, ErrorCode::invalid);
}

} // namespace penstock::platform
