#pragma once

#include "core/format/yaml_scalar.h"

#include <optional>
#include <string>

namespace penstock::designer {

// Values of a list as people write them on one line, "0.1, rbf, {c: 1}": each with the type that it shows, texts that look like
// something else in quotes.
std::string itemText(const format::YamlValue& item);
std::string itemsText(const format::YamlValue& list);
// Nothing: a bracket or quote has no end.
std::optional<format::YamlValue> itemsOf(const std::string& text);

} // namespace penstock::designer
