#include "core/store/displaced.h"

#include "core/store/disk_artifact_store.h"
#include "core/store/safe_name.h"
#include "tests/core/store/child_process.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>

namespace penstock::store {

using test::TemporaryFolder;
using Way = Displaced::Way;
namespace fs = std::filesystem;

namespace {

const std::atomic<bool> neverStop{false};
const Instant someTime{Duration(1'700'000'000'123)};

class DisplacedTest : public ::testing::Test {
protected:
    TemporaryFolder work;
    std::string state = work / ".penstock";
    std::unique_ptr<DiskArtifactStore> store = std::move(*DiskArtifactStore::open(state));
    Displaced displaced{work.path(), state, *store};

    Result<Displaced::Cleared> clear(const std::string& path)
    {
        return displaced.clear(path, someTime, "digits-42", "outer/train", neverStop);
    }
    Displaced::Cleared cleared(const std::string& name)
    {
        const auto result = clear(work / name);
        EXPECT_TRUE(result) << result.error().message.id << ' ' << result.error().detail;
        return result ? *result : Displaced::Cleared{};
    }
};

} // namespace

TEST_F(DisplacedTest, HasNothingToDoWhereNothingStands)
{
    EXPECT_EQ(cleared("build/model").way, Way::nothing);
    work.write("file", "x");
    EXPECT_EQ(cleared("file/below").way, Way::nothing);
    EXPECT_FALSE(fs::exists(state + "/displaced"));
}

TEST_F(DisplacedTest, RemovesWhatTheStoreHas)
{
    work.write("model", "known");
    work.write("out/a", "1");
    ASSERT_TRUE(store->put(work / "model", neverStop));
    ASSERT_TRUE(store->put(work / "out", neverStop));
    EXPECT_EQ(cleared("model").way, Way::removed);
    EXPECT_EQ(cleared("out").way, Way::removed);
    EXPECT_FALSE(fs::exists(work / "model"));
    EXPECT_FALSE(fs::exists(work / "out"));
    EXPECT_TRUE(fs::is_empty(state + "/displaced"));
}

TEST_F(DisplacedTest, MovesWhatMayBeTheOnlyCopy)
{
    work.write("build/model", "by hand");
    const auto result = cleared("build/model");
    EXPECT_EQ(result.way, Way::moved);
    EXPECT_EQ(result.place, state + "/displaced/2023-11-14T22%3A13%3A20.123Z-digits-42-outer%2Ftrain/model");
    EXPECT_EQ(work.read(".penstock/displaced/2023-11-14T22%3A13%3A20.123Z-digits-42-outer%2Ftrain/model"), "by hand");
    EXPECT_FALSE(fs::exists(work / "build/model"));
    work.write("other/model", "second of that name");
    const auto second = cleared("other/model");
    EXPECT_NE(second.place, result.place);
    EXPECT_TRUE(fs::exists(result.place));
    EXPECT_TRUE(fs::exists(second.place));
}

TEST_F(DisplacedTest, DoesNotTrustAStoredCopyThatIsDamaged)
{
    work.write("model", "known");
    const auto artifact = store->put(work / "model", neverStop);
    const std::string object = *store->readPath(*artifact);
    ::chmod(object.c_str(), 0644);
    fs::resize_file(object, 1);
    EXPECT_EQ(cleared("model").way, Way::moved);
}

TEST_F(DisplacedTest, MovesLinksAndOddThingsAsTheyAre)
{
    work.write("target", "t");
    fs::create_symlink("target", work / "link");
    EXPECT_TRUE(fs::is_symlink(cleared("link").place));
    EXPECT_TRUE(fs::exists(work / "target"));
    ASSERT_EQ(::mkfifo((work / "fifo").c_str(), 0600), 0);
    EXPECT_EQ(cleared("fifo").way, Way::moved);
}

TEST_F(DisplacedTest, RefusesToClearTheWorkspaceOrTheState)
{
    work.write("in/a", "x");
    fs::create_symlink(work.path(), work / "in/back");
    for (const std::string& path : {work.path(), std::string("/"), fs::path(work.path()).parent_path().string(), state,
                                    state + "/objects", work / "in/../.penstock", work / "in/back/.penstock/objects"}) {
        const auto refused = clear(path);
        ASSERT_FALSE(refused) << path;
        EXPECT_EQ(refused.error().message.id, "store.not_an_output_place") << path;
    }
    EXPECT_TRUE(fs::exists(state + "/objects"));
}

TEST_F(DisplacedTest, KeepsWhatStandsOnAnotherFileSystemInTheStore)
{
    fs::create_directory(work / "mount");
    constexpr int noNamespaces = 77;
    const int code = test::ChildProcess([&] {
        if (!test::enterMountNamespace() || ::mount("none", (work / "mount").c_str(), "tmpfs", 0, "size=1m") != 0)
            return noNamespaces;
        work.write("mount/model", "far away");
        const auto result = clear(work / "mount/model");
        if (!result || result->way != Way::stored || fs::exists(work / "mount/model"))
            return 1;
        return *store->readBytes(sha256("far away"), 100) == "far away" ? 0 : 2;
    }).wait();
    if (code == noNamespaces)
        GTEST_SKIP() << "mount namespaces are not available here";
    EXPECT_EQ(code, 0);
}

TEST(SafeName, IsOneNameThatTellsTextsApart)
{
    EXPECT_EQ(safeName("digits-42"), "digits-42");
    EXPECT_EQ(safeName("a/b c"), "a%2Fb%20c");
    EXPECT_EQ(safeName(".."), "%2E.");
    EXPECT_EQ(safeName(""), "%");
    EXPECT_EQ(safeName("%2F"), "%252F");
    const std::string deep(5000, '/');
    EXPECT_LT(safeName(deep).size(), 210u);
    EXPECT_NE(safeName(deep + "a"), safeName(deep + "b"));
}

} // namespace penstock::store
