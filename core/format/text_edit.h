// Changes of a text, as values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::format {

struct TextEdit {
    std::size_t begin = 0, end = 0; // the bytes that are replaced
    std::string text;
};

struct TextRange {
    std::size_t begin = 0, end = 0;
};

using TextEdits = std::vector<TextEdit>; // do not overlap; in any order

// The text with the edits made.
std::string withEdits(std::string_view text, TextEdits edits);

// The one range in which two texts differ; it divides no character.
TextEdit difference(std::string_view before, std::string_view after);

} // namespace penstock::format
