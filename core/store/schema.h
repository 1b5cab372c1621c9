// The shape of a database file, changed only by numbered steps.
#pragma once

#include "core/store/database.h"

#include <vector>

namespace penstock::store {

// Step n (from 1) takes a database from version n-1 to n within one transaction. A released step never changes.
using SchemaStep = Result<void> (*)(Database&);

struct Schema {
    std::int64_t applicationId = 0;
    std::vector<SchemaStep> steps;

    std::int64_t version() const { return static_cast<std::int64_t>(steps.size()); }
};

// state.db: the event log, the identity of the store, and losses that a person accepted.
const Schema& eventSchema();

// Before anything is written. Errors: corrupt (not this kind of file), unsupported (made by a newer version).
Result<void> checkSchema(Database& database, const Schema& schema);
// Each step is a transaction of its own: a crash leaves a version in between, from which the next start goes on.
Result<void> migrate(Database& database, const Schema& schema);

} // namespace penstock::store
