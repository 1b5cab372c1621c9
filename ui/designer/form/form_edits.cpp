#include "ui/designer/form/form_edits.h"

#include "core/edit/entry_order.h"
#include "core/edit/parameter_name.h"
#include "ui/designer/form/form_source.h"

namespace penstock::designer {

using edit::Edit;
using format::YamlPath;

std::vector<Edit> valueEdits(const Bases& bases, const YamlPath& below, const std::optional<format::YamlValue>& value)
{
    std::vector<Edit> edits;
    for (const YamlPath& base : bases) {
        const YamlPath path = FormSource::joined(base, below);
        edits.push_back(value ? Edit(edit::SetValue{path, *value}) : Edit(edit::RemoveValue{path}));
    }
    return edits;
}

std::vector<Edit> typedEdits(const FormSource& source, const YamlPath& below, const std::optional<format::YamlValue>& value)
{
    const auto shared = source.valueOf(below).shared;
    if (!shared || !value || !value->is_object())
        return valueEdits(source.bases(), below, value);
    std::vector<Edit> edits;
    for (const auto& [name, entry] : value->items()) {
        if (shared->contains(name) && shared->at(name) == entry)
            continue;
        for (Edit& edit : valueEdits(source.bases(), FormSource::joined(below, {name}), entry))
            edits.push_back(std::move(edit));
    }
    return edits;
}

std::vector<Edit> renameEdits(const edit::Document& document, const Bases& bases, const YamlPath& below, const std::string& from, const std::string& to)
{
    std::vector<Edit> edits;
    for (const YamlPath& base : bases) {
        YamlPath path = FormSource::joined(base, below);
        path.push_back(from);
        if (path.size() == 2 && path.front() == "parameters")
            edits.push_back(edit::renamedParameter(document, from, to));
        else if (below == YamlPath{"map", "over"})
            edits.push_back(edit::renamedItem(document, base.back(), from, to));
        else
            edits.emplace_back(edit::RenameKey{path, to});
    }
    return edits;
}

Result<Edit> moveEdit(const edit::Document& document, const YamlPath& base, const YamlPath& below, const std::string& entry, int by)
{
    return edit::movedEntry(document, FormSource::joined(base, below), entry, by);
}

QString applyToAll(PipelineEditor& editor, std::vector<Edit> edits)
{
    if (edits.empty())
        return {};
    if (edits.size() == 1)
        return editor.apply(edits.front());
    const std::string count = std::to_string(edits.size());
    return editor.apply(edit::Several{{"edit.change_steps", {{"count", count}}}, std::move(edits)});
}

} // namespace penstock::designer
