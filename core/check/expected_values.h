// Values that a path may have, as far as the document says: `choices` of a parameter, and of what a command writes to $PENSTOCK_OUTPUTS.
#pragma once

#include "core/check/facts.h"
#include "core/expression/comparisons.h"

#include <vector>

namespace penstock::check {

// Empty: any.
std::vector<Json> choicesOf(const Facts& facts, const expression::Reference& path);

// Those that no branch is for, where every branch compares the same path with values that are written out. Empty: there are none, or
// it cannot be said.
struct Unexpected {
    std::string path;
    std::vector<Json> values;
};
Unexpected unexpectedBy(const Facts& facts, const std::vector<pipeline::Branch>& branches);

std::string shownValues(const std::vector<Json>& values); // "ready, running"

} // namespace penstock::check
