#include "core/platform/disk_file_system.h"
#include "tests/support/failing_file_system.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace penstock::platform {

namespace fs = std::filesystem;

constexpr std::uint64_t plenty = 1U << 20U;

// What every file system promises, the real one and the one that tests use instead.
template <class T>
struct Disk;

template <>
struct Disk<DiskFileSystem> {
    test::TemporaryFolder folder;
    DiskFileSystem files;
    std::string path(const std::string& name) const { return folder / name; }
};

template <>
struct Disk<test::FailingFileSystem> {
    test::FailingFileSystem files;
    std::string path(const std::string& name) const { return '/' + name; }
};

template <class T>
class AnyFileSystem : public testing::Test {
protected:
    Disk<T> m_disk;
};
using FileSystems = testing::Types<DiskFileSystem, test::FailingFileSystem>;
TYPED_TEST_SUITE(AnyFileSystem, FileSystems);

TYPED_TEST(AnyFileSystem, ReadsBackWhatWasWritten)
{
    auto& files = this->m_disk.files;
    const std::string path = this->m_disk.path("a file");
    const std::string content("one\0two\n", 8);
    ASSERT_TRUE(files.writeAtomically(path, "old"));
    ASSERT_TRUE(files.writeAtomically(path, content));
    EXPECT_EQ(*files.read(path, plenty), content);
    EXPECT_TRUE(files.exists(path));
    EXPECT_EQ(*files.list(this->m_disk.path("").substr(0, std::max<std::size_t>(1, this->m_disk.path("").size() - 1))),
              std::vector<std::string>{"a file"});
}

TYPED_TEST(AnyFileSystem, SaysWhatIsWrong)
{
    auto& files = this->m_disk.files;
    EXPECT_EQ(files.read(this->m_disk.path("absent"), plenty).error().code, ErrorCode::notFound);
    EXPECT_EQ(files.list(this->m_disk.path("absent")).error().code, ErrorCode::notFound);
    EXPECT_EQ(files.writeAtomically(this->m_disk.path("absent/file"), "x").error().code, ErrorCode::notFound);
    ASSERT_TRUE(files.writeAtomically(this->m_disk.path("large"), std::string(100, 'x')));
    EXPECT_EQ(files.read(this->m_disk.path("large"), 99).error().code, ErrorCode::invalid);
    EXPECT_TRUE(files.read(this->m_disk.path("large"), 100));
}

TYPED_TEST(AnyFileSystem, FoldersComeWithParentsAndRemovingTwiceIsFine)
{
    auto& files = this->m_disk.files;
    ASSERT_TRUE(files.makeFolder(this->m_disk.path("a/b/c")));
    ASSERT_TRUE(files.makeFolder(this->m_disk.path("a/b/c")));
    ASSERT_TRUE(files.writeAtomically(this->m_disk.path("a/b/c/file"), "x"));
    EXPECT_EQ(*files.list(this->m_disk.path("a/b")), std::vector<std::string>{"c"});
    EXPECT_TRUE(files.remove(this->m_disk.path("a/b/c/file")));
    EXPECT_TRUE(files.remove(this->m_disk.path("a/b/c/file")));
    EXPECT_FALSE(files.exists(this->m_disk.path("a/b/c/file")));
}

TEST(DiskFileSystem, KeepsPermissionsAndLinks)
{
    test::TemporaryFolder folder;
    folder.write("real/file", "old");
    fs::permissions(folder / "real/file", fs::perms(0640));
    fs::create_symlink("real/file", folder / "link");
    DiskFileSystem files;
    ASSERT_TRUE(files.writeAtomically(folder / "link", "new"));
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(folder.read("real/file"), "new");
    EXPECT_EQ(fs::status(folder / "real/file").permissions(), fs::perms(0640));
    EXPECT_EQ(files.list(folder / "real")->size(), 1U) << "no temporary file is left";
}

TEST(DiskFileSystem, WhatNobodyMayWriteIsNotReplaced)
{
    test::TemporaryFolder folder;
    folder.write("file", "old");
    fs::permissions(folder / "file", fs::perms(0444));
    DiskFileSystem files;
    EXPECT_EQ(files.writeAtomically(folder / "file", "new").error().code, ErrorCode::denied);
    EXPECT_EQ(folder.read("file"), "old");
    EXPECT_EQ(files.list(folder.path())->size(), 1U);
}

TEST(DiskFileSystem, AFailedWriteLeavesTheOldContentAndNoLitter)
{
    test::TemporaryFolder folder;
    DiskFileSystem files;
    folder.write("file", "old");
    fs::create_directory(folder / "busy"); // a folder cannot be replaced by a file
    EXPECT_FALSE(files.writeAtomically(folder / "busy", "x"));
    EXPECT_EQ(files.list(folder.path())->size(), 2U);
    EXPECT_EQ(folder.read("file"), "old");
}

TEST(DiskFileSystem, IsNotHungByAPipeOrFooledByAFolder)
{
    test::TemporaryFolder folder;
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    DiskFileSystem files;
    EXPECT_EQ(files.read(folder / "pipe", plenty).error().code, ErrorCode::invalid);
    EXPECT_EQ(files.read(folder.path(), plenty).error().code, ErrorCode::invalid);
    folder.write("file", "");
    EXPECT_FALSE(files.makeFolder(folder / "file"));
}

TEST(FailingFileSystem, FailsWhenItIsToldTo)
{
    test::FailingFileSystem files;
    files.put("/a/file", "old");
    files.failAfter(1, ErrorCode::full);
    EXPECT_TRUE(files.writeAtomically("/a/file", "first"));
    EXPECT_EQ(files.writeAtomically("/a/file", "second").error().code, ErrorCode::full);
    EXPECT_EQ(*files.read("/a/file", plenty), "first");
    EXPECT_FALSE(files.writeAtomically("/a/file", "third"));
    files.heal();
    EXPECT_TRUE(files.writeAtomically("/a/file", "fourth"));
    files.failOnce(0);
    EXPECT_FALSE(files.read("/a/file", plenty));
    EXPECT_EQ(*files.read("/a/file", plenty), "fourth");
    EXPECT_EQ(files.operations(), 7);
}

} // namespace penstock::platform
