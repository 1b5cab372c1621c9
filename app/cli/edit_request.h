#pragma once

#include "app/cli/arguments.h"
#include "core/edit/edit.h"

namespace penstock::cli {

// What `penstock edit FILE …` asks for, as one edit of that document.
// Errors: invalid: an unknown verb, missing words, a VALUE that is no YAML; those of edit::LinkRules for what is connected.
Result<edit::Edit> editRequest(const Arguments& arguments, const edit::Document& document);

} // namespace penstock::cli
