#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace penstock::designer {

// The arguments of a command as the one text that people read and write, as in a shell but without one: words with blanks between
// them, quotes around what holds blanks, an option on a line of its own where the line gets long. What is between ${{ and }}
// belongs to its word. argumentsOf(argumentText(x)) is x for any x.
std::string argumentText(const std::vector<std::string>& arguments);
std::string argumentLine(const std::vector<std::string>& arguments); // the same without line ends between words: what a shell reads

// Errors: invalid, "edit.open_quote", when a quote is not closed.
Result<std::vector<std::string>> argumentsOf(std::string_view text);

} // namespace penstock::designer
