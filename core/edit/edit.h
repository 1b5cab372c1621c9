#pragma once

#include "core/edit/document.h"
#include "core/format/yaml_scalar.h"

#include <string>
#include <variant>
#include <vector>

namespace penstock::edit {

// What a person can do to a document; each is one step of undo. Paths are keys from the root: {"steps", "train", "timeout"}.
struct SetValue {
    format::YamlPath path;
    format::YamlValue value;
};
struct RemoveValue {
    format::YamlPath path;
};
struct RenameKey { // of a mapping; the entry stays where it is
    format::YamlPath path;
    std::string key;
};
struct ReplaceText { // typed into the text itself
    std::string text;
};
struct MoveNodes {
    format::NodePositions positions; // of those that moved
};
struct ForgetPositions {}; // all nodes are laid out anew

using Edit = std::variant<SetValue, RemoveValue, RenameKey, ReplaceText, MoveNodes, ForgetPositions>;

// The document after the edit. Errors: those of format::YamlPatch; invalid ("edit.text_broken") when the text cannot be
// patched because it is no YAML at the moment. The old document stays as it is.
Result<Document> apply(const Document& document, const Edit& edit);

// What the edit is called in menus: "edit.set" with the argument "what".
Message nameOf(const Edit& edit);
// Consecutive edits with the same key are one step of undo while a gesture goes on (typing); empty: never.
std::string mergeKeyOf(const Edit& edit);

} // namespace penstock::edit
