// Metrics are finite numbers under names. Nested objects become dotted names: {"per_class": {"cat": 0.9}} is
// "per_class.cat". Everything else (texts, lists, truth values, null, NaN and infinities) is not a metric and is left out.
#pragma once

#include "core/base/json.h"

#include <string_view>

namespace penstock::tracking {

inline constexpr std::size_t maximumMetrics = 10'000;
inline constexpr std::size_t longestMetricName = 250; // bytes

// A flat object name -> number. Errors: invalid ("tracking.*") when there are too many or a name is too long.
Result<Json> flatten(const Json& metrics);

// The content of a step's metrics file. Takes NaN, Infinity and -Infinity, which Python's json module writes although
// RFC 8259 has no such words. Errors: invalid when it is not a JSON object, and those of flatten().
Result<Json> readMetrics(std::string_view text);

// `text` with those three words replaced by null outside of strings, so that a JSON parser takes it.
std::string withoutNonFinite(std::string_view text);

} // namespace penstock::tracking
