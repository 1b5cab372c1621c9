#include "core/store/garbage.h"

#include "core/store/database.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <thread>

namespace penstock::store {

namespace fs = std::filesystem;

namespace {

const std::atomic<bool> neverStop{false};
const Instant now{Duration(1'700'000'000'000)};

class GarbageTest : public testing::Test {
protected:
    ArtifactRef put(const std::string& name)
    {
        const auto artifact = store->put(work / name, neverStop);
        EXPECT_TRUE(artifact);
        return *artifact;
    }

    Freed remove(Keep keep)
    {
        garbage.hold();
        auto freed = garbage.remove(keep, neverStop);
        garbage.release();
        EXPECT_TRUE(freed) << freed.error().message.id;
        return freed ? *freed : Freed{};
    }

    void age(const std::string& path, Duration by)
    {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>((now - by).time_since_epoch()).count();
        const timespec times[2] = {{seconds, 0}, {seconds, 0}};
        ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
    }

    test::TemporaryFolder work;
    std::string state = work / "state";
    std::unique_ptr<DiskArtifactStore> store = std::move(*DiskArtifactStore::open(state));
    Garbage garbage{state, *store};
};

} // namespace

TEST_F(GarbageTest, WhatIsNeededStaysWithItsPartsAndTheRestGoes)
{
    work.write("model/weights", "w");
    work.write("model/deep/config", "c");
    work.write("old/weights", "w"); // shared with what is needed
    work.write("old/notes", "n");
    const ArtifactRef model = put("model"), old = put("old");
    ASSERT_TRUE(store->readPath(old)); // laid out as well
    const Freed freed = remove({{model.digest}, {}, {}, {}, {}});
    EXPECT_EQ(freed.kinds.at("objects").count, 2u); // the manifest and the notes
    EXPECT_TRUE(store->verify(model));
    EXPECT_TRUE(store->checkOut(model, work / "again"));
    EXPECT_EQ(work.read("again/deep/config"), "c");
    EXPECT_FALSE(store->has(old.digest));
    EXPECT_FALSE(store->readPath(old));
    EXPECT_EQ(remove({{model.digest}, {}, {}, {}, {}}).bytes(), 0u);
}

TEST_F(GarbageTest, ADocumentKeepsWhatItNames)
{
    const auto code = store->putBytes("code");
    const auto key = store->putBytes(R"({"code":")" + code->digest.hex() + R"(","parts":{}})");
    const auto other = store->putBytes("no document " + code->digest.hex());
    remove({{key->digest}, {}, {}, {}, {}});
    EXPECT_TRUE(store->has(code->digest));
    EXPECT_FALSE(store->has(other->digest));
}

TEST_F(GarbageTest, MeasuringChangesNothing)
{
    work.write("a", "12345");
    const ArtifactRef a = put("a");
    fs::create_directories(state + "/runs/p-1/a/1");
    std::ofstream(state + "/runs/p-1/a/1/log") << "1234567";
    const auto freed = garbage.measure({{}, {RunId{"p", 1}}, {}, {}, {}}, neverStop);
    ASSERT_TRUE(freed);
    EXPECT_EQ(freed->toJson(), (Json{{"objects", {{"count", 1}, {"bytes", 5}}}, {"runs", {{"count", 1}, {"bytes", 7}}}}));
    EXPECT_TRUE(store->verify(a));
    EXPECT_TRUE(fs::exists(state + "/runs/p-1/a/1/log"));
}

TEST_F(GarbageTest, WhatIsPutMeanwhileStaysThoughNobodyNamedIt)
{
    work.write("big", std::string(5 << 20, 'x')); // larger files are not copied when the store has them
    const auto small = store->putBytes("small");
    const ArtifactRef big = put("big");
    const auto gone = store->putBytes("gone");
    garbage.hold();
    ASSERT_TRUE(store->putBytes("small"));
    ASSERT_EQ(put("big"), big);
    ASSERT_TRUE(garbage.remove({}, neverStop));
    garbage.release();
    EXPECT_TRUE(store->verify(*small));
    EXPECT_TRUE(store->verify(big));
    EXPECT_FALSE(store->has(gone->digest));
    remove({});
    EXPECT_FALSE(store->has(small->digest));
}

TEST_F(GarbageTest, PuttingAndRemovingAtOnceLeavesWhatWasPut)
{
    garbage.hold();
    std::thread putting([this] {
        for (int i = 0; i < 300; ++i)
            ASSERT_TRUE(store->putBytes("content " + std::to_string(i % 30)));
    });
    for (int i = 0; i < 30; ++i)
        ASSERT_TRUE(garbage.remove({}, neverStop));
    putting.join();
    garbage.release();
    for (int i = 0; i < 30; ++i)
        EXPECT_TRUE(store->has(sha256("content " + std::to_string(i)))) << i;
}

TEST_F(GarbageTest, LogsOfARunGoAloneAndTheRestOfItStays)
{
    fs::create_directories(state + "/runs/p-1/a/1");
    for (const char* name : {"log", "log.idx", "parameters.json"})
        std::ofstream(state + "/runs/p-1/a/1/" + name) << "x";
    remove({{}, {}, {RunId{"p", 1}}, {}, {}});
    EXPECT_FALSE(fs::exists(state + "/runs/p-1/a/1/log"));
    EXPECT_FALSE(fs::exists(state + "/runs/p-1/a/1/log.idx"));
    EXPECT_TRUE(fs::exists(state + "/runs/p-1/a/1/parameters.json"));
}

TEST_F(GarbageTest, WhatWasMovedAsideGoesByAgeAndKeepsWhatItNamesUntilThen)
{
    const auto stored = store->putBytes("the only copy of somebody's work");
    for (const char* name : {"old", "young"})
        fs::create_directories(state + "/displaced/" + name);
    std::ofstream(state + "/displaced/young/data.stored") << "file " << stored->digest.hex() << " /somewhere/data\n";
    std::ofstream(state + "/displaced/old/data") << "x";
    age(state + "/displaced/old", Duration(2000));
    age(state + "/displaced/young", Duration(-2000));
    remove({{}, {}, {}, now, {}});
    EXPECT_FALSE(fs::exists(state + "/displaced/old"));
    EXPECT_TRUE(store->has(stored->digest));
    remove({});
    EXPECT_TRUE(fs::exists(state + "/displaced/young")); // nothing goes by age where nothing says so
    age(state + "/displaced/young", Duration(2000));
    remove({{}, {}, {}, now, {}});
    EXPECT_FALSE(fs::exists(state + "/displaced/young"));
    EXPECT_FALSE(store->has(stored->digest));
}

TEST_F(GarbageTest, FoldersOfModelsStayWhereTheyServeOrServedLast)
{
    const ModelLine line{"digits", 1};
    for (const char* number : {"1.1", "1.2", "1.3", "notes"})
        fs::create_directories(state + "/models/digits-v1/" + number);
    fs::create_directory_symlink("1.3", state + "/models/digits-v1/production");
    EXPECT_EQ(remove({{}, {}, {}, {}, {{line, {"1.2"}}}}).kinds.at("models").count, 1u);
    EXPECT_FALSE(fs::exists(state + "/models/digits-v1/1.1"));
    for (const char* name : {"1.2", "1.3", "notes", "production"})
        EXPECT_TRUE(fs::exists(state + "/models/digits-v1/" + name)) << name;
}

TEST_F(GarbageTest, AFolderThatIsNeededAndCannotBeReadStopsEverything)
{
    work.write("model/weights", "w");
    const ArtifactRef model = put("model");
    const auto other = store->putBytes("other");
    const std::string path = state + "/objects/" + model.digest.hex().substr(0, 2) + '/' + model.digest.hex().substr(2);
    fs::permissions(path, fs::perms::owner_write, fs::perm_options::add);
    std::ofstream(path, std::ios::app) << "torn";
    garbage.hold();
    const auto freed = garbage.remove({{model.digest}, {}, {}, {}, {}}, neverStop);
    EXPECT_EQ(freed.error().code, ErrorCode::corrupt);
    EXPECT_TRUE(store->has(other->digest));
}

TEST_F(GarbageTest, TheMemoryOfDigestsGivesItsSpaceBack)
{
    for (int i = 0; i < 400; ++i)
        work.write("files/" + std::string(100, 'n') + std::to_string(i), std::to_string(i));
    (void)put("files");
    remove({});
    store.reset();
    auto database = Database::open(state + "/cache.db", Database::Access::write);
    ASSERT_TRUE(database);
    EXPECT_EQ(database->integer("PRAGMA auto_vacuum").valueOr(0), 2);
    EXPECT_EQ(database->integer("PRAGMA freelist_count").valueOr(-1), 0);
}

} // namespace penstock::store
