// Paths into a tree as they are put together and told; for this folder only.
#pragma once

#include "core/format/yaml_tree.h"

#include <string>

namespace penstock::format {

YamlPath extended(YamlPath path, std::string segment);
YamlPath parentOf(const YamlPath& path); // which must not be empty

// "steps.train.needs.0".
std::string shown(const YamlPath& path);

// With the argument "path".
Error pathError(ErrorCode code, std::string id, const YamlPath& path);

} // namespace penstock::format
