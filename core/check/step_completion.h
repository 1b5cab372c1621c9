// What completions say of steps, and of which steps an expression may speak. For this folder only.
#pragma once

#include "core/check/facts.h"

#include <optional>

namespace penstock::check {

// By step: the step itself and all that come after it. A reference to one of them would make a circle.
std::vector<bool> laterThan(const Facts& facts, std::optional<std::size_t> self);

Message aboutStep(const pipeline::Step& step);

} // namespace penstock::check
