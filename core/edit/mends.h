#pragma once

#include "core/edit/edit.h"
#include "core/edit/issue_path.h"
#include "core/pipeline/issue.h"

#include <optional>

namespace penstock::edit {

// What to do about an issue of this document, where only one thing can have been meant: a misspelled key or name, a value of the
// wrong type in an obvious form, a need that stands twice. Nothing where a person has to decide. The edit may be applied to this
// very document only. Pure; cheap enough to be asked for each line of a list.
std::optional<Edit> mendOf(const Document& document, const pipeline::Issue& issue);

} // namespace penstock::edit
