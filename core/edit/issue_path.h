#pragma once

#include "core/edit/document.h"

#include <optional>
#include <string_view>

namespace penstock::edit {

// The keys of a document path as issues have it ("steps.train.needs.0"); keys may contain dots themselves. Nothing when the
// document has no such place.
std::optional<format::YamlPath> pathOf(const Document& document, std::string_view path);

} // namespace penstock::edit
