// What differs between two texts, by lines. Patience difference (B. Cohen): lines that stand once in both texts and in the
// same order are anchors; what is between two anchors is compared by E. Myers, "An O(ND) Difference Algorithm and Its
// Variations" (Algorithmica 1, 1986), up to a bound on D beyond which all of it counts as changed. So the time is about
// linear in the size of the texts, whatever they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::edit {

// Lines with their ends; the last one may have none.
std::vector<std::string_view> linesOf(std::string_view text);

// A range of lines before and what stands there after; one of the two may be empty. Between two changes there is at least one
// line that is the same.
struct LineChange {
    std::size_t before = 0, beforeCount = 0;
    std::size_t after = 0, afterCount = 0;

    bool operator==(const LineChange&) const = default;
};

std::vector<LineChange> lineChanges(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after);

// As `diff -u` writes it, without the lines that name the files; empty when the texts are equal.
std::string unifiedDifference(std::string_view before, std::string_view after, std::size_t context = 3);

} // namespace penstock::edit
