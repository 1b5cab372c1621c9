#pragma once

#include "core/edit/edit.h"

#include <string>

namespace penstock::edit {

// The parameter with another name, and everything that speaks of it as `params.FROM`: expressions, and what triggers give it. One step
// of undo.
Edit renamedParameter(const Document& document, const std::string& from, const std::string& to);
// The same for a name that a map of the step goes over, and `item.FROM` in its texts.
Edit renamedItem(const Document& document, const std::string& step, const std::string& from, const std::string& to);

} // namespace penstock::edit
