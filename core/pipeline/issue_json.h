#pragma once

#include "core/pipeline/issue.h"

namespace penstock::pipeline {

// [{severity, what: {id, arguments}, mend: {…}|null, path, line, column}] as the API and `validate --json` give it.
Json toJson(const Issues& issues);
// Passes over entries that it cannot read.
Issues issuesFromJson(const Json& json);

const char* name(Severity severity); // error, notYet, warning

} // namespace penstock::pipeline
