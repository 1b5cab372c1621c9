#pragma once

#include <string>

namespace penstock::host {

// Whether a pattern of `code:` names a file. Both are relative, with `/` between the parts: `*`, `?` and `[…]` stand for
// something within a part, `**` for any number of parts; a pattern that names a folder names all that is below it.
bool matchesGlob(const std::string& pattern, const std::string& path);

// The folder below which everything lies that a pattern can name: "lib" of "lib/**/*.py"; of a pattern without wildcards
// the pattern itself.
std::string fixedPart(const std::string& pattern);

} // namespace penstock::host
