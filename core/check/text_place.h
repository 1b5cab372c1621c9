#pragma once

#include "core/pipeline/source_map.h"

#include <cstddef>
#include <string_view>

namespace penstock::check {

// Where the byte `offset` of a scalar's value stands in the file (YAML 1.2, chapters 6 to 8: quoting, escapes, folding,
// block scalars). `spot` is the scalar's; `source` the whole text, or empty when it is not at hand: then the place is exact
// only for a scalar on one line, and its beginning otherwise.
pipeline::Place placeInText(std::string_view source, const pipeline::Spot& spot, std::string_view value, std::size_t offset);

} // namespace penstock::check
