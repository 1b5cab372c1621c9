#include "core/format/normal_flow.h"

#include <numeric>

namespace penstock::format {

namespace {

std::string_view writtenAs(std::string_view source, const YamlNode& node) { return source.substr(node.begin, node.end - node.begin); }

// Whether there is nothing but commas, colons and blanks between the parts.
bool isBare(std::string_view source, const YamlNode& node)
{
    std::size_t at = node.content + 1;
    for (const YamlNode& child : node.children) {
        if (child.isAbsent() || source.substr(at, child.begin - at).find_first_not_of(",: \t\n") != std::string_view::npos)
            return false;
        at = child.end;
    }
    return source.substr(at, node.end - 1 - at).find_first_not_of(", \t\n") == std::string_view::npos;
}

std::optional<std::string> part(std::string_view source, const YamlNode& node, bool isKey)
{
    if (node.kind == YamlKind::scalar || node.isAlias) {
        if (writtenAs(source, node).find('\n') != std::string_view::npos)
            return std::nullopt;
        return normalScalar(source, node, YamlContext::flow, isKey);
    }
    std::vector<std::size_t> order(node.entryCount());
    std::iota(order.begin(), order.end(), std::size_t{0});
    return normalFlow(source, node, order);
}

} // namespace

std::string normalScalar(std::string_view source, const YamlNode& node, YamlContext context, bool isKey)
{
    std::string written(writtenAs(source, node));
    if (node.begin != node.content || node.isAlias || !node.isQuoted())
        return written;
    std::string plain = isKey ? keyText(node.text, YamlStyle::plain, context)
                              : scalarText(YamlValue(node.text), YamlStyle::plain, context);
    return plain.starts_with('"') ? written : plain;
}

std::optional<std::string> normalFlow(std::string_view source, const YamlNode& node, const std::vector<std::size_t>& order)
{
    const bool isMapping = node.kind == YamlKind::mapping;
    // A pair in a list, [a: 1], is a mapping without braces.
    if (node.begin != node.content || source[node.content] != (isMapping ? '{' : '[') || !isBare(source, node))
        return std::nullopt;
    std::string text;
    for (const std::size_t entry : order) {
        text += text.empty() ? "" : ", ";
        if (isMapping) {
            const auto key = part(source, node.key(entry), true);
            if (!key)
                return std::nullopt;
            text += *key;
            // "*a:" would be an alias with a colon in its name.
            text += node.key(entry).isAlias ? " : " : ": ";
        }
        const auto value = part(source, node.value(entry), false);
        if (!value)
            return std::nullopt;
        text += *value;
    }
    return isMapping ? '{' + text + '}' : '[' + text + ']';
}

} // namespace penstock::format
