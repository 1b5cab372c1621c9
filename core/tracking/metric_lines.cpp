#include "core/tracking/metric_lines.h"

#include "core/tracking/metrics.h"

#include <cmath>

namespace penstock::tracking {

namespace {

constexpr double latestSecond = 253402300800.0; // year 10000: what formatInstant can write
constexpr double largestStep = 9007199254740992.0; // 2^53

std::optional<Instant> timeOf(const Json& value)
{
    if (value.is_string())
        return parseInstant(value.get_ref<const std::string&>());
    if (!value.is_number())
        return std::nullopt;
    const double seconds = value.get<double>();
    if (!(seconds >= 0 && seconds < latestSecond))
        return std::nullopt;
    return Instant(Duration(std::llround(seconds * 1000)));
}

// Frameworks count in floats too: 3.0 is step 3.
std::optional<std::int64_t> stepOf(const Json& value)
{
    if (!value.is_number())
        return std::nullopt;
    const double step = value.get<double>();
    if (!(std::fabs(step) <= largestStep) || std::trunc(step) != step)
        return std::nullopt;
    return static_cast<std::int64_t>(step);
}

bool isBlank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

} // namespace

MetricLines::MetricLines(const MetricLinesPlace& place, std::map<std::string, std::int64_t> nextSteps)
    : m_skipping(place.skipping)
    , m_nextStep(std::move(nextSteps))
    , m_unreadable(place.unreadable)
    , m_taken(place.offset)
{}

MetricLinesPlace MetricLines::place() const { return {m_taken - m_rest.size(), m_skipping, m_unreadable}; }

std::vector<MetricPoint> MetricLines::read(std::string_view bytes)
{
    std::vector<MetricPoint> points;
    m_taken += bytes.size();
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view part = bytes.substr(0, end);
        if (!m_skipping && m_rest.size() + part.size() > longestMetricLine) {
            m_skipping = true;
            m_rest.clear();
            ++m_unreadable;
        }
        if (!m_skipping)
            m_rest += part;
        if (end == std::string_view::npos)
            break;
        if (!m_skipping)
            readLine(m_rest, points);
        m_rest.clear();
        m_skipping = false;
        bytes.remove_prefix(end + 1);
    }
    return points;
}

std::vector<MetricPoint> MetricLines::finish()
{
    std::vector<MetricPoint> points;
    readLine(m_rest, points);
    m_rest.clear();
    return points;
}

void MetricLines::readLine(std::string_view line, std::vector<MetricPoint>& points)
{
    if (isBlank(line))
        return;
    Result<Json> json = parseJson(withoutNonFinite(line));
    if (!json || !json->is_object()) {
        ++m_unreadable;
        return;
    }
    const std::optional<std::int64_t> step = stepOf(memberAt(*json, "step"));
    const std::optional<Instant> time = timeOf(memberAt(*json, "time"));
    json->erase("step");
    json->erase("time");
    const Result<Json> metrics = flatten(*json);
    if (!metrics) {
        ++m_unreadable;
        return;
    }
    for (const auto& item : metrics->items()) {
        if (m_nextStep.size() >= maximumSeries && !m_nextStep.contains(item.key())) {
            ++m_unreadable;
            return;
        }
        std::int64_t& next = m_nextStep[item.key()];
        const std::int64_t at = step.value_or(next);
        next = at + 1;
        points.push_back({item.key(), at, item.value().get<double>(), time});
    }
}

} // namespace penstock::tracking
