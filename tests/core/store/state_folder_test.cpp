// Where the state lies, with the real git.
#include "core/store/state_folder.h"

#include "core/store/sqlite_event_store.h"
#include "tests/core/store/child_process.h"
#include "tests/core/store/event_making.h"
#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace penstock::store {

using test::TemporaryFolder;
using Place = StateFolder::Place;
namespace fs = std::filesystem;

namespace {

class StateFolderTest : public ::testing::Test {
protected:
    TemporaryFolder place;
    std::string home = place / "home";
    std::string repository = place / "repo";
    bool onNetwork = false;
    StateSurroundings surroundings{
        home, [this](const std::string& path) { return onNetwork && path.find("/home/") == std::string::npos; }};

    void SetUp() override { fs::create_directories(repository); }

    void git(const std::string& arguments, const std::string& folder = {})
    {
        const std::string command = "cd '" + (folder.empty() ? repository : folder) +
                                    "' && git -c user.name=t -c user.email=t@t -c init.defaultBranch=main " +
                                    arguments + " >/dev/null 2>&1";
        ASSERT_EQ(std::system(command.c_str()), 0) << command;
    }
    void makeRepository()
    {
        git("init");
        place.write("repo/.gitignore", ".penstock\n");
        place.write("repo/ml/pipelines/a.pipeline.yaml", "penstock: 1\n");
        git("add .");
        git("commit -m first");
    }
    StateFolder open(const std::string& workspace)
    {
        const auto state = openStateFolder(workspace, surroundings);
        EXPECT_TRUE(state) << state.error().message.id << ' ' << state.error().detail;
        return state ? *state : StateFolder{};
    }
    std::string findError(const std::string& workspace)
    {
        const auto state = findStateFolder(workspace, surroundings);
        return state ? "found" : state.error().message.id;
    }
    // The registry is events in the log: they are what must survive.
    void record(const StateFolder& state, const std::string& id)
    {
        auto store = SqliteEventStore::open(state.path);
        std::vector<engine::StoredEvent> events{test::makeEvent(id)};
        ASSERT_TRUE(store && (*store)->append(events));
    }
    Seq recorded(const StateFolder& state)
    {
        const auto store = SqliteEventStore::open(state.path);
        return store ? (*store)->head() : 0;
    }
};

} // namespace

TEST_F(StateFolderTest, IsNotMadeByReading)
{
    EXPECT_EQ(findError(repository), "store.no_state");
    makeRepository();
    EXPECT_EQ(findError(repository), "store.no_state");
    EXPECT_FALSE(fs::exists(fs::symlink_status(repository + "/.penstock")));
    EXPECT_FALSE(fs::exists(repository + "/.git/penstock"));
    EXPECT_EQ(findError(place / "nowhere"), "store.missing");
}

TEST_F(StateFolderTest, OutsideOfGitIsAFolderInTheWorkspace)
{
    const StateFolder state = open(repository);
    EXPECT_EQ(state.place, Place::workspace);
    EXPECT_EQ(state.path, fs::canonical(repository).string() + "/.penstock");
    EXPECT_EQ(open(repository).id, state.id);
    EXPECT_EQ(findStateFolder(repository, surroundings)->path, state.path);
}

TEST_F(StateFolderTest, EveryGitCleanLeavesTheRegistry)
{
    makeRepository();
    for (const std::string& workspace : {repository, repository + "/ml"}) {
        const StateFolder state = open(workspace);
        EXPECT_EQ(state.place, Place::gitFolder);
        record(state, "promoted");
        EXPECT_TRUE(fs::exists(workspace + "/.penstock/state.db")) << "the documented path leads there";
        for (const std::string clean : {"clean -fdx", "clean -ffdx", "clean -ffdX", "stash -u -a", "reset --hard"}) {
            git(clean);
            EXPECT_EQ(recorded(*findStateFolder(workspace, surroundings)), 1u) << clean;
        }
        git("clean -ffdx");
        EXPECT_FALSE(fs::exists(fs::symlink_status(workspace + "/.penstock")));
        EXPECT_TRUE(findStateFolder(workspace, surroundings)->pointerMissing);
        const StateFolder again = open(workspace);
        EXPECT_EQ(again.path, state.path);
        EXPECT_EQ(again.id, state.id);
        EXPECT_TRUE(fs::exists(workspace + "/.penstock/state.db"));
    }
    git("diff --quiet");
}

TEST_F(StateFolderTest, GitNeitherSeesNorTouchesIt)
{
    makeRepository();
    record(open(repository), "promoted");
    git("gc --prune=now --aggressive");
    git("fsck --strict");
    git("clone . ../clone");
    EXPECT_EQ(findError(place / "clone"), "store.no_state") << "a clone shares pipelines, not the registry";
    EXPECT_EQ(recorded(open(repository)), 1u);
}

TEST_F(StateFolderTest, MovesIntoTheGitFolderWhenTheWorkspaceBecomesARepository)
{
    const StateFolder before = open(repository);
    record(before, "promoted");
    const auto inode = fs::file_size(before.path + "/state.db");
    makeRepository();
    const StateFolder after = open(repository);
    EXPECT_TRUE(after.moved);
    EXPECT_EQ(after.place, Place::gitFolder);
    EXPECT_EQ(after.id, before.id);
    EXPECT_EQ(fs::file_size(before.path + "/state.db"), inode) << "old paths lead to the same files";
    git("clean -ffdx");
    EXPECT_EQ(recorded(open(repository)), 1u);
}

TEST_F(StateFolderTest, IsNotMovedWhileAnOwnerHasIt)
{
    const StateFolder before = open(repository);
    auto owner = SqliteEventStore::open(before.path);
    ASSERT_TRUE(owner);
    makeRepository();
    EXPECT_EQ(open(repository).place, Place::workspace);
    owner->reset();
    EXPECT_EQ(open(repository).place, Place::gitFolder);
}

TEST_F(StateFolderTest, EachWorkTreeHasItsOwn)
{
    makeRepository();
    git("worktree add ../second -b other");
    const StateFolder first = open(repository);
    const StateFolder second = open(place / "second");
    EXPECT_EQ(second.place, Place::gitFolder);
    EXPECT_NE(second.path, first.path);
    record(second, "promoted");
    git("worktree remove --force ../second");
    git("worktree add ../second other");
    EXPECT_EQ(recorded(open(place / "second")), 1u) << "outlives the work tree";
}

TEST_F(StateFolderTest, FollowsAWorkspaceThatIsMoved)
{
    makeRepository();
    const StateFolder before = open(repository);
    record(before, "promoted");
    fs::rename(repository, place / "moved");
    const StateFolder after = open(place / "moved");
    EXPECT_EQ(after.id, before.id);
    EXPECT_EQ(recorded(after), 1u);
}

TEST_F(StateFolderTest, ACopyOfAWorkspaceIsAWorkspaceOfItsOwn)
{
    makeRepository();
    const StateFolder original = open(repository);
    record(original, "promoted");
    fs::copy(repository, place / "copy", fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    const StateFolder copy = open(place / "copy");
    EXPECT_NE(copy.id, original.id);
    record(copy, "more");
    EXPECT_EQ(recorded(copy), 2u);
    EXPECT_EQ(recorded(open(repository)), 1u);
    EXPECT_EQ(open(repository).id, original.id);
}

TEST_F(StateFolderTest, OnANetworkFileSystemItLiesInTheHomeAndIsFoundAgain)
{
    onNetwork = true;
    makeRepository();
    const StateFolder state = open(repository);
    EXPECT_EQ(state.place, Place::elsewhere);
    EXPECT_TRUE(state.path.find("home/penstock/") != std::string::npos) << state.path;
    record(state, "promoted");
    git("clean -ffdx");
    EXPECT_EQ(findStateFolder(repository, surroundings)->path, state.path);
    EXPECT_EQ(recorded(open(repository)), 1u);
    EXPECT_TRUE(fs::exists(repository + "/.penstock/state.db"));
    surroundings.isNetworkFolder = [](const std::string&) { return true; };
    fs::create_directory(place / "other");
    EXPECT_EQ(openStateFolder(place / "other", surroundings).error().message.id, "store.no_local_folder");
}

TEST_F(StateFolderTest, IsWhereAOneLineFileSays)
{
    place.write("repo/.penstock", "../elsewhere/state\n");
    EXPECT_EQ(findError(repository), "store.state_gone");
    const StateFolder state = open(repository);
    EXPECT_EQ(state.place, Place::elsewhere);
    EXPECT_EQ(state.path, fs::canonical(place / "elsewhere/state").string());
    EXPECT_EQ(place.read("repo/.penstock"), "../elsewhere/state\n");
    EXPECT_EQ(findError(repository), "found");
}

TEST_F(StateFolderTest, IsNotTakenFromAnotherWorkspace)
{
    makeRepository();
    const StateFolder theirs = open(repository);
    fs::create_directory(place / "guest");
    for (const bool asLink : {true, false}) {
        fs::remove(place / "guest/.penstock");
        if (asLink)
            fs::create_directory_symlink(theirs.path, place / "guest/.penstock");
        else
            place.write("guest/.penstock", theirs.path + "\n");
        EXPECT_EQ(findError(place / "guest"), "store.state_of_other");
        EXPECT_EQ(openStateFolder(place / "guest", surroundings).error().code, ErrorCode::conflict);
    }
}

TEST_F(StateFolderTest, AStateThatIsGoneIsNotReplacedInSilence)
{
    onNetwork = true;
    const StateFolder state = open(repository);
    fs::remove_all(state.path);
    EXPECT_EQ(openStateFolder(repository, surroundings).error().message.id, "store.state_gone");
    fs::remove(repository + "/.penstock");
    place.write("repo/.penstock", "\n");
    EXPECT_EQ(findError(repository), "store.pointer_empty");
}

TEST_F(StateFolderTest, TwoStatesAreAConflict)
{
    const StateFolder inside = open(repository);
    makeRepository();
    fs::create_directories(repository + "/.git/penstock");
    fs::copy(inside.path, repository + "/.git/penstock/main", fs::copy_options::recursive);
    EXPECT_EQ(findError(repository), "store.two_states");
}

TEST_F(StateFolderTest, AFolderThatSomethingLeftThereIsNoState)
{
    makeRepository();
    const StateFolder state = open(repository);
    git("clean -ffdx");
    fs::create_directory(repository + "/.penstock");
    EXPECT_EQ(open(repository).path, state.path);
    EXPECT_TRUE(fs::is_symlink(repository + "/.penstock"));
}

TEST_F(StateFolderTest, AReadOnlyWorkspaceCanBeRead)
{
    const StateFolder state = open(repository);
    record(state, "promoted");
    ::chmod(place.path().c_str(), 0755);
    EXPECT_EQ(test::asNobody([&] {
                  const auto seen = findStateFolder(repository, surroundings);
                  return seen && seen->path == state.path ? 0 : 1;
              }),
              0);
    fs::create_directory(place / "closed");
    EXPECT_EQ(test::asNobody([&] {
                  const auto refused = openStateFolder(place / "closed", surroundings);
                  return !refused && refused.error().code == ErrorCode::denied ? 0 : 1;
              }),
              0);
}

} // namespace penstock::store
