#include "core/store/backup.h"

#include "core/store/archive_file.h"
#include "core/store/disk_artifact_store.h"
#include "core/store/event_reader.h"
#include "core/store/sqlite_event_store.h"
#include "tests/core/store/event_making.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace penstock::store {

namespace fs = std::filesystem;

namespace {

const std::atomic<bool> neverStop{false};

std::string read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int unpack(const std::string& archive, const std::string& folder)
{
    fs::create_directories(folder);
    return std::system(("tar -xf '" + archive + "' -C '" + folder + "'").c_str());
}

} // namespace

TEST(ArchiveFile, IsWhatTarReadsAlsoWithLongNamesAndBinaryContents)
{
    test::TemporaryFolder work;
    std::string bytes;
    for (int i = 0; i < 100'000; ++i)
        bytes += static_cast<char>(i * 7);
    const std::string longName = std::string(90, 'a').append("/").append(90, 'b').append("/päth");
    work.write("program", bytes);
    fs::permissions(work / "program", fs::perms::owner_all);
    {
        auto archive = ArchiveFile::create(work / "out.tar");
        ASSERT_TRUE(archive);
        EXPECT_TRUE(archive->addText("note", "read me"));
        EXPECT_TRUE(archive->addFile(longName, work / "program"));
        EXPECT_TRUE(archive->addFile("gone", work / "never-was"));
        EXPECT_FALSE(fs::exists(work / "out.tar")); // not whole yet
        EXPECT_TRUE(archive->finish());
    }
    ASSERT_EQ(unpack(work / "out.tar", work / "out"), 0);
    EXPECT_EQ(work.read("out/note"), "read me");
    EXPECT_EQ(read(work / ("out/" + longName)), bytes);
    EXPECT_EQ(fs::status(work / ("out/" + longName)).permissions() & fs::perms::owner_all, fs::perms::owner_all);
    EXPECT_FALSE(fs::exists(work / "out/gone"));
}

TEST(ArchiveFile, AnUnfinishedOneLeavesNothing)
{
    test::TemporaryFolder work;
    {
        auto archive = ArchiveFile::create(work / "out.tar");
        ASSERT_TRUE(archive);
        EXPECT_TRUE(archive->addText("note", "x"));
    }
    EXPECT_TRUE(fs::is_empty(work.path()));
}

TEST(Backup, HasTheLogAndTheContentsThatItNamesWhileAnOwnerWrites)
{
    test::TemporaryFolder work;
    const std::string state = work / "state";
    fs::create_directories(state);
    auto log = SqliteEventStore::open(state);
    ASSERT_TRUE(log);
    auto store = std::move(*DiskArtifactStore::open(state));
    const auto artifact = store->putBytes("the model");
    std::vector<engine::StoredEvent> events = {{0, "one", {}, "user:ada", "run.created", {{"digest", artifact->digest.hex()}}}};
    ASSERT_TRUE((*log)->append(events));
    const auto made = backUp(state, work / "backup.tar", "how to restore", neverStop);
    ASSERT_TRUE(made) << made.error().message.id << made.error().detail;
    events = {{0, "two", {}, "user:ada", "run.ended", Json::object()}}; // the owner goes on
    ASSERT_TRUE((*log)->append(events));
    ASSERT_EQ(unpack(work / "backup.tar", work / "restored"), 0);
    EXPECT_EQ(work.read("restored/RESTORE.txt"), "how to restore");
    auto reader = EventReader::open(work / "restored");
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->head().valueOr(0), 1u);
    EXPECT_TRUE(reader->verify(neverStop)->sound());
    const auto again = std::move(*DiskArtifactStore::open(work / "restored", DiskArtifactStore::Access::read));
    EXPECT_TRUE(again->verify(*artifact));
    EXPECT_TRUE(SqliteEventStore::open(work / "restored")); // an owner can go on with it
    for (const auto& entry : fs::directory_iterator(work.path()))
        EXPECT_FALSE(entry.path().filename().string().starts_with(".")) << entry.path();
}

TEST(Backup, OfNothingIsRefused)
{
    test::TemporaryFolder work;
    fs::create_directories(work / "state");
    EXPECT_EQ(backUp(work / "state", work / "backup.tar", {}, neverStop).error().code, ErrorCode::notFound);
    EXPECT_FALSE(fs::exists(work / "backup.tar"));
}

} // namespace penstock::store
