// Which word of which path the cursor is in, found without a parser: what is being typed is no expression yet. For this folder only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::check {

struct CompletionSite {
    bool isInside = false;         // of an expression
    std::size_t begin = 0, end = 0; // of the word, in bytes of the text
    std::string typed;             // the word up to the cursor
    std::vector<std::string> path; // the names before it: steps, train
    std::string before;            // the same as it is written, with its last dot
    bool inString = false;         // the word is what a quoted text holds so far
    bool isClosed = true;          // the quoted text has its second quote
    std::string compared;          // of a quoted text behind `==`, `!=` or `in`: the path that it is compared with
};

CompletionSite siteAt(std::string_view text, std::size_t cursor, bool isExpression);

} // namespace penstock::check
