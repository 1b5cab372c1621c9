#include "core/edit/issue_path.h"

#include <algorithm>
#include <string>

namespace penstock::edit {

using format::YamlNode;
using format::YamlPath;

namespace {

bool findPath(const YamlNode& node, std::string_view rest, YamlPath& path)
{
    if (rest.empty())
        return true;
    for (std::size_t i = 0; i < node.entryCount(); ++i) {
        const std::string key = node.kind == format::YamlKind::mapping ? node.key(i).text : std::to_string(i);
        if (key.empty() || !rest.starts_with(key) || (rest.size() > key.size() && rest[key.size()] != '.'))
            continue;
        path.push_back(key);
        if (findPath(node.value(i), rest.substr(std::min(rest.size(), key.size() + 1)), path))
            return true;
        path.pop_back();
    }
    // The only trigger of a list is spoken of without its index.
    if (node.kind == format::YamlKind::sequence && node.entryCount() == 1 && path == YamlPath{"on"}) {
        path.emplace_back("0");
        if (findPath(node.value(0), rest, path))
            return true;
        path.pop_back();
    }
    return false;
}

} // namespace

std::optional<YamlPath> pathOf(const Document& document, std::string_view path)
{
    YamlPath keys;
    if (!document.read().tree || !findPath(document.read().tree->root, path, keys))
        return std::nullopt;
    return keys;
}

} // namespace penstock::edit
