#pragma once

#include "core/pipeline/document.h"

namespace penstock::pipeline {

// Checks a value a person gave against type, choices and limits; text is converted ("1.5" for a number).
// Errors: invalid with "parameter.*" messages.
Result<Json> acceptParameter(const Parameter& parameter, const Json& value);
// All parameters with defaults filled in. Errors: unknown, missing or refused ones; the first is reported.
Result<Json> acceptParameters(const Pipeline& pipeline, const Json& given);

} // namespace penstock::pipeline
