// Patches of a document's text, for the edits of this folder only.
#pragma once

#include "core/edit/document.h"
#include "core/format/yaml_patch.h"

#include <string>
#include <utility>

namespace penstock::edit {

inline Error editError(ErrorCode code, std::string id, std::vector<std::pair<std::string, std::string>> arguments = {})
{
    return {code, {std::move(id), std::move(arguments)}, {}};
}

// How new parts are written: as the documentation does it, steps on one line where the file has them so.
format::YamlLayout layoutOf(const Document& document);

template <class Change>
Result<Document> patched(const Document& document, Change change, format::YamlLayout layout = {})
{
    if (!document.isEditable())
        return editError(ErrorCode::invalid, "edit.text_broken");
    format::YamlPatch patch(*document.read().tree, std::move(layout));
    if (const auto done = change(patch); !done)
        return done.error();
    auto tree = patch.finish();
    if (!tree)
        return tree.error();
    return Document(std::move(tree->source), document.layoutText());
}

Result<Document> withPositions(const Document& document, const format::NodePositions& positions);

// Sets a field of a step; a new one stands where core/pipeline/key_order.h has it.
Result<void> setField(format::YamlPatch& patch, const Document& document, const std::string& step, const std::string& key,
                      const format::YamlValue& value);
inline Result<void> removeField(format::YamlPatch& patch, const Document& document, const std::string& step, const std::string& key)
{
    const format::YamlPath path{"steps", step, key};
    return document.read().tree->find(path) ? patch.remove(path) : Result<void>();
}

} // namespace penstock::edit
