// Builds the tree from the tokens of a parser and keeps its size within the limits; for this folder only.
#pragma once

#include "core/format/yaml_text.h"
#include "core/format/yaml_tree.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::format {

// What a parser says, without its types.
struct YamlToken {
    enum class What { scalar, alias, startSequence, startMapping, end };

    What what = What::scalar;
    YamlStyle style = YamlStyle::plain;
    std::string_view anchor; // or the name of the alias
    std::string_view tag;
    std::string_view text;
    std::uint32_t begin = 0, end = 0; // bytes
    Place place;
};

class YamlBuilder final {
public:
    YamlBuilder(std::string_view text, const YamlLimits& limits);

    // Errors: invalid when a limit is passed or something stands where this format does not have it.
    Result<void> take(const YamlToken& token);
    YamlTree finish() { return std::move(m_tree); }

private:
    struct Anchor {
        std::vector<std::uint32_t> path; // indexes of the children on the way from the root
        bool isOpen = true;              // its node has not ended
        std::size_t nodes = 0;           // of the whole subtree, expansions included
        std::size_t bytes = 0;
        int height = 0;
    };

    struct Open {
        YamlNode node;
        std::string anchor;
        std::size_t nodesBefore = 0;
        std::size_t bytesBefore = 0;
        int height = 0;
    };

    Result<YamlNode> begun(const YamlToken& token, YamlKind kind);
    Result<void> scalar(const YamlToken& token);
    Result<void> start(const YamlToken& token, YamlKind kind);
    Result<void> end(const YamlToken& token);
    Result<void> alias(const YamlToken& token);
    Result<void> charge(const Anchor& anchor, const std::string& name, Place place);

    void skipProperties(YamlNode& node) const;
    void tightenBlockScalar(YamlNode& node) const;
    bool isKeyNext() const;
    Result<void> remember(std::string_view anchor, Place place);
    void settle(std::string_view anchor, std::size_t nodes, std::size_t bytes, int height);
    YamlNode& nodeAt(const std::vector<std::uint32_t>& path);
    void add(YamlNode node, int height);
    void findDuplicates(const YamlNode& mapping);

    const YamlLimits& m_limits;
    YamlTree m_tree;
    std::vector<Open> m_open;
    std::map<std::string, Anchor, std::less<>> m_anchors;
    std::size_t m_nodes = 0;
    std::size_t m_bytes = 0;
    std::size_t m_expandedNodes = 0;
    std::size_t m_expandedBytes = 0;
};

} // namespace penstock::format
