// Fresh YAML text in the style of the documentation: block style outside, short leaves in flow style, multi-line texts as
// literals. What is written reads back the same in YAML 1.1 and 1.2.
#pragma once

#include "core/format/yaml_scalar.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::format {

struct YamlLayout {
    int step = 2;            // blanks per level
    std::size_t width = 120; // flow style only where the line stays within
    // Says which collections stand in block style though they would fit; the path is that of the collection.
    std::function<bool(const YamlPath& path)> wantsBlock;
};

// A value as it stands behind a key or a dash: what comes on that line and the whole lines below, indented, without ends.
struct YamlFragment {
    std::string head;
    std::vector<std::string> lines;
};

struct YamlSpot {
    enum class After { key, dash, nothing };

    After after = After::nothing;
    int indent = 0;         // column, from 0, of the key or the dash
    std::size_t column = 0; // where the head begins
    YamlContext context = YamlContext::block;
    YamlStyle style = YamlStyle::plain; // wished for scalars
    YamlPath path;
};

YamlFragment fragmentOf(const YamlValue& value, const YamlSpot& spot, const YamlLayout& layout);

// A whole text with a line end behind every line.
std::string emitYaml(const YamlValue& value, const YamlLayout& layout);

} // namespace penstock::format
