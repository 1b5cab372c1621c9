#include "core/tracking/metrics.h"

#include <cmath>

namespace penstock::tracking {

namespace {

Error refuse(std::string id, std::vector<std::pair<std::string, std::string>> arguments)
{
    return {ErrorCode::invalid, {std::move(id), std::move(arguments)}, {}};
}

// Recursion is bounded: parseJson limits the depth.
std::optional<Error> flattenInto(const Json& object, const std::string& prefix, Json& flat)
{
    for (const auto& item : object.items()) {
        const std::string name = prefix + item.key();
        if (item.value().is_object()) {
            if (auto error = flattenInto(item.value(), name + '.', flat))
                return error;
        } else if (item.value().is_number() && std::isfinite(item.value().get<double>())) {
            if (name.size() > longestMetricName)
                return refuse("tracking.long_metric_name", {{"name", name.substr(0, 60) + "..."}, {"limit", std::to_string(longestMetricName)}});
            if (flat.size() >= maximumMetrics)
                return refuse("tracking.too_many_metrics", {{"limit", std::to_string(maximumMetrics)}});
            flat[name] = item.value();
        }
    }
    return std::nullopt;
}

} // namespace

Result<Json> flatten(const Json& metrics)
{
    Json flat = Json::object();
    if (const auto error = flattenInto(metrics, {}, flat))
        return *error;
    return flat;
}

std::string withoutNonFinite(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        std::size_t word = 0;
        for (const std::string_view candidate : {"NaN", "-Infinity", "Infinity"}) {
            if (!inString && rest.starts_with(candidate))
                word = candidate.size();
        }
        if (word > 0) {
            result += "null";
            i += word - 1;
            continue;
        }
        result += text[i];
        if (text[i] == '"')
            inString = !inString;
        else if (inString && text[i] == '\\' && i + 1 < text.size())
            result += text[++i];
    }
    return result;
}

Result<Json> readMetrics(std::string_view text)
{
    const Result<Json> json = parseJson(withoutNonFinite(text));
    if (!json)
        return refuse("tracking.metrics_not_json", {});
    if (!json->is_object())
        return refuse("tracking.metrics_not_an_object", {{"found", json->type_name()}});
    return flatten(*json);
}

} // namespace penstock::tracking
