#include "core/edit/edit.h"

#include "core/edit/links.h"
#include "core/edit/patching.h"
#include "core/edit/steps.h"
#include "core/pipeline/drawn.h"

namespace penstock::edit {

namespace {

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
        std::erase_if(positions, [&](const auto& entry) { return !document.pipeline().step(entry.first) && !pipeline::isNoteNode(document.pipeline().notes, entry.first); });
        return withLayout(positions);
    }
    Result<Document> operator()(const ForgetPositions&) const { return withLayout({}); }
    Result<Document> operator()(const AddSteps& edit) const { return add(document, edit); }
    Result<Document> operator()(const RemoveSteps& edit) const { return remove(document, edit); }
    Result<Document> operator()(const RenameStep& edit) const { return rename(document, edit); }
    Result<Document> operator()(const Connect& edit) const { return connect(document, edit.link); }
    Result<Document> operator()(const Disconnect& edit) const { return disconnect(document, edit.link); }
    Result<Document> operator()(const Reconnect& edit) const { return reconnect(document, edit); }
    Result<Document> operator()(const SetEnabled& edit) const { return enable(document, edit); }
    Result<Document> operator()(const Several& several) const
    {
        Result<Document> now = document;
        for (std::size_t i = 0; now && i < several.edits.size(); ++i)
            now = edit::apply(*now, several.edits[i]);
        return now;
    }

    Result<Document> withLayout(const format::NodePositions& positions) const
    {
        auto text = format::writeLayout(document.layoutText(), positions);
        if (!text)
            return text.error();
        return document.withLayout(std::move(*text));
    }
};

} // namespace

Result<Document> apply(const Document& document, const Edit& edit) { return std::visit(Applying{document}, edit); }

} // namespace penstock::edit
