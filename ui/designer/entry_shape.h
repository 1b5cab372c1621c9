#pragma once

#include "core/format/yaml_scalar.h"
#include "core/pipeline/kinds.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::designer {

// How the entries of a structured field are edited in rows of cells: what an entry is made of, and how cells become one again.
// What an entry has beside its cells stays.
struct EntryShape {
    enum class Form { mapping, list, texts }; // names to entries; entries; names or texts alone

    struct Cell {
        pipeline::Field field;  // the key "" is the name of the entry
        int line = 0;           // within the row
        int stretch = 1;
        std::string_view title; // message id of what stands in an empty one
    };

    Form form = Form::mapping;
    std::vector<Cell> cells;
    bool isOrdered = false;  // the order means something: entries can be moved
    int firstRareLine = 100; // from this line on cells are shown when they are set, or asked for
};

EntryShape shapeOf(const pipeline::Field& field);

using Cells = std::map<std::string, format::YamlValue>; // by key; without those that are not set

Cells cellsOf(pipeline::FieldType type, const format::YamlValue& entry);
// `before` is what the entry was; null for a new one.
format::YamlValue entryOf(pipeline::FieldType type, const Cells& cells, const format::YamlValue& before);

// The entries of a whole field, with their names where they have some; one trigger that stands alone is a list of one.
std::vector<std::pair<std::string, format::YamlValue>> entriesOf(const pipeline::Field& field, const format::YamlValue& value);
// And back. `before` decides between forms that mean the same. Null: there are none, the key goes.
format::YamlValue valueOf(const pipeline::Field& field, const std::vector<std::pair<std::string, format::YamlValue>>& entries, const format::YamlValue& before);

} // namespace penstock::designer
