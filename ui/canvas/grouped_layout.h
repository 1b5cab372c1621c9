// Groups are laid out by themselves first, then stand in the whole as one large node each.
#pragma once

#include "ui/canvas/layout.h"

namespace penstock::canvas::layered {

bool hasGroups(const LayoutInput& input);
std::optional<LayoutResult> layoutGrouped(const LayoutInput& input, const std::atomic<bool>& stop);

} // namespace penstock::canvas::layered
