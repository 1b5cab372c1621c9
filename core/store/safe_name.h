#pragma once

#include <string>
#include <string_view>

namespace penstock::store {

// One file name for any text: letters, digits, '.', '_', '-' and '+' stand for themselves, everything else (and a dot
// at the start) becomes %XX; names that would be too long are cut and end in a digest. Different texts give different
// names.
std::string safeName(std::string_view text);

} // namespace penstock::store
