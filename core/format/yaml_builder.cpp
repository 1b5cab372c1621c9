#include "core/format/yaml_builder.h"

#include "core/base/spelling.h"

#include <algorithm>
#include <numeric>

namespace penstock::format {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool isBlank(char c) { return blanks.find(c) != std::string_view::npos; }

std::optional<YamlTag> tagNamed(std::string_view tag, YamlKind kind)
{
    static const std::map<std::string_view, YamlTag> tags{
        {"str", YamlTag::text},  {"int", YamlTag::integer},  {"float", YamlTag::real},   {"bool", YamlTag::boolean},
        {"null", YamlTag::null}, {"seq", YamlTag::sequence}, {"map", YamlTag::mapping}};
    constexpr std::string_view prefix = "tag:yaml.org,2002:";
    const auto found = tag.starts_with(prefix) ? tags.find(tag.substr(prefix.size())) : tags.end();
    if (found == tags.end())
        return std::nullopt;
    const YamlKind wanted = found->second == YamlTag::sequence  ? YamlKind::sequence
                            : found->second == YamlTag::mapping ? YamlKind::mapping
                                                                : YamlKind::scalar;
    return kind == wanted ? std::optional(found->second) : std::nullopt;
}

bool keepsBlankLines(std::string_view fromContent)
{
    const std::string_view header = fromContent.substr(0, 3); // "|", an indentation and a chomping indicator
    return header.substr(0, header.find_first_of(" \t\r\n#")).find('+') != std::string_view::npos;
}

} // namespace

YamlBuilder::YamlBuilder(std::string_view text, const YamlLimits& limits)
    : m_limits(limits)
{
    m_tree.source = text;
    m_tree.root.end = m_tree.root.begin = m_tree.root.content = 0;
    m_tree.root.place = {1, 1};
}

Result<void> YamlBuilder::take(const YamlToken& token)
{
    switch (token.what) {
    case YamlToken::What::scalar: return scalar(token);
    case YamlToken::What::alias: return alias(token);
    case YamlToken::What::startSequence: return start(token, YamlKind::sequence);
    case YamlToken::What::startMapping: return start(token, YamlKind::mapping);
    case YamlToken::What::end: return end(token);
    }
    return {};
}

Result<YamlNode> YamlBuilder::begun(const YamlToken& token, YamlKind kind)
{
    if (++m_nodes > m_limits.nodes)
        return yamlError(token.place, "yaml.too_many_nodes", {{"limit", std::to_string(m_limits.nodes)}});
    if (kind != YamlKind::scalar && static_cast<int>(m_open.size()) >= m_limits.depth)
        return yamlError(token.place, "yaml.too_deep", {{"limit", std::to_string(m_limits.depth)}});
    if (kind != YamlKind::scalar && isKeyNext())
        return yamlError(token.place, "yaml.complex_key");
    YamlNode node;
    node.kind = kind;
    node.style = token.style;
    node.begin = node.content = token.begin;
    node.end = token.end;
    node.place = token.place;
    if (!token.tag.empty()) {
        const auto tag = tagNamed(token.tag, kind);
        if (!tag)
            return yamlError(token.place, "yaml.tag", {{"tag", std::string(token.tag)}});
        node.tag = *tag;
    }
    if (!token.anchor.empty() || !token.tag.empty())
        skipProperties(node);
    return node;
}

// Anchors and tags stand in front of the content, with blanks, line ends and comments between.
void YamlBuilder::skipProperties(YamlNode& node) const
{
    const std::string_view source = m_tree.source;
    const std::size_t limit = node.kind == YamlKind::scalar ? node.end : source.size();
    const auto before = [&](std::size_t offset) { return std::min(offset, limit); };
    std::size_t at = node.begin;
    while (at < limit && (source[at] == '&' || source[at] == '!')) {
        at = before(source.find_first_of(blanks, at));
        while (at < limit && (isBlank(source[at]) || source[at] == '#'))
            at = source[at] == '#' ? before(source.find_first_of("\r\n", at)) : at + 1;
    }
    node.content = static_cast<std::uint32_t>(at);
    const Place moved = placeAt(source.substr(node.begin), at - node.begin);
    node.place = moved.line > 1 ? Place{node.place.line + moved.line - 1, moved.column}
                                : Place{node.place.line, node.place.column + moved.column - 1};
}

bool YamlBuilder::isKeyNext() const
{
    return !m_open.empty() && m_open.back().node.kind == YamlKind::mapping
           && m_open.back().node.children.size() % 2 == 0;
}

Result<void> YamlBuilder::scalar(const YamlToken& token)
{
    auto node = begun(token, YamlKind::scalar);
    if (!node)
        return node.error();
    node->text = token.text;
    m_bytes += token.text.size();
    tightenBlockScalar(*node);
    if (!token.anchor.empty()) {
        if (auto kept = remember(token.anchor, node->place); !kept)
            return kept;
        settle(token.anchor, 1, token.text.size(), 0);
    }
    add(std::move(*node), 0);
    return {};
}

// A parser ends a block scalar behind the blank lines that follow; they are part of it only when it keeps them.
void YamlBuilder::tightenBlockScalar(YamlNode& node) const
{
    const std::string_view source = m_tree.source;
    if ((node.style != YamlStyle::literal && node.style != YamlStyle::folded)
        || keepsBlankLines(source.substr(node.content)))
        return;
    std::size_t end = node.end;
    while (end > node.content && isBlank(source[end - 1]))
        --end;
    // Blanks behind the last word of the last line are text.
    node.end = static_cast<std::uint32_t>(std::min(source.find_first_of("\r\n", end), source.size()));
}

Result<void> YamlBuilder::start(const YamlToken& token, YamlKind kind)
{
    Open open;
    open.nodesBefore = m_nodes;
    open.bytesBefore = m_bytes;
    open.anchor = token.anchor;
    auto node = begun(token, kind);
    if (!node)
        return node.error();
    open.node = std::move(*node);
    if (!token.anchor.empty()) {
        if (auto kept = remember(token.anchor, open.node.place); !kept)
            return kept;
    }
    m_open.push_back(std::move(open));
    return {};
}

Result<void> YamlBuilder::end(const YamlToken& token)
{
    Open open = std::move(m_open.back());
    m_open.pop_back();
    YamlNode& node = open.node;
    // The end mark of a block collection is where the next token begins, behind blank lines and comments.
    node.end = node.style == YamlStyle::flow || node.children.empty() ? token.end : node.children.back().end;
    if (node.kind == YamlKind::mapping)
        findDuplicates(node);
    if (!open.anchor.empty())
        settle(open.anchor, m_nodes - open.nodesBefore, m_bytes - open.bytesBefore, open.height);
    add(std::move(node), open.height);
    return {};
}

void YamlBuilder::add(YamlNode node, int height)
{
    if (m_open.empty()) {
        m_tree.root = std::move(node);
        return;
    }
    m_open.back().height = std::max(m_open.back().height, height + 1);
    m_open.back().node.children.push_back(std::move(node));
}

void YamlBuilder::findDuplicates(const YamlNode& mapping)
{
    // Sorting and not hashing: chosen keys cannot make it slow.
    std::vector<std::size_t> order(mapping.entryCount());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return mapping.key(a).text < mapping.key(b).text; });
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size() && m_tree.issues.size() < m_limits.issues; ++i) {
        const YamlNode& key = mapping.key(order[i]);
        const YamlNode& earlier = mapping.key(order[first]);
        if (key.text != earlier.text) {
            first = i;
            continue;
        }
        pipeline::Issue issue;
        issue.what = {"yaml.duplicate_key",
                      {{"key", key.text},
                       {"line", std::to_string(key.place.line)},
                       {"first", std::to_string(earlier.place.line)}}};
        issue.mend = {"yaml.duplicate_key.mend", {{"key", key.text}}};
        issue.path = key.text;
        issue.place = key.place;
        m_tree.issues.push_back(std::move(issue));
    }
}

} // namespace penstock::format
