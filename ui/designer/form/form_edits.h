#pragma once

#include "ui/designer/pipeline_editor.h"

#include <vector>

namespace penstock::designer {

class FormSource;

// What is done in a form, as edits of the steps that it is for: one for each base, {"steps", "train"}; `below` is the path below it.
using Bases = std::vector<format::YamlPath>;
std::vector<edit::Edit> valueEdits(const Bases& bases, const format::YamlPath& below, const std::optional<format::YamlValue>& value);
// Of what is typed: where mappings of several steps differ, only the entries that are not shared.
std::vector<edit::Edit> typedEdits(const FormSource& source, const format::YamlPath& below, const std::optional<format::YamlValue>& value);
// Of an entry of a mapping. What speaks of a parameter, or of an item of a map, follows its name.
std::vector<edit::Edit> renameEdits(const edit::Document& document, const Bases& bases, const format::YamlPath& below, const std::string& from, const std::string& to);
// What comes of it is the text of the whole document: of one step only.
Result<edit::Edit> moveEdit(const edit::Document& document, const format::YamlPath& base, const format::YamlPath& below, const std::string& entry, int by);

// The same change of a field in one step or in several, as one step of undo. A sentence for people; empty when all is well.
QString applyToAll(PipelineEditor& editor, std::vector<edit::Edit> edits);

} // namespace penstock::designer
