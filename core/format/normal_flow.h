// Scalars and flow collections in normal form; for this folder only.
#pragma once

#include "core/format/yaml_scalar.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::format {

// A scalar or alias as it is written, without quotes that are not needed.
std::string normalScalar(std::string_view source, const YamlNode& node, YamlContext context, bool isKey);

// A flow collection on one line, its entries in the given order. Nothing when that would lose something: comments, or what
// cannot be written so.
std::optional<std::string> normalFlow(std::string_view source, const YamlNode& node, const std::vector<std::size_t>& order);

} // namespace penstock::format
