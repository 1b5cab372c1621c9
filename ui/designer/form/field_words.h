#pragma once

#include "core/format/yaml_tree.h"

#include <QString>

namespace penstock::designer {

// What a field is called and what it is for, by its path below a step or the document: "map.on_failure" may be called otherwise than
// any other "on_failure". Empty help: there is none.
QString fieldTitle(const format::YamlPath& below);
QString fieldHelp(const format::YamlPath& below);

} // namespace penstock::designer
