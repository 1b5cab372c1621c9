#pragma once

#include "core/pipeline/kinds.h"

#include <string_view>
#include <vector>

namespace penstock::pipeline {

// The keys of a step in the order in which they are best read: what all steps have, what the step is, its further keys.
std::vector<std::string_view> keyOrder(const KindDescription& kind);
// The same of any of the tables: documentFields(), parameterFields(), ...
std::vector<std::string_view> keyOrder(std::span<const Field> fields);

} // namespace penstock::pipeline
