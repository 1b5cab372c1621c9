// Where in a document a place of its text is, also while the text is being typed and makes no sense as a whole: from the
// indentation of the lines above, and the brackets of the line itself. Flow collections over several lines are not followed.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::edit {

struct TextContext {
    std::vector<std::string> path; // keys from the root; "-" for an entry of a list
    bool isValue = false;          // behind the ':' of the last key of the path, or an entry of a list; else a key is being written
    std::size_t begin = 0, end = 0; // bytes of the word at the place, which may be empty
    std::set<std::string> siblings; // keys that the mapping has already, as far as they stand in lines of their own
};

// Nothing inside of comments, of quoted texts and of block scalars.
std::optional<TextContext> contextAt(std::string_view text, std::size_t offset);

// The expression around the place, in one line: what is between "${{" and "}}", where an open end counts, or the value of an
// `if`.
struct ExpressionContext {
    std::size_t begin = 0, end = 0;
    std::vector<std::string> path; // of the value that it stands in, as above
};
std::optional<ExpressionContext> expressionAt(std::string_view text, std::size_t offset);

} // namespace penstock::edit
