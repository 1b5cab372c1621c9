// metrics.db: what scripts logged (docs/formats.md). Facts of runs are in state.db; this file may lose its newest
// second when the machine goes down, and begins anew when it is damaged.
#pragma once

#include "core/store/schema.h"

#include <string>

namespace penstock::store {

const Schema& metricSchema();
std::string metricFile(const std::string& stateFolder);

// NaN has no place in a column of SQLite: such a point has the value 0 and the mark 1.
double valueFrom(double stored, std::int64_t nan);

} // namespace penstock::store
