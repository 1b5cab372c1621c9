// One step of a run with all that is known of it: attempts, what it made, its values with their types, its tests case by case.
#pragma once

#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "core/base/json.h"

namespace penstock::cli {

void tellStep(Console& console, const RunReading& read, const engine::Instance& instance);
Json pageJson(const RunReading& read, const engine::Instance& instance);

} // namespace penstock::cli
