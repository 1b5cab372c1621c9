// Steps that open a pipeline of their own, and items of a map that do.
#pragma once

#include "core/engine/cascade.h"

namespace penstock::engine {

// `id` is the instance of the step itself, or of the next item of the mapped step.
void openPipeline(Cascade& cascade, const Run& run, const Instance& step, const InstanceId& id);

// Everything in it has ended: so does the step, with what the document gives as outputs.
void closePipeline(Cascade& cascade, const Run& run, const Instance& instance);

// Ends all that has not begun in it and stops what runs: the step is no longer wanted.
void abandonPipeline(Cascade& cascade, const Run& run, const Instance& instance, const Message& why);

} // namespace penstock::engine
