#include "core/store/leftovers.h"

#include "core/store/disk_artifact_store.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace penstock::store {

namespace fs = std::filesystem;

namespace {

const std::atomic<bool> neverStop{false};

class LeftoversTest : public ::testing::Test {
protected:
    test::TemporaryFolder work;
    std::string state = work / ".penstock";
    std::unique_ptr<DiskArtifactStore> store = std::move(*DiskArtifactStore::open(state));
    Leftovers leftovers{work.path(), state, *store};

    bool isOurs(const std::string& path) const { return leftovers.isOurs(path, neverStop); }
};

} // namespace

TEST_F(LeftoversTest, WhatWasRememberedIsOursAlsoForTheNextOwner)
{
    work.write("build/model", "half");
    EXPECT_FALSE(isOurs("build/model"));
    ASSERT_TRUE(leftovers.remember("build/model"));
    EXPECT_TRUE(isOurs("build/model"));
    EXPECT_TRUE(Leftovers(work.path(), state, *store).isOurs("build/model", neverStop));
    EXPECT_FALSE(isOurs("build/other")) << "nothing stands there";
}

TEST_F(LeftoversTest, WhatPeopleChangedSinceIsTheirs)
{
    work.write("build/model", "half");
    ASSERT_TRUE(leftovers.remember("build/model"));
    std::ofstream(work / "build/model") << "mine"; // as long as before
    EXPECT_FALSE(isOurs("build/model"));
    ASSERT_TRUE(leftovers.remember("build/model"));
    fs::rename(work / "build/model", work / "aside");
    fs::copy_file(work / "aside", work / "build/model");
    EXPECT_FALSE(isOurs("build/model")) << "another file, whatever its content";
}

TEST_F(LeftoversTest, AFolderIsOursWhenEverythingInItIs)
{
    work.write("out/a\nb", "1");
    work.write("out/deep/er/c", "2");
    fs::create_symlink("/etc", work / "out/link");
    fs::create_directories(work / "out/empty");
    ASSERT_TRUE(leftovers.remember("out"));
    EXPECT_TRUE(isOurs("out"));
    work.write("out/deep/notes.txt", "by hand");
    EXPECT_FALSE(isOurs("out"));
    EXPECT_TRUE(isOurs("out/deep/er"));
    ASSERT_TRUE(store->put(work / "out/deep/notes.txt", neverStop));
    EXPECT_TRUE(isOurs("out")) << "what the store has is nobody's only copy";
    fs::create_symlink("/etc/passwd", work / "out/other");
    EXPECT_FALSE(isOurs("out"));
}

TEST_F(LeftoversTest, DeclaredPathsMayLieInsideEachOther)
{
    work.write("build/model/weights", "half");
    ASSERT_TRUE(leftovers.remember("build/model"));
    EXPECT_TRUE(isOurs("build")) << "it holds nothing else";
    EXPECT_TRUE(isOurs("build/model/weights"));
    work.write("build/model.txt", "by hand");
    EXPECT_FALSE(isOurs("build"));
    EXPECT_FALSE(isOurs("build/model.txt")) << "a neighbour with the same beginning";
}

TEST_F(LeftoversTest, AFolderWithNothingInItIsNobodysWork)
{
    fs::create_directories(work / "build/model/tmp");
    EXPECT_TRUE(isOurs("build/model"));
}

TEST_F(LeftoversTest, WhatWasForgottenOrIsDamagedIsNotOurs)
{
    work.write("model", "half");
    ASSERT_TRUE(leftovers.remember("model"));
    work.write(".penstock/leftovers/model", "7 8");
    EXPECT_FALSE(isOurs("model"));
    ASSERT_TRUE(leftovers.remember("model"));
    leftovers.forget("model");
    EXPECT_FALSE(isOurs("model"));
    fs::remove(work / "model");
    EXPECT_TRUE(leftovers.remember("model")) << "nothing was left: nothing to remember";
    EXPECT_TRUE(fs::is_empty(state + "/leftovers"));
}

} // namespace penstock::store
