#pragma once

#include "core/edit/document.h"

#include <string>
#include <vector>

namespace penstock::edit {

// The steps of `after` that are not as they were in `before`: new, renamed, with other fields, or standing elsewhere. In the order
// of the file. What an undo has to show, so that nobody wonders what it did. Pure; time is about linear in the size of both.
std::vector<std::string> touched(const Document& before, const Document& after);

} // namespace penstock::edit
