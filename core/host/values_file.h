// What a step writes to $PENSTOCK_OUTPUTS: one value a line, `key=text` or `key:=JSON` (docs/formats.md). Pure.
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/pipeline/document.h"

namespace penstock::host {

// Later lines win. Errors: invalid with the line ("values.*"): too large, no name, bad JSON.
Result<Json> parseValues(std::string_view text);

// Errors: invalid when a declared value is missing or is none of its choices.
Result<void> checkValues(const Json& values, const pipeline::Named<pipeline::ValueDeclaration>& declared);

} // namespace penstock::host
