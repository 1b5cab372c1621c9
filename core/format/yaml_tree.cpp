#include "core/format/yaml_tree.h"

#include <charconv>

namespace penstock::format {

namespace {

int numberIn(const Error& error, std::string_view argument)
{
    int number = 0;
    for (const auto& [name, value] : error.message.arguments) {
        if (name == argument)
            std::from_chars(value.data(), value.data() + value.size(), number);
    }
    return number;
}

} // namespace

const YamlNode* YamlNode::member(std::string_view name) const
{
    for (std::size_t i = 0; kind == YamlKind::mapping && i < entryCount(); ++i) {
        if (key(i).text == name)
            return &value(i);
    }
    return nullptr;
}

const YamlNode* YamlNode::child(std::string_view segment) const
{
    if (kind != YamlKind::sequence)
        return member(segment);
    std::size_t index = 0;
    const char* last = segment.data() + segment.size();
    const auto [stop, error] = std::from_chars(segment.data(), last, index);
    return error == std::errc() && stop == last && index < children.size() ? &children[index] : nullptr;
}

const YamlNode* YamlTree::find(const YamlPath& path) const
{
    const YamlNode* node = &root;
    for (const std::string& segment : path) {
        node = node->child(segment);
        if (!node)
            return nullptr;
    }
    return node;
}

Place placeOf(const Error& error) { return {numberIn(error, "line"), numberIn(error, "column")}; }

} // namespace penstock::format
