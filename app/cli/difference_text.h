#pragma once

#include "app/cli/console.h"
#include "core/edit/difference.h"

namespace penstock::cli {

void tellDifference(Console& console, const edit::Difference& difference);
Json toJson(const edit::Difference& difference); // docs/formats.md

} // namespace penstock::cli
