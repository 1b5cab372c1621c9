#include "core/host/file_revisions.h"

#include "core/host/revision_files.h"
#include "tests/core/host/git_folder.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>

namespace penstock::host {

namespace {

constexpr const char* file = "pipelines/p.pipeline.yaml";

} // namespace

TEST(FileRevisions, tell_who_changed_the_file_and_when_newest_first)
{
    const test::TemporaryFolder folder;
    const test::GitFolder git(folder.path());
    git.make();
    folder.write(file, "one");
    const std::string first = git.commitAll("draw it");
    folder.write("other.txt", "x");
    git.commitAll("something else");
    folder.write(file, "two");
    const std::string second = git.commitAll("train longer");

    const std::atomic<bool> go{false};
    const auto revisions = revisionsOf(folder.path(), file, 100, go);
    ASSERT_TRUE(revisions.ok());
    ASSERT_EQ(revisions->size(), 2u);
    EXPECT_EQ((*revisions)[0].commit, second);
    EXPECT_EQ((*revisions)[0].subject, "train longer");
    EXPECT_EQ((*revisions)[0].author, "a");
    EXPECT_GT((*revisions)[0].at, Instant{});
    EXPECT_EQ((*revisions)[1].commit, first);
    EXPECT_EQ(*(*RevisionFiles::open(folder.path(), first))->read(folder.path() + "/" + file, 100), "one");
    EXPECT_EQ(revisionsOf(folder.path(), file, 1, go)->size(), 1u);
    EXPECT_EQ(revisionsOf(folder.path(), "never.yaml", 100, go)->size(), 0u);

    const std::atomic<bool> stop{true};
    EXPECT_EQ(revisionsOf(folder.path(), file, 100, stop).error().code, ErrorCode::cancelled);
}

TEST(FileRevisions, know_the_workspace_in_a_folder_of_its_repository_and_that_nothing_was_committed)
{
    const test::TemporaryFolder folder;
    const std::atomic<bool> go{false};
    EXPECT_EQ(revisionsOf(folder.path(), file, 100, go).error().code, ErrorCode::notFound);

    const test::GitFolder git(folder.path());
    git.make();
    EXPECT_TRUE(revisionsOf(folder.path(), file, 100, go)->empty());
    folder.write(std::string("inner/").append(file), "one");
    git.commitAll("first");
    EXPECT_EQ(revisionsOf(folder.path() + "/inner", file, 100, go)->size(), 1u);
}

} // namespace penstock::host
