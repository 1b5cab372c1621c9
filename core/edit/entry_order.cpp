#include "core/edit/entry_order.h"

#include "core/edit/patching.h"
#include "core/format/yaml_splice.h"

#include <algorithm>

namespace penstock::edit {

using format::YamlKind;
using format::YamlNode;
using format::YamlPath;
using format::YamlValue;

namespace {

std::size_t indexOf(const YamlNode& mapping, const std::string& key)
{
    std::size_t index = 0;
    while (index < mapping.entryCount() && mapping.key(index).text != key)
        ++index;
    return index;
}

// As whole lines, where it has its own.
std::vector<std::string> written(const format::YamlTree& tree, const YamlPath& entry)
{
    const auto lines = format::YamlSplice(tree, {}).linesOf(entry);
    if (!lines)
        return {};
    std::string text = tree.source.substr(lines->begin, lines->end - lines->begin);
    if (!text.ends_with('\n')) // the last line of the file
        text += '\n';
    return {std::move(text)};
}

} // namespace

Result<Edit> movedEntry(const Document& document, const YamlPath& mapping, const std::string& key, int by)
{
    const YamlNode* node = document.isEditable() ? document.read().tree->find(mapping) : nullptr;
    const std::size_t count = node && node->kind == YamlKind::mapping ? node->entryCount() : 0;
    const std::size_t from = count > 0 ? indexOf(*node, key) : 0;
    if (from >= count)
        return Error{ErrorCode::notFound, {"yaml.patch_missing", {{"path", key}}}, {}};
    YamlPath path = mapping;
    path.push_back(key);
    const auto to = static_cast<std::size_t>(std::clamp(static_cast<int>(from) + by, 0, static_cast<int>(count) - 1));
    const YamlValue members = YamlValue::object({{key, format::valueOf(node->value(from))}});
    const std::vector<std::string> lines = written(*document.read().tree, path);
    format::YamlPatch patch(*document.read().tree, layoutOf(document));
    if (to != from) {
        if (const auto removed = patch.removeEntries(mapping, {key}); !removed)
            return removed.error();
        if (const auto inserted = patch.insertEntries(mapping, to, members, lines); !inserted)
            return inserted.error();
    }
    auto tree = patch.finish();
    if (!tree)
        return tree.error();
    return Edit(Several{{"edit.move_entry", {{"what", key}}}, {ReplaceText{tree->source}}});
}

} // namespace penstock::edit
