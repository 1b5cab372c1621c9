// Where a pipeline speaks of its steps: as names (`needs`, branches, routes, frames) and inside expressions. For this folder only.
#pragma once

#include "core/edit/document.h"
#include "core/expression/reference.h"
#include "core/format/yaml_scalar.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::edit {

enum class TextRole { text, condition, stepName };

// What a scalar at a path of a pipeline file is.
TextRole roleOf(const format::YamlPath& path);

// What to write for a reference that is written `spelled`; nothing: it stays.
using Rewrite = std::function<std::optional<std::string>(const expression::Reference& reference, std::string_view spelled)>;

// All paths in the expressions of a text; what cannot be parsed has none. Offsets are into the text.
std::vector<expression::Reference> referencesIn(std::string_view text, TextRole role);
std::string rewritten(std::string_view text, TextRole role, const Rewrite& rewrite);

using Renames = std::map<std::string, std::string, std::less<>>; // old name -> new name

// `steps.train.outputs.model` with another step.
std::string withStep(std::string_view spelled, std::string_view name);
Rewrite renaming(const Renames& names);

// How texts and names change, all at once.
struct Changes {
    Renames names;   // of steps, wherever they stand as names or keys
    Rewrite rewrite; // of expressions
};

// A value as it stands at `path`, with the changes made in it.
format::YamlValue changed(const format::YamlValue& value, const format::YamlPath& path, const Changes& changes);

// A value as it stands at `path`, with other names in the lists of steps in it: each becomes those that are given for it.
using Substitutes = std::map<std::string, std::vector<std::string>, std::less<>>;
format::YamlValue withNames(const format::YamlValue& value, const format::YamlPath& path, const Substitutes& names);
// The same for one list.
std::vector<std::string> withNames(const std::vector<std::string>& list, const Substitutes& names);

// The document with the changes made everywhere, each in its place: quotes, folds and comments stay. An anchor's text changes
// for all that use it. Errors: invalid ("yaml.patch_failed") when the text would mean something else.
Result<Document> changed(const Document& document, const Changes& changes);

} // namespace penstock::edit
