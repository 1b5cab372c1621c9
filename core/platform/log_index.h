// `log.idx` beside a step's `log`: when and on which stream each stretch of the log was written.
// Fixed records of 24 bytes, little-endian: {u64 offset, u64 value, u8 mark, 7 zero bytes}; a torn last one does not count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::platform {

enum class LogMark : std::uint8_t {
    out = 1,  // from `offset` on: stdout, read at `value` milliseconds since the epoch
    err = 2,  // the same for stderr
    gap = 3,  // at `offset`, `value` bytes that the step wrote are missing from the file
    hole = 4, // only while the step runs: the `value` bytes from `offset` on are a hole in the file, to be skipped
};

struct LogIndexRecord {
    std::uint64_t offset = 0;
    std::uint64_t value = 0;
    LogMark mark = LogMark::out;

    bool operator==(const LogIndexRecord&) const = default;
};

inline constexpr std::size_t logIndexRecordSize = 24;

std::string encode(const LogIndexRecord& record);
std::vector<LogIndexRecord> readLogIndex(std::string_view bytes); // stops at what it does not understand

} // namespace penstock::platform
