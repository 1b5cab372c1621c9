#include "core/platform/shim_protocol.h"

#include "core/platform/frame.h"
#include "core/platform/log_index.h"

#include <gtest/gtest.h>

namespace penstock::platform {

namespace {

std::string payloadOf(const std::string& frame)
{
    const FrameView view = firstFrame(frame);
    EXPECT_EQ(view.state, FrameView::State::whole);
    EXPECT_EQ(view.size, frame.size());
    return std::string(view.payload);
}

ExitRecord someExit()
{
    ExitRecord record;
    record.kind = ExitKind::timeout;
    record.code = -1;
    record.signal = 15;
    record.killed = true;
    record.started = Instant(Duration(1'700'000'000'123));
    record.ended = Instant(Duration(1'700'000'009'456));
    record.ran = Duration(9333);
    record.userTime = Duration(12);
    record.peakMemory = 5ULL << 32U;
    record.logBytes = 42;
    record.logDropped = 1ULL << 40U;
    record.readBytes = 3ULL << 33U;
    record.writtenBytes = 512;
    record.memoryLimit = 8ULL << 30U;
    record.memoryGuard = MemoryGuard::watch;
    record.memoryEnd = MemoryEnd::machine;
    record.stubborn = Survivor{77, "dd if=/dead/disk"};
    return record;
}

} // namespace

TEST(Frame, KnowsTheStandardChecksum) { EXPECT_EQ(crc32("123456789"), 0xCBF43926U); }

TEST(Frame, IsWholeIncompleteOrDamagedAndNothingElse)
{
    std::string frame;
    appendFrame(frame, "some payload");
    for (std::size_t length = 0; length < frame.size(); ++length)
        EXPECT_EQ(firstFrame(std::string_view(frame).substr(0, length)).state, FrameView::State::incomplete) << length;
    for (std::size_t at = 0; at < frame.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string flipped = frame;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
            EXPECT_NE(firstFrame(flipped).state, FrameView::State::whole) << at;
        }
    }
}

TEST(ShimProtocol, OrdersReadBackTheSame)
{
    RunOrder run;
    run.attempt = "digits-1/train/1";
    run.attemptFolder = "/state/x";
    run.folder = "/w";
    run.arguments = {"python3", "", "a\nb"};
    run.environment = {"A=1"};
    run.preface = "made in 4 s\n";
    run.masks = {std::string("\0x", 2)};
    run.masked = {"/state/x/values"};
    run.maskedInPlace = {"/state/x/metrics", ""};
    run.timeout = Duration(7'200'000);
    run.grace = Duration(10'000);
    run.logCap = 64U << 20U;
    run.memoryLimit = 8ULL << 30U;
    const auto order = decodeOrder(payloadOf(encodeOrder(run)));
    ASSERT_TRUE(order);
    EXPECT_EQ(std::get<RunOrder>(*order), run);
    EXPECT_EQ(std::get<CancelOrder>(*decodeOrder(payloadOf(encodeOrder(CancelOrder{"a", Duration(5)})))).grace, Duration(5));
    EXPECT_EQ(std::get<SyncOrder>(*decodeOrder(payloadOf(encodeOrder(SyncOrder{9})))).number, 9U);
    EXPECT_EQ(std::get<ForgetOrder>(*decodeOrder(payloadOf(encodeOrder(ForgetOrder{"b"})))).attempt, "b");
    EXPECT_TRUE(std::holds_alternative<QuitOrder>(*decodeOrder(payloadOf(encodeOrder(QuitOrder{})))));
}

TEST(ShimProtocol, AnswersReadBackTheSame)
{
    const AttemptExit exit{"digits-1/train/1", someExit()};
    EXPECT_EQ(std::get<AttemptExit>(*decodeAnswer(payloadOf(encodeAnswer(exit)))), exit);
    const ClaimedAnswer claimed{{"a", "/f", "boot", Instant(Duration(3))}, 77};
    const auto answer = decodeAnswer(payloadOf(encodeAnswer(claimed)));
    EXPECT_EQ(std::get<ClaimedAnswer>(*answer).claim, claimed.claim);
    EXPECT_EQ(std::get<ClaimedAnswer>(*answer).pid, 77);
    EXPECT_EQ(std::get<HelloAnswer>(*decodeAnswer(payloadOf(encodeAnswer(HelloAnswer{3, 4, "b"})))).version, 3U);
    EXPECT_EQ(std::get<SyncedAnswer>(*decodeAnswer(payloadOf(encodeAnswer(SyncedAnswer{9})))).number, 9U);
    EXPECT_EQ(std::get<WithdrawnAnswer>(*decodeAnswer(payloadOf(encodeAnswer(WithdrawnAnswer{"w"})))).attempt, "w");
    EXPECT_EQ(std::get<RefusedAnswer>(*decodeAnswer(payloadOf(encodeAnswer(RefusedAnswer{"r", 28})))).error, 28);
    EXPECT_EQ(std::get<UnkillableAnswer>(*decodeAnswer(payloadOf(encodeAnswer(UnkillableAnswer{"u", {5, "dd"}})))).process,
              (Survivor{5, "dd"}));
    EXPECT_TRUE(std::holds_alternative<SupersededAnswer>(*decodeAnswer(payloadOf(encodeAnswer(SupersededAnswer{})))));
}

TEST(ShimProtocol, NothingShorterOrLongerIsAMessage)
{
    for (const std::string& frame : {encodeOrder(CancelOrder{"attempt", Duration(5)}), encodeOrder(SyncOrder{9})}) {
        const std::string payload = payloadOf(frame);
        for (std::size_t length = 0; length < payload.size(); ++length)
            EXPECT_FALSE(decodeOrder(payload.substr(0, length))) << length;
        EXPECT_FALSE(decodeOrder(payload + 'x'));
    }
    EXPECT_FALSE(decodeOrder("\x7f"));
    EXPECT_FALSE(decodeAnswer(""));
    EXPECT_FALSE(decodeAnswer(encode(JournalRecord(ForgetRecord{"a"})))) << "a journal record that is no answer";
}

TEST(ShimJournal, AnOutcomeThatThisVersionDoesNotKnowIsNotARecord)
{
    std::string payload = encode(JournalRecord(AttemptExit{"a", someExit()}));
    const std::size_t kind = 1 + 4 + 1; // type, length of the attempt, attempt
    ASSERT_TRUE(decodeJournalRecord(payload));
    payload[kind] = 99;
    EXPECT_FALSE(decodeJournalRecord(payload));
}

TEST(ShimJournal, WhatAShimOfTheFirstVersionWroteIsStillRead)
{
    // As it stands in a journal of protocol 1: an exit with code 7 of the attempt "a".
    std::string payload("\x02\x01\0\0\0a\x01\x07\0\0\0", 11);
    payload += std::string(8, '\0');      // signal, error
    payload += std::string(2, '\0');      // stage, reason
    payload += std::string("\0\x01\0", 3); // core dumped, killed, log truncated
    payload += std::string(8 * 8, '\0');  // times, memory, log
    const auto record = decodeJournalRecord(payload);
    ASSERT_TRUE(record);
    const auto& exit = std::get<AttemptExit>(*record);
    EXPECT_EQ(exit.attempt, "a");
    EXPECT_EQ(exit.record.code, 7);
    EXPECT_TRUE(exit.record.killed);
    EXPECT_FALSE(exit.record.stubborn);
    EXPECT_FALSE(decodeJournalRecord(payload + '\0'));
}

TEST(ShimJournal, ADamagedByteHidesWhatFollowsAndChangesNothingBefore)
{
    std::string journal(journalMagic);
    for (const char* attempt : {"a", "b", "c"}) {
        appendFrame(journal, encode(ClaimRecord{attempt, "/f", "boot", {}}));
        appendFrame(journal, encode(AttemptExit{attempt, someExit()}));
    }
    const auto whole = readJournal(journal);
    ASSERT_EQ(whole.entries.size(), 3U);
    ASSERT_EQ(whole.validBytes, journal.size());
    for (std::size_t at = 0; at < journal.size(); ++at) {
        std::string damaged = journal;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        const auto content = readJournal(damaged);
        EXPECT_LE(content.validBytes, at);
        for (const auto& [attempt, entry] : content.entries) {
            EXPECT_EQ(entry.claim, whole.entries.at(attempt).claim);
            if (entry.exit) {
                EXPECT_EQ(*entry.exit, someExit());
            }
        }
    }
}

TEST(ShimJournal, TheFirstEndCountsAndTheForgottenAreGone)
{
    JournalContent content;
    fold(content, ClaimRecord{"a", "/f", "boot", {}});
    fold(content, AttemptExit{"a", someExit()});
    ExitRecord other;
    other.code = 1;
    fold(content, AttemptExit{"a", other});
    EXPECT_EQ(*content.entries.at("a").exit, someExit());
    fold(content, AttemptExit{"never claimed", other});
    EXPECT_EQ(content.entries.size(), 1U);
    fold(content, ForgetRecord{"a"});
    EXPECT_TRUE(content.entries.empty());
}

TEST(LogIndex, ATornRecordDoesNotCount)
{
    const std::vector<LogIndexRecord> records{{0, 5, LogMark::out}, {10, 6, LogMark::err}, {20, 7, LogMark::gap}};
    std::string bytes;
    for (const LogIndexRecord& record : records)
        bytes += encode(record);
    ASSERT_EQ(bytes.size(), 3 * logIndexRecordSize);
    for (std::size_t length = 0; length <= bytes.size(); ++length)
        EXPECT_EQ(readLogIndex(bytes.substr(0, length)).size(), length / logIndexRecordSize);
    EXPECT_EQ(readLogIndex(bytes), records);
}

} // namespace penstock::platform
