#include "core/tracking/comparison.h"

#include <algorithm>
#include <set>

namespace penstock::tracking {

namespace {

std::set<std::string> namesOf(const std::vector<ComparedRun>& runs, Json ComparedRun::*object)
{
    std::set<std::string> names;
    for (const ComparedRun& run : runs) {
        for (const auto& item : (run.*object).items())
            names.insert(item.key());
    }
    return names;
}

ParameterRow parameterRow(const std::vector<ComparedRun>& runs, const std::string& name)
{
    ParameterRow row{name, {}, false};
    for (const ComparedRun& run : runs) {
        const auto found = run.parameters.find(name);
        row.values.push_back(found == run.parameters.end() ? std::nullopt : std::optional<Json>(*found));
        row.differs = row.differs || row.values.back() != row.values.front();
    }
    return row;
}

std::optional<double> numberAt(const Json& metrics, const std::string& name)
{
    const Json& value = memberAt(metrics, name.c_str());
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

std::optional<std::size_t> bestOf(const ComparedMetric& metric)
{
    std::optional<std::size_t> best;
    bool differ = false;
    for (std::size_t run = 0; run < metric.cells.size(); ++run) {
        if (!metric.cells[run].value)
            continue;
        if (!best) {
            best = run;
            continue;
        }
        const int said = verdict(metric.direction, *metric.cells[run].value, *metric.cells[*best].value);
        differ = differ || said != 0;
        if (said > 0)
            best = run;
    }
    return differ ? best : std::nullopt;
}

void judge(ComparedMetric& metric, std::size_t baseline, double base)
{
    for (std::size_t run = 0; run < metric.cells.size(); ++run) {
        MetricCell& cell = metric.cells[run];
        if (!cell.value || run == baseline)
            continue;
        cell.delta = *cell.value - base;
        cell.verdict = verdict(metric.direction, *cell.value, base);
    }
}

ComparedMetric metricRow(const std::vector<ComparedRun>& runs, const std::string& name, std::optional<std::size_t> baseline,
                         const Directions& directions)
{
    ComparedMetric metric{name, directions.of(name), {}, {}};
    for (const ComparedRun& run : runs)
        metric.cells.push_back({numberAt(run.metrics, name), {}, 0});
    if (baseline && metric.cells[*baseline].value)
        judge(metric, *baseline, *metric.cells[*baseline].value);
    metric.best = bestOf(metric);
    return metric;
}

std::vector<ComparedSeries> seriesRows(const std::vector<ComparedRun>& runs)
{
    std::set<std::string> names;
    for (const ComparedRun& run : runs) {
        for (const auto& [name, line] : run.series)
            names.insert(name);
    }
    std::vector<ComparedSeries> rows;
    for (const std::string& name : names) {
        ComparedSeries row{name, {}};
        for (const ComparedRun& run : runs) {
            const auto found = run.series.find(name);
            row.lines.push_back(found == run.series.end() ? Series() : found->second);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

std::size_t Comparison::differing() const
{
    return static_cast<std::size_t>(std::ranges::count_if(parameters, &ParameterRow::differs));
}

Comparison compare(const std::vector<ComparedRun>& runs, std::optional<std::size_t> baseline, const Directions& directions)
{
    Comparison comparison;
    if (baseline && *baseline < runs.size())
        comparison.baseline = baseline;
    for (const ComparedRun& run : runs)
        comparison.runs.push_back(run.name);
    for (const std::string& name : namesOf(runs, &ComparedRun::parameters))
        comparison.parameters.push_back(parameterRow(runs, name));
    std::stable_partition(comparison.parameters.begin(), comparison.parameters.end(),
                          [](const ParameterRow& row) { return row.differs; });
    for (const std::string& name : namesOf(runs, &ComparedRun::metrics))
        comparison.metrics.push_back(metricRow(runs, name, comparison.baseline, directions));
    comparison.series = seriesRows(runs);
    return comparison;
}

} // namespace penstock::tracking
