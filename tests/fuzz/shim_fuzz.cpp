// What a shim leaves on disk and says on its socket: the journal with its exit records, orders, answers, the index of a log.
#include "core/platform/frame.h"
#include "core/platform/log_index.h"
#include "core/platform/shim_protocol.h"
#include "tests/fuzz/target.h"

#include <string>

namespace penstock::platform {

namespace {

using fuzz::must;

bool sameEntries(const JournalContent& a, const JournalContent& b)
{
    if (a.entries.size() != b.entries.size())
        return false;
    for (const auto& [attempt, entry] : a.entries) {
        const auto other = b.entries.find(attempt);
        if (other == b.entries.end() || !(other->second.claim == entry.claim) || other->second.exit != entry.exit)
            return false;
    }
    return true;
}

void checkJournal(std::string_view bytes)
{
    const JournalContent content = readJournal(bytes);
    must(content.validBytes <= bytes.size(), "the good prefix lies in the file");
    const std::string good(bytes.substr(0, content.validBytes));
    must(sameEntries(readJournal(good), content), "what follows the good prefix does not count");
    if (good.empty())
        return must(content.entries.empty(), "without its first bytes it is no journal");
    std::string longer = good;
    appendFrame(longer, encode(ClaimRecord{"one that nobody else has", "/f", "boot", {}}));
    JournalContent more = readJournal(longer);
    must(more.validBytes == longer.size(), "a shim goes on behind the good prefix");
    more.entries.erase("one that nobody else has");
    JournalContent before = content;
    before.entries.erase("one that nobody else has");
    must(sameEntries(more, before), "one more record changes no other");
}

void checkRecord(std::string_view payload)
{
    const auto record = decodeJournalRecord(payload);
    if (!record)
        return;
    const std::string again = encode(*record);
    const auto back = decodeJournalRecord(again);
    must(back && *back == *record, "a record reads back as itself");
    JournalContent content;
    fold(content, *record);
    must(content.entries.size() <= 1, "one record speaks of one attempt");
}

// A frame's checksum keeps mutated payloads out of the decoders, so these get them bare.
void checkMessages(std::string_view payload)
{
    if (const auto order = decodeOrder(payload)) {
        const std::string frame = encodeOrder(*order);
        must(firstFrame(frame).state == FrameView::State::whole, "an order is one frame");
        const auto back = decodeOrder(firstFrame(frame).payload);
        must(back && encodeOrder(*back) == frame, "an order reads back as itself");
    }
    if (const auto answer = decodeAnswer(payload)) {
        const std::string frame = encodeAnswer(*answer);
        const auto back = decodeAnswer(firstFrame(frame).payload);
        must(back && encodeAnswer(*back) == frame, "an answer reads back as itself");
    }
}

void checkFrames(std::string_view bytes)
{
    for (FrameView frame = firstFrame(bytes); frame.state == FrameView::State::whole; frame = firstFrame(bytes)) {
        must(frame.size <= bytes.size() && frame.payload.size() < frame.size, "a whole frame lies in what was read");
        checkMessages(frame.payload);
        bytes.remove_prefix(frame.size);
    }
}

void checkIndex(std::string_view bytes)
{
    const auto records = readLogIndex(bytes);
    must(records.size() <= bytes.size() / logIndexRecordSize, "no record without its bytes");
    std::string again;
    for (const LogIndexRecord& record : records)
        again += encode(record);
    must(readLogIndex(again) == records, "an index reads back as itself");
}

} // namespace

} // namespace penstock::platform

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace penstock::platform;
    const std::string_view bytes = penstock::fuzz::textOf(data, size);
    checkJournal(bytes);
    std::string framed(journalMagic);
    appendFrame(framed, bytes);
    checkJournal(framed);
    checkRecord(bytes);
    checkMessages(bytes);
    checkFrames(bytes);
    checkIndex(bytes);
    return 0;
}
