#pragma once

#include "app/cli/console.h"
#include "core/pipeline/issue.h"

#include <string>

namespace penstock::cli {

// Each on lines of its own, then how many there are.
void tellIssues(Console& console, const std::string& file, const pipeline::Issues& issues);

// An owner's refusal: an invalid file comes with its issues, all of which are told.
void tellRefusal(Console& console, const std::string& file, const Error& error);

} // namespace penstock::cli
