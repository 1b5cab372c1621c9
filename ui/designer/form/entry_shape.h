#pragma once

#include "core/format/yaml_scalar.h"
#include "core/pipeline/kinds.h"

#include <string>
#include <string_view>
#include <vector>

namespace penstock::designer {

// How the entries of a structured field are edited in rows of cells: what an entry is made of (entry_cells.h: and how cells become one).
struct EntryShape {
    enum class Form { mapping, list, texts }; // names to entries; entries; names or texts alone

    struct Cell {
        pipeline::Field field;  // the key "" is the name of the entry
        int line = 0;           // within the row
        int stretch = 1;
        std::string_view title; // message id of what stands in an empty one
        bool hasCaption = false; // the title stands above it
    };

    Form form = Form::mapping;
    std::vector<Cell> cells;
    bool isOrdered = false;  // the order means something: entries can be moved
    int firstRareLine = 100; // from this line on cells are shown when they are set, or asked for
    std::string_view rareTitle = {}; // message id of what is asked for then
};

EntryShape shapeOf(const pipeline::Field& field);

// The entries of a whole field, with their names where they have some; one trigger that stands alone is a list of one.
std::vector<std::pair<std::string, format::YamlValue>> entriesOf(const pipeline::Field& field, const format::YamlValue& value);
// And back. `before` decides between forms that mean the same. Null: there are none, the key goes.
format::YamlValue valueOf(const pipeline::Field& field, const std::vector<std::pair<std::string, format::YamlValue>>& entries, const format::YamlValue& before);

} // namespace penstock::designer
