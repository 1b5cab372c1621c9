// Which of many words are meant by what is typed so far. For this folder only.
#pragma once

#include "core/check/completion.h"

#include <string>
#include <vector>

namespace penstock::check {

// Those that fit, the best ones first; equally good ones keep their order.
std::vector<Completion> ranked(std::vector<Completion> items, const std::string& typed);

} // namespace penstock::check
