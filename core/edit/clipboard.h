#pragma once

#include "core/edit/edit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::edit {

inline constexpr std::size_t maximumPaste = 4 * 1024 * 1024; // bytes

// The steps as YAML under a `steps:` key, exactly as they stand in the file, comments included: text that fits into any
// pipeline file. In the order of the file; names that the document does not have are left out.
std::string copied(const Document& document, const std::vector<std::string>& steps);

// What a text adds to the document: a `steps:` mapping, a whole pipeline, or a bare mapping of steps. Names that clash get a
// number, and what the pasted steps say of each other follows; what they say of others stays. `at` is where the first stands.
// Errors: invalid with one sentence ("edit.paste_*") for what is no such text or longer than maximumPaste.
Result<AddSteps> pasted(const Document& document, std::string_view text, std::optional<format::NodePosition> at);

} // namespace penstock::edit
