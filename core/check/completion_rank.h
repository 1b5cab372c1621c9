// The order in which completions are offered. For this folder only.
#pragma once

#include "core/check/completion.h"

namespace penstock::check {

// Those that fit what was typed: first what begins with it, then what has a part that does, then what contains it.
std::vector<Completion> ranked(std::vector<Completion> items, const std::string& typed);

} // namespace penstock::check
