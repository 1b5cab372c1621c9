// The part of YamlBuilder that knows anchors. An alias becomes a copy of its target, so that readers need not know about
// aliases; what a copy costs is known before it is made, and all of them together may cost only so much.
#include "core/format/yaml_builder.h"

#include "core/base/spelling.h"

namespace penstock::format {

Result<void> YamlBuilder::remember(std::string_view anchor, Place place)
{
    if (m_anchors.size() >= m_limits.anchors)
        return yamlError(place, "yaml.too_many_anchors", {{"limit", std::to_string(m_limits.anchors)}});
    Anchor entry;
    for (const Open& open : m_open)
        entry.path.push_back(static_cast<std::uint32_t>(open.node.children.size()));
    m_anchors.insert_or_assign(std::string(anchor), std::move(entry));
    return {};
}

void YamlBuilder::settle(std::string_view anchor, std::size_t nodes, std::size_t bytes, int height)
{
    // Absent when the name was given again further inside: then the inner node is the one it means.
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end() || !found->second.isOpen)
        return;
    found->second.isOpen = false;
    found->second.nodes = nodes;
    found->second.bytes = bytes;
    found->second.height = height;
}

// The last open nodes are not yet among the children of their parents.
YamlNode& YamlBuilder::nodeAt(const std::vector<std::uint32_t>& path)
{
    YamlNode* node = &m_open.front().node;
    bool isOpen = true;
    for (std::size_t level = 0; level < path.size(); ++level) {
        isOpen = isOpen && path[level] == node->children.size();
        node = isOpen ? &m_open[level + 1].node : &node->children[path[level]];
    }
    return *node;
}

Result<void> YamlBuilder::charge(const Anchor& anchor, const std::string& name, Place place)
{
    m_expandedNodes += anchor.nodes;
    m_expandedBytes += anchor.bytes;
    m_nodes += anchor.nodes;
    m_bytes += anchor.bytes;
    if (m_expandedNodes > m_limits.expandedNodes || m_expandedBytes > m_limits.expandedBytes)
        return yamlError(place, "yaml.alias_bomb", {{"name", name}, {"limit", std::to_string(m_limits.expandedNodes)}});
    if (m_nodes > m_limits.nodes)
        return yamlError(place, "yaml.too_many_nodes", {{"limit", std::to_string(m_limits.nodes)}});
    if (static_cast<int>(m_open.size()) + anchor.height > m_limits.depth)
        return yamlError(place, "yaml.too_deep", {{"limit", std::to_string(m_limits.depth)}});
    return {};
}

Result<void> YamlBuilder::alias(const YamlToken& token)
{
    const std::string name(token.anchor);
    const auto found = m_anchors.find(name);
    if (found == m_anchors.end())
        return yamlError(token.place, "yaml.unknown_alias", {{"name", name}});
    const Anchor& anchor = found->second;
    if (anchor.isOpen)
        return yamlError(token.place, "yaml.self_alias", {{"name", name}});
    if (auto affordable = charge(anchor, name, token.place); !affordable)
        return affordable;
    YamlNode& target = nodeAt(anchor.path);
    if (target.kind != YamlKind::scalar && isKeyNext())
        return yamlError(token.place, "yaml.complex_key");
    target.isShared = true;
    YamlNode copy = target;
    copy.isAlias = true;
    copy.isShared = false;
    copy.begin = copy.content = token.begin;
    copy.end = token.end;
    copy.place = token.place;
    add(std::move(copy), anchor.height);
    return {};
}

} // namespace penstock::format
