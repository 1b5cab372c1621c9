#include "core/store/durable_file.h"

#include "tests/core/store/child_process.h"
#include "tests/support/temporary_folder.h"

#include <csignal>
#include <filesystem>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace penstock::store {

using test::TemporaryFolder;
namespace fs = std::filesystem;

TEST(DurableFile, IsReplacedWholly)
{
    TemporaryFolder folder;
    ASSERT_TRUE(writeDurably(folder / "a", "one"));
    ASSERT_TRUE(writeDurably(folder / "a", "two"));
    EXPECT_EQ(*readSmallFile(folder / "a", 3), "two");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1)
        << "nothing is left over";
}

TEST(DurableFile, KeepsItsContentWhenTheDiskIsFull)
{
    TemporaryFolder folder;
    ASSERT_TRUE(writeDurably(folder / "a", "old"));
    EXPECT_EQ(test::ChildProcess([&] {
                  ::signal(SIGXFSZ, SIG_IGN);
                  const rlimit small{100, 100};
                  ::setrlimit(RLIMIT_FSIZE, &small);
                  const auto written = writeDurably(folder / "a", std::string(1000, 'n'));
                  return !written && written.error().code == ErrorCode::full ? 0 : 1;
              }).wait(),
              0);
    EXPECT_EQ(folder.read("a"), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(DurableFile, SmallFilesAreReadWithinTheirLimit)
{
    TemporaryFolder folder;
    folder.write("a", "12345");
    EXPECT_EQ(*readSmallFile(folder / "a", 5), "12345");
    EXPECT_EQ(readSmallFile(folder / "a", 4).error().code, ErrorCode::invalid);
    EXPECT_EQ(readSmallFile(folder / "b", 4).error().code, ErrorCode::notFound);
    EXPECT_EQ(readSmallFile(folder.path(), 4096).error().code, ErrorCode::invalid);
    ASSERT_EQ(::mkfifo((folder / "fifo").c_str(), 0600), 0);
    EXPECT_EQ(readSmallFile(folder / "fifo", 10).error().code, ErrorCode::invalid)
        << "and it does not wait for a writer";
}

TEST(DurableFile, FoldersAreMadeWithTheirParents)
{
    TemporaryFolder folder;
    ASSERT_TRUE(makeFolders(folder / "a/b/c"));
    ASSERT_TRUE(makeFolders(folder / "a/b/c"));
    EXPECT_TRUE(fs::is_directory(folder / "a/b/c"));
    folder.write("file", "x");
    EXPECT_FALSE(makeFolders(folder / "file/below"));
    EXPECT_FALSE(makeFolders(folder / "file"));
}

} // namespace penstock::store
