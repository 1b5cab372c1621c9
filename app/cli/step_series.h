// What the script of a step logged while it ran: series, parameters and tags.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/reading.h"
#include "core/base/json.h"
#include "core/tracking/logged.h"

#include <optional>

namespace penstock::cli {

struct StepSeries {
    std::optional<AttemptId> attempt; // that logged it, which may be that of another run
    tracking::Logged logged;
    bool withPoints = false; // else only the heads of the series
};

// Of the last try, or of the one that `--attempt` names; with points where `--metrics` asks for them. Errors: notFound, those of
// store::readLogged().
Result<StepSeries> readSeries(const Arguments& arguments, const RunReading& read, const engine::Instance& instance);

Json seriesJson(const StepSeries& series); // members beside those of the page of the step
void tellSeries(Console& console, const engine::Instance& instance, const StepSeries& series);
void tellPoints(Console& console, const StepSeries& series);

} // namespace penstock::cli
