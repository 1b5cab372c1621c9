// A run's attempts as bars: a pure function of the state, and the scale they are drawn in.
#pragma once

#include "core/engine/state.h"
#include "ui/theme/mark.h"

#include <QString>

#include <optional>
#include <vector>

namespace penstock::runs {

// Times are since the run's start.
struct TimelineBar {
    Duration from{}, to{};
    theme::Mark mark = theme::Mark::running;

    bool operator==(const TimelineBar&) const = default;
};

struct TimelineRow {
    InstanceId id;
    QString title;
    theme::Mark mark = theme::Mark::pending;
    std::optional<TimelineBar> wait; // from ready to the first attempt, or the time a person took
    std::vector<TimelineBar> bars;
    bool isWaitingNow = false; // ready, but without a slot or path

    bool operator==(const TimelineRow&) const = default;
};

std::vector<TimelineRow> timelineRows(const engine::Run& run, Instant now);

// A step of the scale, so that at most `most` of them fit into `span`: 1, 2, 5, 10, 20, 30 s, 1, 2, 5 … min, h, d.
Duration tickStep(Duration span, int most);
QString tickText(Duration at); // "1:20", "2:03:00"

} // namespace penstock::runs
