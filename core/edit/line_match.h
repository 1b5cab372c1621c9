// For this folder only: which line of one text is which of another. See line_changes.h.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

namespace penstock::edit {

inline constexpr std::size_t noPartner = std::numeric_limits<std::size_t>::max();

// For each line of `before` its partner in `after`, ascending, or noPartner.
std::vector<std::size_t> matchLines(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after);

} // namespace penstock::edit
