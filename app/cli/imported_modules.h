#pragma once

#include <string>
#include <vector>

namespace penstock::cli {

// Top-level modules that the Python files at the top of a workspace import, without those that are files of it. Read
// from the text of at most 100 files, so a module that is imported in an unusual way is not among them. Sorted.
std::vector<std::string> importedModules(const std::string& workspace);

} // namespace penstock::cli
