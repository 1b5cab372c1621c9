// A YAML text as a tree that remembers where everything stands, so that a change of one value can change just its bytes.
#pragma once

#include "core/base/result.h"
#include "core/pipeline/issue.h"
#include "core/pipeline/source_map.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::format {

using pipeline::Place;

enum class YamlKind : std::uint8_t { scalar, sequence, mapping };
enum class YamlStyle : std::uint8_t { plain, singleQuoted, doubleQuoted, literal, folded, block, flow };
enum class YamlTag : std::uint8_t { none, text, integer, real, boolean, null, sequence, mapping }; // !!str, !!int, ...

struct YamlNode {
    YamlKind kind = YamlKind::scalar;
    YamlStyle style = YamlStyle::plain;
    YamlTag tag = YamlTag::none;
    bool isAlias = false;  // stands as *name: the range is that of the alias, what is below is a copy of its target
    bool isShared = false; // has an anchor that some alias uses

    // Bytes of the source. `begin` is that of the anchor or tag where there is one, `content` that of the node itself.
    // `end` is tight: behind the last character that belongs to the node, before blanks, comments and line ends (a
    // block scalar with `+` ends behind its last line end). An absent value is empty and stands behind its ':' or '-'.
    std::uint32_t begin = 0, content = 0, end = 0;
    Place place; // of `content`

    std::string text;               // of a scalar, unquoted and unfolded
    std::vector<YamlNode> children; // of a mapping: key, value, key, value, ...

    bool isQuoted() const { return style == YamlStyle::singleQuoted || style == YamlStyle::doubleQuoted; }
    bool isAbsent() const { return kind == YamlKind::scalar && begin == end; }
    std::size_t entryCount() const { return kind == YamlKind::mapping ? children.size() / 2 : children.size(); }
    const YamlNode& key(std::size_t entry) const { return children[2 * entry]; }
    const YamlNode& value(std::size_t entry) const { return children[kind == YamlKind::mapping ? 2 * entry + 1 : entry]; }
    // Null when this is no mapping or has no such key.
    const YamlNode* member(std::string_view key) const;
    // One step of a path: a key or, in a sequence, a decimal index. Null when there is none.
    const YamlNode* child(std::string_view segment) const;
};

// Keys of mappings and, in decimal, indexes of sequences.
using YamlPath = std::vector<std::string>;

struct YamlTree {
    std::string source;
    YamlNode root; // of an empty text: an absent scalar
    pipeline::Issues issues; // duplicate keys, each naming both lines ("yaml.duplicate_key"); the text must not be used with them

    // The node at a path, or null.
    const YamlNode* find(const YamlPath& path) const;
};

struct YamlLimits {
    std::size_t bytes = 16 * 1024 * 1024;
    int depth = 100;
    std::size_t nodes = 2'000'000;
    std::size_t anchors = 10'000;
    std::size_t expandedNodes = 100'000;              // of all aliases together
    std::size_t expandedBytes = 16 * 1024 * 1024;
    std::size_t issues = 100;
};

// Reads one document of YAML 1.2 (as far as libyaml does; no directives, no custom tags, no complex keys). Time and memory
// are bounded by the limits, whatever the text is; what exceeds them is refused where it does.
// Errors: invalid, "yaml.*" with the arguments "line" and "column" (from 1, in code points).
Result<YamlTree> readYaml(std::string_view text, const YamlLimits& limits = {});

// "line" and "column" of such an error.
Place placeOf(const Error& error);

} // namespace penstock::format
