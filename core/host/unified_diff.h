#pragma once

#include <string>

namespace penstock::host {

// The lines in which two texts differ, as `git diff` prints them; empty when they are the same.
std::string unifiedDiff(const std::string& name, const std::string& before, const std::string& after);

} // namespace penstock::host
