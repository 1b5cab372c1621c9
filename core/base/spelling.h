#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock {

// The candidate nearest to what was typed (edit distance with transpositions, at most a third of its length), if any.
std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& candidates);

} // namespace penstock
