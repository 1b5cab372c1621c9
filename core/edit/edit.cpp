#include "core/edit/edit.h"

#include "core/format/yaml_patch.h"

namespace penstock::edit {

namespace {

std::string joined(const format::YamlPath& path)
{
    std::string text;
    for (const std::string& segment : path)
        text += (text.empty() ? "" : ".") + segment;
    return text;
}

// "steps.train.timeout" is known to people as "train.timeout".
std::string shown(const format::YamlPath& path)
{
    const bool isStep = path.size() > 1 && path.front() == "steps";
    return joined(isStep ? format::YamlPath(path.begin() + 1, path.end()) : path);
}

template <class Change>
Result<Document> patched(const Document& document, Change change)
{
    if (!document.isEditable())
        return Error{ErrorCode::invalid, {"edit.text_broken", {}}, {}};
    format::YamlPatch patch(*document.read().tree);
    if (const auto changed = change(patch); !changed)
        return changed.error();
    auto tree = patch.finish();
    if (!tree)
        return tree.error();
    return Document(std::move(tree->source), document.layoutText());
}

struct Applying {
    const Document& document;

    Result<Document> operator()(const SetValue& edit) const
    {
        return patched(document, [&](format::YamlPatch& patch) { return patch.set(edit.path, edit.value); });
    }
    Result<Document> operator()(const RemoveValue& edit) const
    {
        if (!document.isEditable() || !document.read().tree->find(edit.path))
            return document;
        return patched(document, [&](format::YamlPatch& patch) { return patch.remove(edit.path); });
    }
    Result<Document> operator()(const RenameKey& edit) const
    {
        return patched(document, [&](format::YamlPatch& patch) { return patch.rename(edit.path, edit.key); });
    }
    Result<Document> operator()(const ReplaceText& edit) const { return Document(edit.text, document.layoutText()); }
    Result<Document> operator()(const MoveNodes& edit) const
    {
        format::NodePositions positions = document.positions();
        for (const auto& [step, position] : edit.positions)
            positions.insert_or_assign(step, position);
        std::erase_if(positions, [&](const auto& entry) { return !document.pipeline().step(entry.first); });
        return withPositions(positions);
    }
    Result<Document> operator()(const ForgetPositions&) const { return withPositions({}); }

    Result<Document> withPositions(const format::NodePositions& positions) const
    {
        auto text = format::writeLayout(document.layoutText(), positions);
        if (!text)
            return text.error();
        return Document(document.text(), std::move(*text));
    }
};

} // namespace

Result<Document> apply(const Document& document, const Edit& edit) { return std::visit(Applying{document}, edit); }

Message nameOf(const Edit& edit)
{
    if (const auto* set = std::get_if<SetValue>(&edit))
        return {"edit.set", {{"what", shown(set->path)}}};
    if (const auto* removed = std::get_if<RemoveValue>(&edit))
        return {"edit.remove", {{"what", shown(removed->path)}}};
    if (const auto* renamed = std::get_if<RenameKey>(&edit))
        return {"edit.rename_key", {{"what", shown(renamed->path)}, {"key", renamed->key}}};
    if (std::holds_alternative<ReplaceText>(edit))
        return {"edit.text", {}};
    if (std::holds_alternative<MoveNodes>(edit))
        return {"edit.move", {}};
    return {"edit.layout", {}};
}

std::string mergeKeyOf(const Edit& edit) { return std::holds_alternative<ReplaceText>(edit) ? "text" : std::string(); }

} // namespace penstock::edit
