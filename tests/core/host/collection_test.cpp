#include "core/host/collection.h"

#include "core/store/disk_artifact_store.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;

class CollectionTest : public testing::Test {
protected:
    CollectionTest()
    {
        fs::create_directories(folder.path() + "/state");
        store = std::move(store::DiskArtifactStore::open(folder.path() + "/state").value());
        collection.preparation.attempt = {{"digits", 1}, {"train", 1, -1}, 1};
        collection.preparation.layout = {folder.path(), folder.path() + "/state"};
        collection.exit.outcome.kind = engine::OutcomeKind::succeeded;
    }

    // What the step wrote at the private place of an output.
    void write(const std::string& name, const std::string& content)
    {
        const auto slash = name.find('/');
        const std::string path = placesOf(collection.preparation).outputs.at(name.substr(0, slash)) + name.substr(slash);
        fs::create_directories(fs::path(path).parent_path());
        std::ofstream(path, std::ios::binary) << content;
    }

    engine::AttemptEnded collected() { return collect(collection, *store, never); }

    test::TemporaryFolder folder;
    std::unique_ptr<store::DiskArtifactStore> store;
    Collection collection;
    std::atomic<bool> never{false};
};

} // namespace

// The owner may be killed at any moment before the end of the attempt is in the log.
TEST_F(CollectionTest, WhatWasTakenByAnOwnerThatDiedCanBeTakenAgainByTheNext)
{
    collection.preparation.outputs.emplace_back("model", pipeline::Output{});
    write("model/weights", "many numbers");
    write("model/deep/card", "what it is");
    const auto first = collected();
    const auto second = collected();
    EXPECT_EQ(first.outcome.kind, engine::OutcomeKind::succeeded);
    EXPECT_EQ(second.outcome.kind, engine::OutcomeKind::succeeded);
    ASSERT_TRUE(first.outputs.contains("model"));
    EXPECT_EQ(first.outputs, second.outputs);
    EXPECT_TRUE(store->verify(second.outputs.at("model")));
}

} // namespace penstock::host
