#include "ui/designer/form/item_text.h"

#include "core/format/yaml_emit.h"
#include "core/format/yaml_tree.h"

namespace penstock::designer {

using format::YamlValue;

std::string itemText(const YamlValue& item)
{
    if (item.is_primitive() && !(item.is_string() && item.get_ref<const std::string&>().find('\n') != std::string::npos))
        return format::scalarText(item, format::YamlStyle::plain, format::YamlContext::flow);
    if (item.is_string())
        return item.dump(); // as JSON, which is YAML of one line
    std::string text;
    for (const auto& [key, value] : item.items()) {
        text.append(text.empty() ? "" : ", ");
        if (item.is_object())
            text.append(format::keyText(key, format::YamlStyle::plain, format::YamlContext::flow)).append(": ");
        text.append(itemText(value));
    }
    return item.is_object() ? '{' + text + '}' : '[' + text + ']';
}

std::string itemsText(const YamlValue& list)
{
    std::string text;
    for (const YamlValue& item : list)
        text.append(text.empty() ? "" : ", ").append(itemText(item));
    return text;
}

std::optional<YamlValue> itemsOf(const std::string& text)
{
    const auto tree = format::readYaml('[' + text + ']');
    if (!tree || !tree->issues.empty() || tree->root.kind != format::YamlKind::sequence)
        return std::nullopt;
    return format::valueOf(tree->root);
}

} // namespace penstock::designer
