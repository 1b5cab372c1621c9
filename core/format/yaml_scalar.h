// What a plain scalar means (YAML 1.2.2, section 10.3.2, the core schema), and how a value is written so that readers of
// YAML 1.1 and 1.2 both get it back: `yes`, 1e3, 0x1, ~ and dates as texts are quoted.
#pragma once

#include "core/base/json.h"
#include "core/format/yaml_tree.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace penstock::format {

// JSON whose objects keep the order of the file.
using YamlValue = nlohmann::ordered_json;

// Null, boolean, integer, double or string. Integers that do not fit into 64 bits become doubles.
YamlValue scalarValue(const YamlNode& node);
// The whole meaning of a tree, which must have no duplicate keys.
YamlValue valueOf(const YamlNode& node);
Json jsonOf(const YamlNode& node);

// Whether some reader of YAML 1.1 or 1.2 would take the plain text for something else than a string.
bool looksTyped(std::string_view text);

// Whether every character may stand in a text as it is; tabs and line ends may not.
bool isPrintable(std::string_view text);

enum class YamlContext { block, flow };

// One line of text for a null, boolean, number or string. Strings keep the quotes that `style` asks for where they can
// be written so; plain is used only where it is safe.
std::string scalarText(const YamlValue& scalar, YamlStyle style, YamlContext context);

// The same for a key. Keys are texts for every reader of these files, so that the words which only YAML 1.1 takes for truth
// values (`on:`) stay plain, as people write them.
std::string keyText(const std::string& key, YamlStyle style, YamlContext context);

} // namespace penstock::format
