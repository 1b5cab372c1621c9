// Points and spans of time. Order between facts is always a sequence number, never an Instant: wall clocks jump.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace penstock {

using Duration = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Duration>; // UTC

// "2026-11-20T15:58:23.004Z"
std::string formatInstant(Instant instant);
std::optional<Instant> parseInstant(std::string_view text); // the fraction, of three digits, may be missing

// "250ms", "10s", "90m", "2h", "7d", "1h30m"; a bare number is not a duration.
std::optional<Duration> parseDuration(std::string_view text);
std::string formatDuration(Duration duration); // the shortest text that parseDuration reads back: "1h30m"

} // namespace penstock
