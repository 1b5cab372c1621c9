#pragma once

#include "core/edit/document.h"
#include "core/edit/link.h"
#include "core/format/yaml_scalar.h"

#include <optional>
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

struct NewStep {
    std::string name;
    format::YamlValue step; // what stands under the name
    std::optional<format::NodePosition> position = {};
    std::string written = {}; // whole lines as they stand elsewhere, comments included; used where they mean `step`
};
struct AddSteps {
    std::vector<NewStep> steps;
    std::string after = {}; // written behind this step; at the end when it is empty or unknown
};
struct RemoveSteps { // what speaks of them in `needs`, branches, routes, inputs and frames goes too
    std::vector<std::string> steps;
    bool heal = false; // what came before is linked to what came after
};
struct RenameStep { // everything that speaks of it follows
    std::string from, to;
};
struct Connect {
    Link link;
};
struct Disconnect {
    Link link;
};
struct Reconnect { // one end of an edge moved, or both
    Link from, to;
};
struct SetEnabled {
    std::vector<std::string> steps;
    bool enabled = true;
};
struct Several;

using Edit = std::variant<SetValue, RemoveValue, RenameKey, ReplaceText, MoveNodes, ForgetPositions, AddSteps, RemoveSteps, RenameStep, Connect,
                          Disconnect, Reconnect, SetEnabled, Several>;

struct Several { // one gesture: one step of undo, all or nothing
    Message name;
    std::vector<Edit> edits;
};

// The document after the edit. Every byte that the edit does not concern stays. Errors: those of format::YamlPatch; invalid
// ("edit.text_broken") when the text cannot be patched because it is no YAML at the moment; "edit.*" sentences that say why
// a step or link cannot be changed so. The old document stays as it is. Whether a link makes sense is asked of LinkRules;
// an edit only refuses what it cannot write.
Result<Document> apply(const Document& document, const Edit& edit);

// What the edit is called in menus: "Add train", "Connect prepare to train".
Message nameOf(const Edit& edit);
// Consecutive edits with the same key are one step of undo while a gesture goes on (typing); empty: never.
std::string mergeKeyOf(const Edit& edit);

} // namespace penstock::edit
