#include "core/store/event_reader.h"

#include "core/store/sqlite_event_store.h"
#include "tests/core/store/child_process.h"
#include "tests/core/store/event_making.h"
#include "tests/support/temporary_folder.h"

#include <csignal>
#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::store {

using test::ChildProcess;
using test::makeEvents;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const std::atomic<bool> neverStop{false};

void fill(const std::string& folder, int count)
{
    auto store = SqliteEventStore::open(folder);
    auto events = makeEvents("a", count);
    ASSERT_TRUE(store && (*store)->append(events));
}

// What a foreign hand may do to the table, between a closed owner and the next check.
ChainReport reportAfter(const std::string& sql, int events = 20)
{
    TemporaryFolder folder;
    fill(folder.path(), events);
    {
        auto database = Database::open(EventFiles{folder.path()}.database(), Database::Access::write);
        const auto done = database->run(sql);
        EXPECT_TRUE(done) << done.error().detail;
    }
    const auto report = EventReader::open(folder.path())->verify(neverStop);
    EXPECT_TRUE(report);
    return *report;
}

int readAs(const std::string& folder, std::size_t expected, EventReader::Way way)
{
    auto reader = EventReader::open(folder);
    if (!reader)
        return 1;
    const auto events = reader->read(0, 100);
    if (!events)
        return 2;
    return events->size() == expected && reader->way() == way ? 0 : 3;
}

} // namespace

TEST(EventReader, SaysThatThereIsNoLogYet)
{
    TemporaryFolder folder;
    const auto reader = EventReader::open(folder.path());
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, ErrorCode::notFound);
}

TEST(EventReader, FollowsALivingOwner)
{
    TemporaryFolder folder;
    auto store = SqliteEventStore::open(folder.path());
    auto reader = EventReader::open(folder.path());
    ASSERT_TRUE(reader) << reader.error().detail;
    EXPECT_EQ(*reader->head(), 0u);
    auto events = makeEvents("a", 5);
    ASSERT_TRUE((*store)->append(events));
    EXPECT_EQ(*reader->read(0, 10), events);
    EXPECT_EQ(*reader->head(), 5u);
    EXPECT_EQ(*reader->find("a3"), 4u);
    EXPECT_EQ(*reader->find("zz"), std::nullopt);
}

TEST(EventReader, DoesNotTakeTheLogFromTheOwner)
{
    TemporaryFolder folder;
    auto store = SqliteEventStore::open(folder.path());
    auto events = makeEvents("a", 5);
    ASSERT_TRUE((*store)->append(events));
    {
        ChildProcess other([&] { return readAs(folder.path(), 5, EventReader::Way::shared); });
        EXPECT_EQ(other.wait(), 0);
    }
    EXPECT_GT(fs::file_size(EventFiles{folder.path()}.log()), 0u);
    auto more = makeEvents("b", 1);
    EXPECT_TRUE((*store)->append(more));
}

TEST(EventReader, ReadsWhatACrashedOwnerLeftWithoutRepairingIt)
{
    TemporaryFolder folder;
    ChildProcess([&] {
        auto store = SqliteEventStore::open(folder.path());
        auto events = makeEvents("a", 7);
        (void)(*store)->append(events);
        ::raise(SIGKILL);
        return 0;
    }).wait();
    const auto size = fs::file_size(EventFiles{folder.path()}.log());
    EXPECT_EQ(readAs(folder.path(), 7, EventReader::Way::shared), 0);
    EXPECT_EQ(fs::file_size(EventFiles{folder.path()}.log()), size);
}

TEST(EventReader, LeavesNoFilesBehind)
{
    TemporaryFolder folder;
    fill(folder.path(), 6);
    EXPECT_EQ(readAs(folder.path(), 6, EventReader::Way::unlogged), 0);
    EXPECT_FALSE(fs::exists(EventFiles{folder.path()}.log()));
    EXPECT_FALSE(fs::exists(EventFiles{folder.path()}.index()));
}

TEST(EventReader, GoesOnWhenAnOwnerComesAndGoes)
{
    TemporaryFolder folder;
    fill(folder.path(), 1);
    auto reader = EventReader::open(folder.path());
    ASSERT_TRUE(reader);
    for (Seq expected = 2; expected <= 5; ++expected) {
        auto store = SqliteEventStore::open(folder.path());
        auto events = makeEvents("b" + std::to_string(expected), 1);
        ASSERT_TRUE(store && (*store)->append(events));
        EXPECT_EQ(*reader->head(), expected) << "beside the owner";
        EXPECT_EQ(reader->way(), EventReader::Way::shared);
        store->reset();
        EXPECT_EQ(*reader->head(), expected) << "after it went";
        reader = EventReader::open(folder.path());
    }
}

TEST(EventReader, WorksOnAReadOnlyFolderWithoutALog)
{
    TemporaryFolder folder;
    fill(folder.path(), 6);
    ASSERT_FALSE(fs::exists(EventFiles{folder.path()}.log()));
    ::chmod(folder.path().c_str(), 0755);
    EXPECT_EQ(test::asNobody([&] { return readAs(folder.path(), 6, EventReader::Way::unlogged); }), 0);
    EXPECT_FALSE(fs::exists(EventFiles{folder.path()}.log()));
}

TEST(EventReader, WorksOnAReadOnlyFolderBesideALivingOwner)
{
    TemporaryFolder folder;
    auto events = makeEvents("a", 6);
    const auto work = [&] {
        auto store = SqliteEventStore::open(folder.path());
        return store && (*store)->append(events)
                   ? test::asNobody([&] { return readAs(folder.path(), 6, EventReader::Way::shared); })
                   : 9;
    };
    ::chmod(folder.path().c_str(), 0755);
    EXPECT_EQ(ChildProcess(work).wait(), 0);
}

TEST(EventReader, CopiesALogThatCannotBeIndexedInPlace)
{
    TemporaryFolder folder;
    ChildProcess([&] {
        auto store = SqliteEventStore::open(folder.path());
        auto events = makeEvents("a", 4);
        (void)(*store)->append(events);
        ::raise(SIGKILL);
        return 0;
    }).wait();
    fs::remove(EventFiles{folder.path()}.index());
    ::chmod(folder.path().c_str(), 0755);
    EXPECT_EQ(test::asNobody([&] { return readAs(folder.path(), 4, EventReader::Way::copied); }), 0);
}

TEST(EventReader, NoticesThatAnUnloggedFileChanged)
{
    TemporaryFolder folder;
    fill(folder.path(), 3);
    ::chmod(folder.path().c_str(), 0755);
    int toChild[2], toParent[2];
    ASSERT_EQ(::pipe(toChild) | ::pipe(toParent), 0);
    ChildProcess child([&] {
        return test::asNobody([&] {
            char byte = 'x';
            auto reader = EventReader::open(folder.path());
            if (!reader || reader->way() != EventReader::Way::unlogged || *reader->head() != 3)
                return 1;
            if (::write(toParent[1], &byte, 1) != 1 || ::read(toChild[0], &byte, 1) != 1)
                return 2;
            const auto head = reader->head();
            return head && *head == 5 ? 0 : 3;
        });
    });
    char byte = 0;
    ASSERT_EQ(::read(toParent[0], &byte, 1), 1);
    {
        auto store = SqliteEventStore::open(folder.path());
        auto events = makeEvents("later", 2);
        ASSERT_TRUE(store && (*store)->append(events));
    }
    ASSERT_EQ(::write(toChild[1], &byte, 1), 1);
    EXPECT_EQ(child.wait(), 0);
    for (const int end : {toChild[0], toChild[1], toParent[0], toParent[1]})
        ::close(end);
}

TEST(EventReader, FindsAWholeChainSound)
{
    const ChainReport report = reportAfter("SELECT 1");
    EXPECT_TRUE(report.sound());
    EXPECT_EQ(report.checked, 20u);
    EXPECT_FALSE(report.anchorMissing);
}

TEST(EventReader, NamesTheFirstBadEvent)
{
    EXPECT_EQ(reportAfter("UPDATE events SET payload = '{\"value\":99}' WHERE seq = 7").firstBad, 7u);
    EXPECT_EQ(reportAfter("UPDATE events SET actor = 'user:eve' WHERE seq = 1").firstBad, 1u);
    EXPECT_EQ(reportAfter("UPDATE events SET at = at + 1 WHERE seq = 20").firstBad, 20u);
    EXPECT_EQ(reportAfter("UPDATE events SET type = 'run.ended' WHERE seq = 2").firstBad, 2u);
    EXPECT_EQ(reportAfter("UPDATE events SET id = 'other' WHERE seq = 3").firstBad, 3u);
    EXPECT_EQ(reportAfter("DELETE FROM events WHERE seq = 11").firstBad, 11u);
    EXPECT_EQ(reportAfter("UPDATE events SET hash = zeroblob(32) WHERE seq = 5").firstBad, 5u);
    EXPECT_EQ(reportAfter("UPDATE events SET seq = 100 WHERE seq = 4; UPDATE events SET seq = 4 WHERE seq = 5;"
                          "UPDATE events SET seq = 5 WHERE seq = 100")
                  .firstBad,
              4u);
    EXPECT_EQ(reportAfter("INSERT INTO events VALUES(21, 'more', 0, 'a', 't', '{}', zeroblob(32))").firstBad, 21u);
    EXPECT_EQ(reportAfter("UPDATE store SET id = randomblob(16)").firstBad, 1u);
}

TEST(EventReader, TellsThatTheTailWasCut)
{
    const ChainReport report = reportAfter("DELETE FROM events WHERE seq > 15");
    EXPECT_FALSE(report.firstBad);
    EXPECT_EQ(report.checked, 15u);
    EXPECT_EQ(report.lostUntil, 20u);
    EXPECT_EQ(reportAfter("DELETE FROM events").lostUntil, 20u);
}

TEST(EventReader, ChecksLongLogsInPieces)
{
    EXPECT_EQ(reportAfter("SELECT 1", 10'000).checked, 10'000u);
    EXPECT_EQ(reportAfter("UPDATE events SET payload = '{}' WHERE seq = 9000", 10'000).firstBad, 9000u);
    TemporaryFolder folder;
    fill(folder.path(), 10);
    const std::atomic<bool> stop{true};
    EXPECT_EQ(EventReader::open(folder.path())->verify(stop).error().code, ErrorCode::cancelled);
}

TEST(EventReader, AWholeButRewrittenChainDiffersFromTheAnchor)
{
    TemporaryFolder first, second;
    fill(first.path(), 5);
    {
        auto store = SqliteEventStore::open(second.path());
        auto events = makeEvents("other", 9);
        ASSERT_TRUE((*store)->append(events));
    }
    fs::copy_file(second / "state.db", first / "state.db", fs::copy_options::overwrite_existing);
    const auto report = EventReader::open(first.path())->verify(neverStop);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->firstBad, 5u);
    EXPECT_FALSE(SqliteEventStore::open(first.path()));
}

TEST(EventReader, SaysWhenThereIsNoAnchor)
{
    TemporaryFolder folder;
    fill(folder.path(), 5);
    fs::remove(EventFiles{folder.path()}.anchor());
    EXPECT_TRUE(EventReader::open(folder.path())->verify(neverStop)->anchorMissing);
    EXPECT_TRUE((*SqliteEventStore::open(folder.path()))->start().anchorMissing);
    EXPECT_FALSE(EventReader::open(folder.path())->verify(neverStop)->anchorMissing);
}

} // namespace penstock::store
