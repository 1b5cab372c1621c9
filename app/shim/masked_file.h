#pragma once

#include "core/platform/mask_filter.h"

#include <string>
#include <vector>

namespace penstock::shim {

// Replaces the masks in a file that a step has written, or in all files of a folder; nothing else writes there any more. A file that cannot be rewritten
// is removed: whoever waits for it says that it is missing. What is no regular file is left alone; nobody reads it.
void maskFiles(const std::string& path, const std::vector<std::string>& masks, platform::MaskFilter::Length length);

} // namespace penstock::shim
