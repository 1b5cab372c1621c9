// A second opinion on what a text means: yaml-cpp's.
#pragma once

#include "core/format/yaml_scalar.h"

#include <string>

namespace penstock::format {

// Structure, quotes, escapes and folds are read by yaml-cpp. Fails the test when it cannot read the text.
YamlValue oracleValue(const std::string& text);

} // namespace penstock::format
