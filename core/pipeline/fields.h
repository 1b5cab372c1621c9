// The tables behind kinds.h, one file per noun; for this folder only. What is here is what may be written in a file.
#pragma once

#include "core/pipeline/kinds.h"

namespace penstock::pipeline {

std::span<const Field> retryFields();
std::span<const Field> commandFields();     // beside `run`
std::span<const Field> subPipelineFields(); // beside `pipeline`

extern const Field runField;
extern const Field chooseField;
extern const Field waitField;
extern const Field mapField; // of what can be mapped
extern const Field approveField;
extern const Field registerField;
extern const Field promoteField;
extern const Field pipelineField;
extern const Field placeholderField;
extern const Field endField;

} // namespace penstock::pipeline
