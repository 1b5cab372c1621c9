// Values as people also write them, in the one form of the file. For this folder only.
#pragma once

#include "core/format/yaml_scalar.h"

#include <optional>
#include <string_view>

namespace penstock::edit {

// `expected` is the id of the issue: "format.expects_boolean", …. Nothing where the value could mean several things: a duration
// without a unit, a number with a comma.
std::optional<format::YamlValue> obviousForm(std::string_view expected, std::string_view key, const format::YamlValue& value);

} // namespace penstock::edit
