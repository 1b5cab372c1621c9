#pragma once

#include "core/format/yaml_scalar.h"

namespace penstock::format {

// As ==, but a value that is not a number equals itself, an integer is no double, and the order of members counts.
bool sameMeaning(const YamlValue& a, const YamlValue& b);

} // namespace penstock::format
