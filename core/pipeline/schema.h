#pragma once

#include "core/base/json.h"

namespace penstock::pipeline {

// JSON Schema, draft 2020-12 (json-schema.org/draft/2020-12), of a pipeline file, made from the tables of kinds.h: for
// editors that complete and check YAML. It knows shapes, not meaning: names, expressions and graphs are core/check's.
Json schema();

} // namespace penstock::pipeline
