#pragma once

#include "core/format/yaml_scalar.h"
#include "core/pipeline/kinds.h"

#include <map>
#include <string>
#include <string_view>

namespace penstock::designer {

// What the cells of a row hold, by key; without those that are not set.
using Cells = std::map<std::string, format::YamlValue>;

Cells cellsOf(pipeline::FieldType type, const format::YamlValue& entry);
// `before` is what the entry was; null for a new one. What it has beside its cells stays.
format::YamlValue entryOf(pipeline::FieldType type, const Cells& cells, const format::YamlValue& before);
// The cell is written: those that cannot stand beside it go.
void dropRivals(pipeline::FieldType type, const std::string& key, Cells& cells);
// The key of the cell that an entry which is no mapping is short for; empty: there is none.
std::string_view shortKey(pipeline::FieldType type);
// An entry of a mapping that stands in a cell keeps its place.
format::YamlValue withKeyRenamed(const format::YamlValue& mapping, const std::string& from, const std::string& to);

} // namespace penstock::designer
