#include "core/store/production_folder.h"

#include "core/store/disk_artifact_store.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace penstock::store {

using test::TemporaryFolder;
using Repair = ProductionFolder::Repair;
namespace fs = std::filesystem;

namespace {

const std::atomic<bool> neverStop{false};

class ProductionFolderTest : public ::testing::Test {
protected:
    TemporaryFolder work;
    std::string state = work / ".penstock";
    std::unique_ptr<DiskArtifactStore> store = std::move(*DiskArtifactStore::open(state));
    ProductionFolder folder{state, *store};
    ModelLine line{"digits", 1};

    ProductionModel model(int minor, const std::string& content)
    {
        return {{line, minor}, *store->putBytes(content), "model.joblib"};
    }
    void promote(const ProductionModel& which)
    {
        const auto filled = folder.fill(which, neverStop);
        ASSERT_TRUE(filled) << filled.error().message.id << ' ' << filled.error().detail;
        const auto switched = folder.switchTo(which.version);
        ASSERT_TRUE(switched) << switched.error().message.id << ' ' << switched.error().detail;
    }
    std::string served() { return work.read(".penstock/models/digits-v1/production/model.joblib"); }
};

} // namespace

TEST_F(ProductionFolderTest, ServesTheVersionThatWasSwitchedTo)
{
    EXPECT_EQ(folder.current(line), std::nullopt);
    const auto first = model(9, "first");
    ASSERT_TRUE(folder.fill(first, neverStop));
    EXPECT_EQ(folder.current(line), std::nullopt) << "filling shows nothing yet";
    ASSERT_TRUE(folder.switchTo(first.version));
    EXPECT_EQ(served(), "first");
    promote(model(10, "second"));
    EXPECT_EQ(served(), "second");
    EXPECT_EQ(folder.current(line), "1.10");
    ASSERT_TRUE(folder.switchTo(first.version));
    EXPECT_EQ(served(), "first") << "the way back needs no copy";
}

TEST_F(ProductionFolderTest, AFolderModelIsTheVersionsFolder)
{
    work.write("saved/weights.bin", "w");
    work.write("saved/code/run", "r");
    fs::create_directory(work / "saved/empty");
    const auto artifact = store->put(work / "saved", neverStop);
    promote({{line, 1}, *artifact, {}});
    EXPECT_EQ(work.read(".penstock/models/digits-v1/production/code/run"), "r");
    struct stat status{};
    ASSERT_EQ(::stat((folder.linkOf(line) + "/weights.bin").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0222, 0u) << "nobody writes to it by accident";
    EXPECT_EQ(status.st_nlink, 1u) << "and it shares nothing with the store";
    EXPECT_EQ(*folder.repair(line, ProductionModel{{line, 1}, *artifact, {}}, neverStop), Repair::nothing);
}

TEST_F(ProductionFolderTest, RefusesWhatIsNotThereOrNoName)
{
    EXPECT_EQ(folder.switchTo({line, 3}).error().code, ErrorCode::notFound);
    auto bad = model(1, "x");
    for (const std::string name : {"", ".", "..", "a/b", "../../x"}) {
        bad.fileName = name;
        EXPECT_EQ(folder.fill(bad, neverStop).error().code, ErrorCode::invalid) << name;
    }
    bad = model(1, "x");
    bad.version.line.model = "../up";
    EXPECT_EQ(folder.fill(bad, neverStop).error().code, ErrorCode::invalid);
    bad = model(1, "x");
    bad.artifact.digest = sha256("never stored");
    EXPECT_EQ(folder.fill(bad, neverStop).error().code, ErrorCode::notFound);
    EXPECT_FALSE(fs::exists(state + "/models/digits-v1/1.1"));
}

TEST_F(ProductionFolderTest, RepairBringsBackWhatTheRegistrySays)
{
    const auto first = model(1, "first");
    const auto second = model(2, "second");
    promote(first);
    // died between the commit and the switch
    ASSERT_TRUE(folder.fill(second, neverStop));
    EXPECT_EQ(*folder.repair(line, second, neverStop), Repair::done);
    EXPECT_EQ(served(), "second");
    EXPECT_EQ(*folder.repair(line, second, neverStop), Repair::nothing);
    // died before: filled, but the registry still says the first
    EXPECT_EQ(*folder.repair(line, first, neverStop), Repair::done);
    EXPECT_EQ(served(), "first");
    // everything was removed
    ASSERT_TRUE(fs::remove_all(state + "/models"));
    EXPECT_EQ(*folder.repair(line, first, neverStop), Repair::done);
    EXPECT_EQ(served(), "first");
    // nothing is in production any more
    EXPECT_EQ(*folder.repair(line, std::nullopt, neverStop), Repair::done);
    EXPECT_FALSE(fs::exists(fs::symlink_status(folder.linkOf(line))));
    EXPECT_EQ(*folder.repair(line, std::nullopt, neverStop), Repair::nothing);
}

TEST_F(ProductionFolderTest, RepairReplacesChangedModelsAndForeignThings)
{
    const auto first = model(1, "first");
    promote(first);
    const std::string file = folder.linkOf(line) + "/model.joblib";
    ::chmod(file.c_str(), 0644);
    std::ofstream(file) << "f1rst";
    EXPECT_EQ(*folder.repair(line, first, neverStop), Repair::done);
    EXPECT_EQ(served(), "first");
    ::chmod((state + "/models/digits-v1/1.1").c_str(), 0755);
    work.write(".penstock/models/digits-v1/1.1/__pycache__/x", "dropped");
    EXPECT_EQ(*folder.repair(line, first, neverStop), Repair::done);
    EXPECT_FALSE(fs::exists(folder.linkOf(line) + "/__pycache__"));
    fs::remove(folder.linkOf(line));
    work.write(".penstock/models/digits-v1/production/something", "in the way");
    EXPECT_EQ(*folder.repair(line, first, neverStop), Repair::done);
    EXPECT_EQ(served(), "first");
    fs::remove(folder.linkOf(line));
    fs::create_symlink("/nowhere", folder.linkOf(line));
    EXPECT_EQ(*folder.repair(line, first, neverStop), Repair::done);
    EXPECT_EQ(served(), "first");
}

TEST_F(ProductionFolderTest, PrunesAllButTheCurrentAndOneOther)
{
    for (int minor = 1; minor <= 4; ++minor)
        promote(model(minor, std::to_string(minor)));
    ASSERT_TRUE(folder.prune(line, VersionId{line, 2}));
    EXPECT_FALSE(fs::exists(state + "/models/digits-v1/1.1"));
    EXPECT_TRUE(fs::exists(state + "/models/digits-v1/1.2"));
    EXPECT_FALSE(fs::exists(state + "/models/digits-v1/1.3"));
    EXPECT_EQ(served(), "4");
}

} // namespace penstock::store
