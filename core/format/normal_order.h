// In which order the entries of a mapping stand in normal form; for this folder only.
#pragma once

#include "core/format/yaml_tree.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace penstock::format {

// What a node of a pipeline file is, as far as that says how its keys are ordered.
enum class NormalRole : std::uint8_t { document, steps, step, other };

NormalRole roleOf(NormalRole parent, std::string_view key);

// Entries in their normal order; in their own where the role has none, or where moving them would not be safe.
std::vector<std::size_t> normalOrder(const YamlNode& node, NormalRole role);

} // namespace penstock::format
