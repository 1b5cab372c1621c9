#include "core/platform/shim_journal.h"

#include "core/platform/byte_codec.h"
#include "core/platform/frame.h"

namespace penstock::platform {

namespace {

enum RecordType : std::uint8_t { claimType = 1, oldExitType = 2, forgetType = 3, exitType = 4 };

void write(ByteWriter& out, const ClaimRecord& record)
{
    out.u8(claimType).text(record.attempt).text(record.attemptFolder).text(record.bootId);
    out.i64(record.at.time_since_epoch().count());
}

void write(ByteWriter& out, const AttemptExit& exit)
{
    const ExitRecord& record = exit.record;
    out.u8(exitType).text(exit.attempt).u8(static_cast<std::uint8_t>(record.kind));
    out.i32(record.code).i32(record.signal).i32(record.error);
    out.u8(static_cast<std::uint8_t>(record.stage)).u8(static_cast<std::uint8_t>(record.lostReason));
    out.u8(record.coreDumped).u8(record.killed).u8(record.logTruncated);
    out.i64(record.started.time_since_epoch().count()).i64(record.ended.time_since_epoch().count());
    out.i64(record.ran.count()).i64(record.userTime.count()).i64(record.systemTime.count());
    out.u64(record.peakMemory).u64(record.logBytes).u64(record.logDropped);
    out.u64(record.readBytes).u64(record.writtenBytes).u64(record.memoryLimit);
    out.u8(static_cast<std::uint8_t>(record.memoryGuard)).u8(static_cast<std::uint8_t>(record.memoryEnd));
    out.u8(record.stubborn.has_value());
    if (record.stubborn)
        out.i32(record.stubborn->pid).text(record.stubborn->command);
}

void write(ByteWriter& out, const ForgetRecord& record) { out.u8(forgetType).text(record.attempt); }

ClaimRecord readClaim(ByteReader& in)
{
    ClaimRecord record;
    record.attempt = in.text();
    record.attemptFolder = in.text();
    record.bootId = in.text();
    record.at = Instant(Duration(in.i64()));
    return record;
}

// What a shim of protocol 1, which may have run when Penstock was updated, did not write.
bool readSince2(ByteReader& in, ExitRecord& record)
{
    record.readBytes = in.u64();
    record.writtenBytes = in.u64();
    record.memoryLimit = in.u64();
    const std::uint8_t guard = in.u8();
    const std::uint8_t end = in.u8();
    if (in.u8() != 0) {
        record.stubborn.emplace();
        record.stubborn->pid = in.i32();
        record.stubborn->command = in.text();
    }
    record.memoryGuard = static_cast<MemoryGuard>(guard);
    record.memoryEnd = static_cast<MemoryEnd>(end);
    return guard <= static_cast<std::uint8_t>(MemoryGuard::kernel) && end <= static_cast<std::uint8_t>(MemoryEnd::machine);
}

// An enumerator outside its range is as bad as a wrong checksum: a reader must never act on an outcome it does not know.
std::optional<AttemptExit> readExit(ByteReader& in, std::uint8_t type)
{
    AttemptExit exit;
    ExitRecord& record = exit.record;
    exit.attempt = in.text();
    const std::uint8_t kind = in.u8();
    record.code = in.i32();
    record.signal = in.i32();
    record.error = in.i32();
    const std::uint8_t stage = in.u8();
    const std::uint8_t reason = in.u8();
    record.coreDumped = in.u8() != 0;
    record.killed = in.u8() != 0;
    record.logTruncated = in.u8() != 0;
    record.started = Instant(Duration(in.i64()));
    record.ended = Instant(Duration(in.i64()));
    record.ran = Duration(in.i64());
    record.userTime = Duration(in.i64());
    record.systemTime = Duration(in.i64());
    record.peakMemory = in.u64();
    record.logBytes = in.u64();
    record.logDropped = in.u64();
    if (type == exitType && !readSince2(in, record))
        return std::nullopt;
    if (kind < static_cast<std::uint8_t>(ExitKind::exited) || kind > static_cast<std::uint8_t>(ExitKind::outOfMemory)
        || stage > static_cast<std::uint8_t>(SpawnStage::exec) || reason > static_cast<std::uint8_t>(LostReason::reboot))
        return std::nullopt;
    record.kind = static_cast<ExitKind>(kind);
    record.stage = static_cast<SpawnStage>(stage);
    record.lostReason = static_cast<LostReason>(reason);
    return exit;
}

} // namespace

std::string encode(const JournalRecord& record)
{
    ByteWriter out;
    std::visit([&out](const auto& each) { write(out, each); }, record);
    return out.bytes();
}

std::optional<JournalRecord> decodeJournalRecord(std::string_view payload)
{
    ByteReader in(payload);
    std::optional<JournalRecord> record;
    const std::uint8_t type = in.u8();
    switch (type) {
    case claimType: record = readClaim(in); break;
    case oldExitType:
    case exitType:
        if (auto exit = readExit(in, type))
            record = std::move(*exit);
        break;
    case forgetType: record = ForgetRecord{in.text()}; break;
    default: break;
    }
    return in.complete() ? record : std::nullopt;
}

void fold(JournalContent& content, const JournalRecord& record)
{
    if (const auto* claim = std::get_if<ClaimRecord>(&record)) {
        content.entries.try_emplace(claim->attempt, JournalEntry{*claim, std::nullopt});
    } else if (const auto* exit = std::get_if<AttemptExit>(&record)) {
        const auto entry = content.entries.find(exit->attempt);
        if (entry != content.entries.end() && !entry->second.exit) // the first witness counts
            entry->second.exit = exit->record;
    } else if (const auto* forget = std::get_if<ForgetRecord>(&record)) {
        content.entries.erase(forget->attempt);
    }
}

JournalContent readJournal(std::string_view bytes)
{
    JournalContent content;
    if (bytes.substr(0, journalMagic.size()) != journalMagic)
        return content;
    content.validBytes = journalMagic.size();
    for (;;) {
        const FrameView frame = firstFrame(bytes.substr(content.validBytes));
        if (frame.state != FrameView::State::whole)
            return content;
        const auto record = decodeJournalRecord(frame.payload);
        if (!record)
            return content;
        fold(content, *record);
        content.validBytes += frame.size;
    }
}

} // namespace penstock::platform
