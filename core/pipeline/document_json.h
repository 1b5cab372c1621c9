#pragma once

#include "core/pipeline/document.h"

namespace penstock::pipeline {

// A lossless JSON form: the document as it is frozen into events. Errors: invalid.
Json toJson(const Pipeline& pipeline);
Result<Pipeline> pipelineFromJson(const Json& json);

} // namespace penstock::pipeline
