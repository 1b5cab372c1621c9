// What stands below the roots of an expression: the words that the rules accept and that completion offers.
#pragma once

#include "core/pipeline/document.h"

#include <string>
#include <vector>

namespace penstock::check {

std::vector<std::string> membersOf(const pipeline::Step& step); // of steps.NAME
const std::vector<std::string>& runMembers();
const std::vector<std::string>& productionMembers();

} // namespace penstock::check
