// The shim's journal: the durable witness of what one slot executed.
// File: the 8 bytes "PSHIMJ1\n", then frames (core/platform/frame.h). Read by the prefix rule: what follows the first torn
// or damaged frame does not count. A claim is written before exec, so an attempt without a claim never ran.
#pragma once

#include "core/platform/exit_record.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace penstock::platform {

inline constexpr std::string_view journalMagic = "PSHIMJ1\n";

struct ClaimRecord {
    std::string attempt;       // AttemptId::text(); opaque to the shim
    std::string attemptFolder; // also the token by which survivors of a dead shim are found
    std::string bootId;
    Instant at{};

    bool operator==(const ClaimRecord&) const = default;
};

struct AttemptExit {
    std::string attempt;
    ExitRecord record;

    bool operator==(const AttemptExit&) const = default;
};

struct ForgetRecord {
    std::string attempt;

    bool operator==(const ForgetRecord&) const = default;
};

using JournalRecord = std::variant<ClaimRecord, AttemptExit, ForgetRecord>;

std::string encode(const JournalRecord& record); // a frame's payload
std::optional<JournalRecord> decodeJournalRecord(std::string_view payload);

// What a journal says after it has been folded.
struct JournalEntry {
    ClaimRecord claim;
    std::optional<ExitRecord> exit;
};

struct JournalContent {
    std::map<std::string, JournalEntry> entries; // by attempt; the forgotten ones are gone
    std::size_t validBytes = 0;                  // length of the good prefix; 0 when even the magic is torn
};

void fold(JournalContent& content, const JournalRecord& record);
JournalContent readJournal(std::string_view bytes);

} // namespace penstock::platform
