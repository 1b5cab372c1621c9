#pragma once

#include "core/base/result.h"

#include <string>

namespace penstock::store {

// Removes a file, a link (never what it leads to) or a folder with all that is in it, read-only folders as well. Fine
// when nothing stands there.
Result<void> removeTree(const std::string& path);

// Puts `fresh` (a sibling on the same file system) in the place of what stands at `path`, if anything, and removes
// that. Where the system can exchange names there is no moment without either.
Result<void> replaceTree(const std::string& fresh, const std::string& path);

} // namespace penstock::store
