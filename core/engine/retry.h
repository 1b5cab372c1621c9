#pragma once

#include "core/engine/state.h"

namespace penstock::engine {

// Whether another attempt follows this one. `on` knows "timeout", "lost", "signal", "exit N" and "failure" (all but lost);
// an empty list means "failure". What was cancelled, or refused before it began, is never tried again.
bool isRetried(const Run& run, const Instance& instance, const Outcome& outcome);

// delay * backoff^(attempt - 1), not over the maximum, moved by up to +-jitter of itself. The jitter is drawn from the
// attempt's identity, so that deciding stays a pure function and a replay comes to the same time.
Duration retryDelay(const pipeline::Retry& retry, const AttemptId& attempt);

// When all tries of a step together have taken as long as they may (`within`), counted from the plan of the first. Nothing: for ever.
std::optional<Instant> deadlineOf(const Run& run, const Instance& instance);
// How long an attempt that begins now may take: its timeout, and not beyond the deadline. 0: for ever; the deadline is
// over where deadlineOf() says so.
Duration timeLimit(const Run& run, const Instance& instance, Instant now);

const pipeline::Retry& retryOf(const Run& run, const Instance& instance); // the step's, else the document's default

} // namespace penstock::engine
