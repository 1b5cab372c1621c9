#pragma once

#include "core/edit/edit.h"

#include <string>

namespace penstock::edit {

// An entry of a mapping at another place among its neighbours, with the comments that stand above and behind it. One step of undo.
// `by`: so many places later, or earlier; beyond the end is the end. Errors: notFound when there is no such entry; those of
// format::YamlPatch.
Result<Edit> movedEntry(const Document& document, const format::YamlPath& mapping, const std::string& key, int by);

} // namespace penstock::edit
