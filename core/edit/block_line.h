// For this folder only: one line of YAML in block style, read by itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::edit {

inline constexpr std::size_t longestLine = 100'000; // of a longer one no more is looked at

struct Line {
    std::size_t begin = 0, end = 0; // without its end
};

// What one line of block style says: how far its content is indented, through which dashes, and its key.
struct BlockLine {
    std::vector<std::size_t> dashes; // columns
    std::size_t indent = 0;          // column of what follows the dashes
    std::optional<std::string> key;
    std::size_t behindKey = 0; // column behind its ':'
    bool isEmpty = false;      // blank, or a comment
    bool opensScalar = false;  // "key: |": what is deeper is text
};

// The line that a byte belongs to; behind the last one it is an empty one.
Line lineAround(std::string_view text, std::size_t offset);

std::string unquoted(std::string_view key);
// The end of a quoted text that begins at `at`, behind its quote; the size of the line when it stays open.
std::size_t behindQuoted(std::string_view line, std::size_t at);
BlockLine readLine(std::string_view line);

} // namespace penstock::edit
