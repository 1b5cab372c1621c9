#include "ui/runs/timeline_rows.h"

#include "ui/models/run_graph.h"
#include "ui/models/state_words.h"

#include <array>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;
using engine::Attempt;
using engine::InstanceState;

namespace {

bool wasWaitedFor(const engine::Run& run, const engine::Instance& instance)
{
    return std::holds_alternative<pipeline::Approve>(run.step(instance).body);
}

} // namespace

std::vector<TimelineRow> timelineRows(const engine::Run& run, Instant now)
{
    std::vector<TimelineRow> rows;
    rows.reserve(run.instances.size());
    const auto since = [&](Instant at) { return std::max(Duration{}, at - run.createdAt); };
    for (const engine::Instance& instance : run.instances) {
        TimelineRow row{instance.id, models::titleOf(run.step(instance), instance.id), models::markOf(instance), {}, {}, false};
        const bool began = instance.readyAt != Instant{};
        const Instant ended = instance.endedAt == Instant{} ? now : instance.endedAt;
        for (const Attempt& attempt : instance.attempts) {
            const Instant until = attempt.phase == Attempt::Phase::ended ? attempt.endedAt : now;
            row.bars.push_back({since(attempt.plannedAt), since(until), models::markOf(attempt)});
        }
        if (began && wasWaitedFor(run, instance))
            row.wait = TimelineBar{since(instance.readyAt), since(ended), theme::Mark::waitingForPerson};
        else if (began && !row.bars.empty() && since(instance.readyAt) < row.bars.front().from)
            row.wait = TimelineBar{since(instance.readyAt), row.bars.front().from, theme::Mark::pending};
        else if (began && row.bars.empty() && instance.state == InstanceState::ready)
            row.wait = TimelineBar{since(instance.readyAt), since(now), theme::Mark::pending};
        else if (began && row.bars.empty())
            row.bars.push_back({since(instance.readyAt), since(ended), row.mark}); // the registry was at work
        row.isWaitingNow = instance.state == InstanceState::ready;
        rows.push_back(std::move(row));
    }
    return rows;
}

Duration tickStep(Duration span, int most)
{
    constexpr std::int64_t second = 1000;
    constexpr std::int64_t minute = 60 * second;
    constexpr std::int64_t hour = 60 * minute;
    constexpr std::int64_t day = 24 * hour;
    constexpr std::array steps{second / 10, second / 5, second / 2, second,     2 * second, 5 * second, 10 * second, 20 * second, 30 * second,
                               minute,      2 * minute, 5 * minute, 10 * minute, 20 * minute, 30 * minute, hour,      2 * hour,   4 * hour,
                               12 * hour,   day,        2 * day,    7 * day,    30 * day};
    for (const std::int64_t step : steps) {
        if (span.count() / step <= most)
            return Duration(step);
    }
    return Duration(steps.back());
}

QString tickText(Duration at)
{
    const qint64 seconds = at.count() / 1000;
    const auto padded = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    if (at.count() % 1000 != 0)
        return u"%1:%2.%3"_s.arg(seconds / 60).arg(padded(seconds % 60)).arg(at.count() % 1000 / 100);
    if (seconds < 3600)
        return u"%1:%2"_s.arg(seconds / 60).arg(padded(seconds % 60));
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(padded(seconds / 60 % 60), padded(seconds % 60));
}

} // namespace penstock::runs
