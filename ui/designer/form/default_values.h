#pragma once

#include "core/format/yaml_scalar.h"

#include <functional>

class QLineEdit;

namespace penstock::designer {

// Offers in the field what the default of a parameter may be: one of its choices, or of the two values of a boolean.
void offerDefaults(QLineEdit* field, std::function<format::YamlValue()> parameter);

} // namespace penstock::designer
