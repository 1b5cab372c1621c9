#include "core/host/checkouts.h"

#include "core/host/code_version.h"
#include "core/host/revision_files.h"
#include "core/host/uncommitted.h"
#include "core/store/disk_artifact_store.h"
#include "tests/core/host/git_folder.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;

const std::atomic<bool> never{false};

class CheckoutsTest : public testing::Test {
protected:
    CheckoutsTest()
    {
        git.make();
        folder.write(".gitignore", ".penstock\n*.log\n/data\n");
        folder.write("train.py", "layers = 1\n");
        folder.write("lib/net.py", "import torch\n");
        folder.write("run.sh", "echo\n");
        fs::permissions(folder / "run.sh", fs::perms::owner_all);
        fs::create_symlink("train.py", folder / "latest.py");
        first = git.commitAll("first");
        fs::create_directories(state);
        artifacts = std::move(*store::DiskArtifactStore::open(state));
    }

    engine::Checkout at(const std::string& commit) const { return {"p-1", commit, commit, {}, {}}; }
    Json version() { return codeVersionOf(folder.path(), {"build"}, *artifacts, never); }
    Json changes() { return *parseJson(*artifacts->readBytes(*Digest::parse(textAt(memberAt(version(), "changes"), "digest")), 1 << 20)); }
    std::string diff() { return *artifacts->readBytes(*Digest::parse(textAt(memberAt(version(), "diff"), "digest")), 64 << 20); }
    std::string read(const std::string& name) const { return folder.read(".penstock/checkouts/p-1/" + name); }

    test::TemporaryFolder folder;
    std::string state = folder / ".penstock";
    test::GitFolder git{folder.path()};
    test::GitFolder checkout{state + "/checkouts/p-1"};
    std::string first;
    std::unique_ptr<store::DiskArtifactStore> artifacts;
};

} // namespace

TEST_F(CheckoutsTest, ACleanWorkTreeIsItsCommit)
{
    const Json clean = version();
    EXPECT_EQ(textAt(clean, "commit"), first);
    EXPECT_EQ(textAt(clean, "branch"), "main");
    EXPECT_EQ(memberAt(clean, "dirty"), Json(false));
    EXPECT_FALSE(clean.contains("diff"));
    git.git("checkout -q --detach");
    EXPECT_TRUE(memberAt(version(), "branch").is_null());
}

TEST_F(CheckoutsTest, WithoutARepositoryNothingIsKnown)
{
    const test::TemporaryFolder elsewhere;
    EXPECT_TRUE(codeVersionOf(elsewhere.path(), {}, *artifacts, never).is_null());
    EXPECT_EQ(RevisionFiles::open(elsewhere.path(), "main").error().message.id, "host.no_repository");
}

TEST_F(CheckoutsTest, ARepositoryWithoutACommitHasOnlyChanges)
{
    const test::TemporaryFolder fresh;
    test::GitFolder(fresh.path()).make();
    fresh.write("a.py", "a = 1\n");
    const Json found = codeVersionOf(fresh.path(), {}, *artifacts, never);
    EXPECT_TRUE(memberAt(found, "commit").is_null());
    EXPECT_EQ(textAt(found, "branch"), "main");
    EXPECT_EQ(memberAt(found, "untracked"), Json(1));
}

TEST_F(CheckoutsTest, WhatIsNotCommittedIsListedWithItsDigests)
{
    folder.write("train.py", "layers = 2\n");
    folder.write("fresh.py", "x\n");
    folder.write("staged.py", "y\n");
    git.git("add staged.py");
    fs::remove(folder / "lib/net.py");
    folder.write("noise.log", "ignored\n");
    folder.write("build/model", "an output\n");
    const Json found = version();
    EXPECT_EQ(memberAt(found, "dirty"), Json(true));
    EXPECT_EQ(memberAt(found, "changed"), Json(3));
    EXPECT_EQ(memberAt(found, "untracked"), Json(1));
    EXPECT_EQ(memberAt(found, "paths"), Json::array({"fresh.py", "lib/net.py", "staged.py", "train.py"}));
    EXPECT_FALSE(found.contains("cut"));
    const Json listed = changes();
    EXPECT_EQ(textAt(listed[0], "kind"), "untracked");
    EXPECT_EQ(textAt(listed[0], "digest"), sha256("x\n").hex());
    EXPECT_EQ(textAt(listed[1], "kind"), "deleted");
    EXPECT_EQ(textAt(listed[2], "kind"), "added");
    EXPECT_EQ(textAt(listed[3], "kind"), "modified");
}

TEST_F(CheckoutsTest, WhatIsTooLargeOrLooksSecretIsNamedAndNotKept)
{
    folder.write(".env", "TOKEN=s3cr3t-value\n");
    folder.write("big.bin", std::string(5 << 20, 'x'));
    folder.write("train.py", "layers = 2\n");
    EXPECT_EQ(memberAt(version(), "cut"), Json(true));
    EXPECT_EQ(diff().find("s3cr3t"), std::string::npos);
    EXPECT_NE(diff().find("layers = 2"), std::string::npos);
    EXPECT_LT(diff().size(), 4096U);
    EXPECT_EQ(memberAt(changes()[0], "inDiff"), Json(false));
    EXPECT_EQ(textAt(changes()[1], "digest"), sha256(std::string(5 << 20, 'x')).hex());
}

TEST_F(CheckoutsTest, TheIndexOfTheWorkspaceIsNotTouched)
{
    const auto index = folder.read(".git/index");
    fs::last_write_time(folder / "train.py", fs::file_time_type::clock::now());
    version();
    Checkouts({folder.path(), state}, *artifacts).make(at(first), never).ok();
    EXPECT_EQ(folder.read(".git/index"), index);
    EXPECT_FALSE(fs::exists(folder / ".git/worktrees"));
    EXPECT_EQ(git.ask("status --porcelain"), "");
}

TEST_F(CheckoutsTest, ARevisionIsCheckedOutWholeIntoARepositoryOfItsOwn)
{
    folder.write("train.py", "layers = 9\n");
    git.commitAll("second");
    Checkouts checkouts({folder.path(), state}, *artifacts);
    ASSERT_TRUE(checkouts.make(at(first), never));
    EXPECT_EQ(read("train.py"), "layers = 1\n");
    EXPECT_EQ(read("latest.py"), "layers = 1\n");
    EXPECT_NE(fs::status(state + "/checkouts/p-1/run.sh").permissions() & fs::perms::owner_exec, fs::perms::none);
    EXPECT_EQ(checkout.ask("rev-parse HEAD"), first);
    EXPECT_EQ(checkout.ask("status --porcelain"), "");
    EXPECT_EQ(folder.read("train.py"), "layers = 9\n");
}

TEST_F(CheckoutsTest, OneThatIsThereStaysAsStepsLeftIt)
{
    Checkouts checkouts({folder.path(), state}, *artifacts);
    ASSERT_TRUE(checkouts.make(at(first), never));
    folder.write(".penstock/checkouts/p-1/build/model", "made");
    ASSERT_TRUE(checkouts.make(at(first), never));
    EXPECT_EQ(read("build/model"), "made");
}

TEST_F(CheckoutsTest, WhatSomebodyDiedOverIsMadeAnew)
{
    folder.write(".penstock/checkouts/.making-p-1/train.py", "half");
    Checkouts checkouts({folder.path(), state}, *artifacts);
    ASSERT_TRUE(checkouts.make(at(first), never));
    EXPECT_EQ(read("train.py"), "layers = 1\n");
    EXPECT_FALSE(fs::exists(state + "/checkouts/.making-p-1"));
}

TEST_F(CheckoutsTest, ChangesThatWereNotCommittedComeBackAsTheyWere)
{
    folder.write("train.py", "layers = 2");
    folder.write("lib/more/deep.py", "deep\n");
    folder.write("weights.bin", std::string("\0\1\2\xff", 4) + std::string(3000, '\0'));
    folder.write("empty.txt", "");
    fs::remove(folder / "lib/net.py");
    fs::permissions(folder / "train.py", fs::perms::owner_all);
    const Json found = version();
    const ArtifactRef kept{*Digest::parse(textAt(memberAt(found, "diff"), "digest")), ArtifactShape::file, 0};
    auto wanted = at(first);
    wanted.diff = kept;
    const auto made = Checkouts({folder.path(), state}, *artifacts).make(wanted, never);
    ASSERT_TRUE(made) << made.error().message.id << git::failure("").detail;
    for (const char* name : {"train.py", "lib/more/deep.py", "weights.bin", "empty.txt", "run.sh", "lib/net.py"})
        EXPECT_EQ(read(name), folder.read(name)) << name;
    EXPECT_FALSE(fs::exists(state + "/checkouts/p-1/lib/net.py"));
    EXPECT_TRUE(fs::exists(state + "/checkouts/p-1/empty.txt"));
    EXPECT_NE(fs::status(state + "/checkouts/p-1/train.py").permissions() & fs::perms::owner_exec, fs::perms::none);
}

TEST_F(CheckoutsTest, ADiffThatDoesNotFitLeavesNoCheckout)
{
    auto wanted = at(first);
    wanted.diff = *artifacts->putBytes("diff --git a/train.py b/train.py\n--- a/train.py\n+++ b/train.py\n@@ -1 +1 @@\n-layers = 7\n+layers = 8\n");
    const auto made = Checkouts({folder.path(), state}, *artifacts).make(wanted, never);
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().message.id, "host.diff_failed");
    EXPECT_FALSE(fs::exists(state + "/checkouts/p-1"));
}

TEST_F(CheckoutsTest, NoHookAndNoFilterOfTheRepositoryIsExecuted)
{
    const std::string witness = folder / "executed";
    const std::string program = "#!/bin/sh\necho \"$0\" >> '" + witness + "'\ncat\n";
    for (const char* hook : {"post-checkout", "post-index-change", "pre-commit", "reference-transaction", "fsmonitor"}) {
        folder.write(std::string(".git/hooks/") + hook, program);
        fs::permissions(folder / (std::string(".git/hooks/") + hook), fs::perms::owner_all);
    }
    folder.write(".gitattributes", "*.py filter=evil diff=evil\n");
    git.git("-c core.hooksPath=/dev/null add .gitattributes");
    git.git("-c core.hooksPath=/dev/null commit -q -m attributes");
    const std::string hook = folder / ".git/hooks/post-checkout";
    for (const char* key : {"filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv", "diff.evil.command", "core.fsmonitor", "core.sshCommand"})
        git.git(std::string("config ") + key + " \"'" + hook + "'\"");
    git.git("config core.hooksPath .git/hooks");
    fs::remove(witness);
    folder.write("train.py", "layers = 2\n");
    const Json found = version();
    auto wanted = at(textAt(found, "commit"));
    wanted.diff = ArtifactRef{*Digest::parse(textAt(memberAt(found, "diff"), "digest")), ArtifactShape::file, 0};
    ASSERT_TRUE(Checkouts({folder.path(), state}, *artifacts).make(wanted, never));
    EXPECT_EQ(read("train.py"), "layers = 2\n");
    EXPECT_FALSE(fs::exists(witness)) << folder.read("executed");
    EXPECT_TRUE((*RevisionFiles::open(folder.path(), "main"))->hasFilters());
}

TEST_F(CheckoutsTest, ARevisionIsReadWithoutACheckout)
{
    git.git("tag v1");
    folder.write("train.py", "layers = 2\n");
    git.commitAll("second");
    for (const std::string& name : {std::string("v1"), std::string("main~1"), first, first.substr(0, 10)}) {
        const auto files = RevisionFiles::open(folder.path(), name);
        ASSERT_TRUE(files) << name;
        EXPECT_EQ((*files)->commit(), first);
        EXPECT_EQ(*(*files)->read(folder / "train.py", 1024), "layers = 1\n");
        EXPECT_EQ((*files)->read(folder / "train.py", 3).error().code, ErrorCode::invalid);
        EXPECT_FALSE((*files)->exists(folder / "none.py"));
        EXPECT_EQ((*files)->read(folder / "latest.py", 1024).error().code, ErrorCode::notFound);
        EXPECT_EQ(*(*files)->list(folder / "lib"), std::vector<std::string>{"net.py"});
    }
    for (const char* name : {"none", "", "main:train.py", "../..", "--all"})
        EXPECT_EQ(RevisionFiles::open(folder.path(), name).error().message.id, "host.unknown_revision") << name;
}

TEST_F(CheckoutsTest, AWorkspaceBelowItsRepositoryIsFoundInTheCheckout)
{
    folder.write("work/pipelines/p.pipeline.yaml", "text");
    const std::string commit = git.commitAll("deeper");
    const auto files = RevisionFiles::open(folder / "work", "main");
    ASSERT_TRUE(files);
    EXPECT_EQ((*files)->folder(), "work");
    EXPECT_EQ(*(*files)->read(folder / "work/pipelines/p.pipeline.yaml", 100), "text");
    folder.write("work/pipelines/p.pipeline.yaml", "other");
    EXPECT_EQ(textAt(codeVersionOf(folder / "work", {}, *artifacts, never), "folder"), "work");
    EXPECT_EQ(memberAt(codeVersionOf(folder / "work", {}, *artifacts, never), "changed"), Json(1));
}

TEST_F(CheckoutsTest, RepositoriesWithinAreFilledFromThisMachineOrNamed)
{
    const test::TemporaryFolder inner;
    const test::GitFolder innerGit(inner.path());
    innerGit.make();
    inner.write("loss.py", "loss\n");
    innerGit.commitAll("inner");
    git.git("-c protocol.file.allow=always submodule --quiet add '" + inner.path() + "' vendor/inner");
    const std::string commit = git.commitAll("with inner");
    ASSERT_TRUE(Checkouts({folder.path(), state}, *artifacts).make(at(commit), never));
    EXPECT_EQ(read("vendor/inner/loss.py"), "loss\n");
    EXPECT_TRUE((*RevisionFiles::open(folder.path(), "main"))->missingSubmodules().empty());
    fs::remove_all(folder / ".git/modules");
    fs::remove_all(folder / "vendor/inner");
    EXPECT_EQ((*RevisionFiles::open(folder.path(), "main"))->missingSubmodules(), std::vector<std::string>{"vendor/inner"});
}

} // namespace penstock::host
