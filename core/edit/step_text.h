// Steps as they stand in a file: whole lines, comments included. For this folder only.
#pragma once

#include "core/edit/document.h"
#include "core/format/yaml_splice.h"

#include <optional>
#include <string>
#include <string_view>

namespace penstock::edit {

// Nothing where the step shares its lines with others.
std::optional<format::TextRange> linesOfStep(const Document& document, const std::string& step);
std::optional<std::string> writtenStep(const Document& document, const std::string& step);

// The text moved so that its first line that is no comment stands at a column; nothing when a line stands too far left.
std::optional<std::string> indentedTo(std::string_view text, int column);

} // namespace penstock::edit
