#include "core/store/sqlite_event_store.h"

#include "core/store/event_database.h"
#include "core/store/event_reader.h"
#include "core/store/schema.h"
#include "tests/core/store/child_process.h"
#include "tests/core/store/event_making.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace penstock::store {

using test::makeEvent;
using test::makeEvents;
using test::TemporaryFolder;

namespace {

std::unique_ptr<SqliteEventStore> openStore(const TemporaryFolder& folder)
{
    auto store = SqliteEventStore::open(folder.path());
    EXPECT_TRUE(store.ok()) << (store.ok() ? "" : store.error().message.id + ' ' + store.error().detail);
    return store.ok() ? std::move(*store) : nullptr;
}

std::string errorId(const Result<std::unique_ptr<SqliteEventStore>>& result)
{
    return result.ok() ? "opened" : result.error().message.id;
}

} // namespace

TEST(SqliteEventStore, GivesEventsAGapFreeSequenceAndReadsThemBack)
{
    TemporaryFolder folder;
    auto store = openStore(folder);
    EXPECT_TRUE(store->start().created);
    EXPECT_EQ(store->head(), 0u);
    auto first = makeEvents("a", 3);
    ASSERT_TRUE(store->append(first));
    auto second = makeEvents("b", 2);
    ASSERT_TRUE(store->append(second));
    EXPECT_EQ(first.back().seq, 3u);
    EXPECT_EQ(second.back().seq, 5u);
    EXPECT_EQ(store->head(), 5u);
    EXPECT_EQ(*store->read(0, 3), first);
    EXPECT_EQ(*store->read(3, 100), second);
    EXPECT_TRUE(store->read(5, 100)->empty());
}

TEST(SqliteEventStore, KeepsItsEventsOverARestart)
{
    TemporaryFolder folder;
    auto events = makeEvents("a", 10);
    ASSERT_TRUE(openStore(folder)->append(events));
    auto store = openStore(folder);
    EXPECT_FALSE(store->start().created);
    EXPECT_FALSE(store->start().afterCrash);
    EXPECT_EQ(*store->read(0, 100), events);
}

TEST(SqliteEventStore, StoresABatchWhollyOrNotAtAll)
{
    TemporaryFolder folder;
    auto store = openStore(folder);
    auto first = makeEvents("a", 2);
    ASSERT_TRUE(store->append(first));
    std::vector<engine::StoredEvent> batch{makeEvent("new"), makeEvent("a1")};
    const auto refused = store->append(batch);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::conflict);
    EXPECT_EQ(refused.error().message.id, "store.event_known");
    EXPECT_EQ(batch.front().seq, 0u);
    EXPECT_EQ(store->head(), 2u);
    std::vector<engine::StoredEvent> next{makeEvent("new")};
    ASSERT_TRUE(store->append(next));
    EXPECT_EQ(next.front().seq, 3u);
}

TEST(SqliteEventStore, RefusesWhatCouldNotBeReadBack)
{
    TemporaryFolder folder;
    auto store = openStore(folder);
    auto event = makeEvent("deep");
    for (int i = 0; i < 300; ++i)
        event.payload = Json::array({event.payload});
    std::vector<engine::StoredEvent> batch{event};
    EXPECT_EQ(store->append(batch).error().code, ErrorCode::invalid);
    EXPECT_EQ(store->head(), 0u);
}

TEST(SqliteEventStore, KeepsTextsWithAnyBytes)
{
    TemporaryFolder folder;
    auto event = makeEvent("odd");
    event.actor = std::string("user:\0\xff\n'", 9);
    std::vector<engine::StoredEvent> batch{event};
    ASSERT_TRUE(openStore(folder)->append(batch));
    EXPECT_EQ(*openStore(folder)->read(0, 10), batch);
}

TEST(SqliteEventStore, HasOneOwnerAtATime)
{
    TemporaryFolder folder;
    auto store = openStore(folder);
    EXPECT_EQ(errorId(SqliteEventStore::open(folder.path())), "store.owned_elsewhere");
    store.reset();
    EXPECT_EQ(errorId(SqliteEventStore::open(folder.path())), "opened");
}

TEST(SqliteEventStore, OfRacingProcessesExactlyOneBecomesOwner)
{
    TemporaryFolder folder;
    for (int round = 0; round < 100; ++round) {
        int start[2], hold[2];
        ASSERT_EQ(::pipe(start) | ::pipe(hold), 0);
        const auto compete = [&] {
            char byte = 0;
            ::close(start[1]);
            ::close(hold[1]);
            if (::read(start[0], &byte, 1) != 0)
                return 9;
            const auto store = SqliteEventStore::open(folder.path());
            if (store)
                return ::read(hold[0], &byte, 1) == 0 ? 1 : 9; // owner until the parent has seen the loser
            return store.error().code == ErrorCode::busy ? 2 : 3;
        };
        test::ChildProcess first(compete), second(compete);
        ::close(start[0]);
        ::close(start[1]); // both start now
        ::close(hold[0]);
        // The loser ends by itself; the winner when `hold` is closed. Which of them it is, is not known: ask both at
        // the end.
        siginfo_t ended{};
        ASSERT_EQ(::waitid(P_ALL, 0, &ended, WEXITED | WNOWAIT), 0);
        EXPECT_EQ(ended.si_status, 2);
        ::close(hold[1]);
        EXPECT_EQ(first.wait() + second.wait(), 3);
    }
}

TEST(SqliteEventStore, StopsWhenItsLockFileIsReplaced)
{
    TemporaryFolder folder;
    auto store = openStore(folder);
    std::filesystem::remove(EventFiles{folder.path()}.lock());
    auto events = makeEvents("a", 1);
    EXPECT_EQ(store->append(events).error().message.id, "store.lock_replaced");
}

TEST(SqliteEventStore, NoticesAnEventThatAnotherProgramWrote)
{
    TemporaryFolder folder;
    auto store = openStore(folder);
    auto events = makeEvents("a", 2);
    ASSERT_TRUE(store->append(events));
    auto foreign = Database::open(EventFiles{folder.path()}.database(), Database::Access::write);
    ASSERT_TRUE(foreign);
    ASSERT_TRUE(foreign->run("INSERT INTO events VALUES(3, 'x', 0, 'x', 'x', '{}', zeroblob(32))"));
    auto more = makeEvents("b", 1);
    EXPECT_EQ(store->append(more).error().message.id, "store.changed_by_other");
}

TEST(SqliteEventStore, WaitsForAndReportsABusyDatabase)
{
    TemporaryFolder folder;
    EventStoreOptions options;
    options.busyTimeout = std::chrono::milliseconds(20);
    auto store = SqliteEventStore::open(folder.path(), options);
    ASSERT_TRUE(store);
    auto other = Database::open(EventFiles{folder.path()}.database(), Database::Access::write);
    ASSERT_TRUE(other->run("BEGIN IMMEDIATE"));
    auto events = makeEvents("a", 1);
    EXPECT_EQ((*store)->append(events).error().code, ErrorCode::busy);
    ASSERT_TRUE(other->run("ROLLBACK"));
    EXPECT_TRUE((*store)->append(events));
    EXPECT_EQ(events.front().seq, 1u);
}

TEST(SqliteEventStore, HoldsTheSettingsThatItPromises)
{
    TemporaryFolder folder;
    openStore(folder).reset();
    auto database = openEventDatabase(EventFiles{folder.path()}, {}, std::chrono::milliseconds(100));
    ASSERT_TRUE(database);
    EXPECT_EQ(*database->text("PRAGMA journal_mode"), "wal");
    EXPECT_EQ(*database->integer("PRAGMA synchronous"), 2);
    EXPECT_EQ(*database->integer("PRAGMA auto_vacuum"), 2);
    EXPECT_EQ(*database->integer("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(*database->integer("PRAGMA trusted_schema"), 0);
    EXPECT_EQ(*database->integer("PRAGMA cell_size_check"), 1);
    EXPECT_EQ(*database->integer("PRAGMA mmap_size"), 0);
    EXPECT_EQ(*database->integer("PRAGMA journal_size_limit"), 67108864);
    EXPECT_EQ(*database->integer("PRAGMA application_id"), eventSchema().applicationId);
    EXPECT_EQ(*database->integer("PRAGMA user_version"), eventSchema().version());
}

TEST(SqliteEventStore, LeavesOneFileWithoutALogAfterAnOrderlyEnd)
{
    TemporaryFolder folder;
    auto events = makeEvents("a", 5);
    ASSERT_TRUE(openStore(folder)->append(events));
    EXPECT_FALSE(std::filesystem::exists(EventFiles{folder.path()}.log()));
}

TEST(SqliteEventStore, RefusesToWriteToTheFileOfANewerVersionButItCanBeRead)
{
    TemporaryFolder folder;
    auto events = makeEvents("a", 2);
    ASSERT_TRUE(openStore(folder)->append(events));
    const EventFiles files{folder.path()};
    {
        auto newer = Database::open(files.database(), Database::Access::write);
        ASSERT_TRUE(newer->run("PRAGMA user_version=999; ALTER TABLE events ADD COLUMN extra INTEGER"));
    }
    const auto refused = SqliteEventStore::open(folder.path());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unsupported);
    EXPECT_EQ(refused.error().message.id, "store.schema_newer");
    auto reader = EventReader::open(folder.path());
    ASSERT_TRUE(reader);
    EXPECT_TRUE(reader->isNewer());
    EXPECT_EQ(*reader->read(0, 10), events);
}

TEST(SqliteEventStore, RefusesAReadOnlyFolderWithAClearError)
{
    TemporaryFolder folder;
    openStore(folder).reset();
    ::chmod(folder.path().c_str(), 0755);
    EXPECT_EQ(test::asNobody([&] {
                  const auto refused = SqliteEventStore::open(folder.path());
                  return !refused && refused.error().code == ErrorCode::denied ? 0 : 1;
              }),
              0);
}

TEST(SqliteEventStore, BacksUpAWholeCopyWhileItIsOpen)
{
    TemporaryFolder folder, other;
    auto store = openStore(folder);
    auto events = makeEvents("a", 50);
    ASSERT_TRUE(store->append(events));
    ASSERT_TRUE(store->backUpTo(other / "state.db"));
    ASSERT_TRUE(store->backUpTo(other / "state.db"));
    EXPECT_EQ(*openStore(other)->read(0, 100), events);
}

TEST(SqliteEventStore, ARestoredOlderCopyIsRefusedUntilAPersonAcceptsTheLoss)
{
    TemporaryFolder folder, other;
    {
        auto store = openStore(folder);
        auto events = makeEvents("a", 3);
        ASSERT_TRUE(store->append(events));
        ASSERT_TRUE(store->backUpTo(other / "old.db"));
        auto more = makeEvents("b", 4);
        ASSERT_TRUE(store->append(more));
    }
    std::filesystem::copy_file(other / "old.db", folder / "state.db",
                               std::filesystem::copy_options::overwrite_existing);
    const auto refused = SqliteEventStore::open(folder.path());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.id, "store.tail_lost");
    EXPECT_EQ(refused.error().message.arguments[1].second, "7");
    EXPECT_EQ(refused.error().message.arguments[2].second, "3");

    EventStoreOptions accept;
    accept.acceptLoss = LossAcceptance{6, "user:ada", "the disk was changed", "e-accept", Instant(Duration(5))};
    EXPECT_EQ(SqliteEventStore::open(folder.path(), accept).error().message.id, "store.tail_lost")
        << "another loss than the one that was looked at";
    accept.acceptLoss->until = 7;
    {
        auto store = SqliteEventStore::open(folder.path(), accept);
        ASSERT_TRUE(store);
        EXPECT_EQ((*store)->start().acceptedLoss, 7u);
        const auto recorded = (*store)->read(3, 10);
        ASSERT_EQ(recorded->size(), 1u);
        EXPECT_EQ(recorded->front().type, "audit.lossAccepted");
        EXPECT_EQ(recorded->front().actor, "user:ada");
        EXPECT_EQ(recorded->front().payload["after"], 3);
        EXPECT_EQ(recorded->front().payload["until"], 7);
        EXPECT_TRUE(std::filesystem::exists(textAt(recorded->front().payload, "copy") + "/state.db"));
        auto next = makeEvents("c", 1);
        ASSERT_TRUE((*store)->append(next));
        EXPECT_EQ(next.front().seq, 5u);
    }
    EXPECT_TRUE(openStore(folder));
    const std::atomic<bool> stop{false};
    const auto report = EventReader::open(folder.path())->verify(stop);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->sound());
    EXPECT_EQ(report->acceptedLosses, (std::vector<AcceptedLoss>{{3, 7}}));
}

TEST(SqliteEventStore, AnAcceptanceThatDiedBeforeTheAnchorWasWrittenIsNoForeignHistory)
{
    TemporaryFolder folder, other;
    {
        auto store = openStore(folder);
        auto events = makeEvents("a", 3);
        ASSERT_TRUE(store->append(events));
        ASSERT_TRUE(store->backUpTo(other / "old.db"));
        auto more = makeEvents("b", 1);
        ASSERT_TRUE(store->append(more));
    }
    const auto overwrite = std::filesystem::copy_options::overwrite_existing;
    std::filesystem::copy_file(folder / "state.anchor", other / "anchor");
    std::filesystem::copy_file(other / "old.db", folder / "state.db", overwrite);
    EventStoreOptions accept;
    accept.acceptLoss = LossAcceptance{4, "user:ada", {}, "e-accept", {}};
    ASSERT_TRUE(SqliteEventStore::open(folder.path(), accept));
    std::filesystem::copy_file(other / "anchor", folder / "state.anchor", overwrite); // its event 4 was another one
    EXPECT_TRUE(openStore(folder));
}

TEST(Schema, GoesUpStepByStepAndKeepsWhatFinishedStepsDid)
{
    TemporaryFolder folder;
    const Schema first{7, {[](Database& d) { return d.run("CREATE TABLE a(x); INSERT INTO a VALUES(1)"); }}};
    const Schema broken{7,
                        {first.steps[0], [](Database& d) { return d.run("ALTER TABLE a ADD COLUMN y DEFAULT 5"); },
                         [](Database& d) { return d.run("CREATE TABLE b(x); SELECT nonsense"); }}};
    Schema whole = broken;
    whole.steps[2] = [](Database& d) { return d.run("CREATE TABLE b(x)"); };
    auto database = Database::open(folder / "x.db", Database::Access::create);
    ASSERT_TRUE(database->run("PRAGMA application_id=7"));
    ASSERT_TRUE(migrate(*database, first));
    EXPECT_EQ(*database->integer("PRAGMA user_version"), 1);
    EXPECT_FALSE(migrate(*database, broken));
    EXPECT_EQ(*database->integer("PRAGMA user_version"), 2);
    EXPECT_EQ(*database->integer("SELECT count(*) FROM sqlite_master WHERE name = 'b'"), 0);
    ASSERT_TRUE(migrate(*database, whole));
    EXPECT_EQ(*database->integer("PRAGMA user_version"), 3);
    EXPECT_EQ(*database->integer("SELECT y FROM a"), 5);
    EXPECT_EQ(checkSchema(*database, first).error().code, ErrorCode::unsupported);
    EXPECT_EQ(checkSchema(*database, Schema{8, {}}).error().code, ErrorCode::corrupt);
}

} // namespace penstock::store
