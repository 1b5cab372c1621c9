// What MLflow's REST API means here, over metrics.db.
#pragma once

#include "core/host/layout.h"
#include "core/host/tracker.h"
#include "core/tracking/mlflow_call.h"

namespace penstock::host {

// One call, within the transaction of the tracker, in its thread. What is refused is an answer; an error is one of the database,
// after which the transaction is undone.
Result<tracking::MlflowAnswer> handleMlflow(const tracking::MlflowCall& call, store::MetricDatabase& metrics,
                                            Tracker& tracker, const Layout& layout, const AttemptId& by, Instant now);

} // namespace penstock::host
