// What a step writes and Penstock reads: values, metric lines, and output that goes through the masks of secrets.
#include "core/host/values_file.h"
#include "core/platform/mask_filter.h"
#include "core/tracking/metric_lines.h"
#include "tests/fuzz/target.h"

#include <cmath>
#include <string>

namespace penstock {

namespace {

using fuzz::must;

void checkValues(std::string_view text)
{
    const auto values = host::parseValues(text);
    if (!values)
        return must(values.error().message.id.starts_with("values."), "errors have ids of this file");
    must(values->is_object(), "values have names");
    const std::string written = dumpJson(*values);
    must(*parseJson(written) == *values, "values are the same in memory and in the log");
}

std::vector<tracking::MetricPoint> pointsOf(std::string_view text, std::size_t portion, std::size_t& unreadable)
{
    tracking::MetricLines lines;
    std::vector<tracking::MetricPoint> points;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, portion);
        text.remove_prefix(part.size());
        const auto more = lines.read(part);
        points.insert(points.end(), more.begin(), more.end());
    }
    const auto rest = lines.finish();
    points.insert(points.end(), rest.begin(), rest.end());
    unreadable = lines.unreadable();
    return points;
}

void checkMetrics(std::string_view text)
{
    std::size_t unreadable = 0, unreadableInPieces = 0;
    const auto points = pointsOf(text, text.size() + 1, unreadable);
    must(pointsOf(text, 5, unreadableInPieces) == points && unreadable == unreadableInPieces, "portions do not change the points");
    tracking::SeriesByName series;
    for (const tracking::MetricPoint& point : points)
        must(std::isfinite(point.value), "values are finite");
    tracking::add(series, points);
}

std::string masked(const std::vector<std::string>& secrets, std::string_view text, std::size_t portion)
{
    platform::MaskFilter filter(secrets);
    std::string out;
    while (!text.empty()) {
        out += filter.pass(text.substr(0, portion));
        text.remove_prefix(std::min(portion, text.size()));
    }
    return out + filter.finish();
}

// The first two lines are the secrets.
void checkMasks(std::string_view text)
{
    std::vector<std::string> secrets;
    for (int i = 0; i < 2; ++i) {
        const std::string_view line = text.substr(0, text.find('\n'));
        secrets.emplace_back(line.substr(0, 40));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    const std::string whole = masked(secrets, text, text.size() + 1);
    must(masked(secrets, text, 1) == whole && masked(secrets, text, 7) == whole, "portions do not change what is masked");
    for (const std::string& secret : secrets) {
        // With stars of its own it could be made anew by the mask.
        if (secret.size() >= 4 && secret.find('*') == std::string::npos)
            must(whole.find(secret) == std::string::npos, "no secret goes through");
    }
}

} // namespace

} // namespace penstock

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = penstock::fuzz::textOf(data, size);
    penstock::checkValues(text);
    penstock::checkMetrics(text);
    penstock::checkMasks(text);
    return 0;
}
