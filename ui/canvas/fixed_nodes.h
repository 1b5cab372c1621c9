// Nodes that a person placed stay; the others keep their places relative to the nearest of them and make room.
#pragma once

#include "ui/canvas/layout.h"

namespace penstock::canvas::layered {

void placeAroundFixed(const LayoutInput& input, LayoutResult& result);

} // namespace penstock::canvas::layered
