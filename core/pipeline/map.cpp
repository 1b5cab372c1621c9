#include "core/pipeline/map.h"

#include "core/base/ids.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace penstock::pipeline {

namespace {

Error wrong(std::string path, const char* id, std::vector<std::pair<std::string, std::string>> arguments = {})
{
    return {ErrorCode::invalid, {id, std::move(arguments)}, std::move(path)};
}

bool isExpression(const Json& json)
{
    return json.is_string() && json.get_ref<const std::string&>().find("${{") != std::string::npos;
}

Result<void> onlyKeys(const Json& json, const std::string& path, std::initializer_list<std::string_view> known)
{
    std::string all;
    for (const std::string_view key : known)
        all.append(all.empty() ? "" : ", ").append(key);
    if (!json.is_object())
        return wrong(path, "pipeline.map_object", {{"keys", all}});
    for (const auto& [key, value] : json.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            return wrong(path.empty() ? key : path + '.' + key, "pipeline.map_key", {{"key", key}, {"keys", all}});
    }
    return {};
}

Result<int> positive(const Json& json, const char* key, const std::string& path)
{
    if (!json.contains(key))
        return 0;
    const Json& value = json[key];
    if (!value.is_number_integer() || value.get<std::int64_t>() < 1 || value.get<std::int64_t>() > static_cast<std::int64_t>(mostItems))
        return wrong(path, "pipeline.map_count", {{"key", key}, {"most", std::to_string(mostItems)}});
    return value.get<int>();
}

Result<Range> readRange(const Json& json, const std::string& path)
{
    if (const auto known = onlyKeys(json, path, {"from", "to", "scale", "whole"}); !known)
        return known.error();
    if (!memberAt(json, "from").is_number() || !memberAt(json, "to").is_number())
        return wrong(path, "pipeline.map_range");
    const std::string scale = textAt(json, "scale", "linear");
    Range range{json["from"].get<double>(), json["to"].get<double>(), scale == "log", boolAt(json, "whole")};
    if (scale != "log" && scale != "linear")
        return wrong(path + ".scale", "pipeline.map_scale", {{"scale", scale}});
    if (range.from > range.to || (range.logarithmic && range.from <= 0))
        return wrong(path, "pipeline.map_range_order");
    return range;
}

Result<Axis> readAxis(const Json& json, const std::string& path)
{
    Axis axis;
    if (isExpression(json)) {
        axis.expression = json.get<std::string>();
    } else if (json.is_array() && !json.empty()) {
        axis.values.assign(json.begin(), json.end());
    } else if (json.is_object()) {
        auto range = readRange(json, path);
        if (!range)
            return range.error();
        axis.range = *range;
    } else {
        return wrong(path, "pipeline.map_axis");
    }
    return axis;
}

Result<void> readOver(const Json& over, Map& map)
{
    if (isExpression(over)) {
        map.expression = over.get<std::string>();
    } else if (over.is_array() && !over.empty()) {
        map.items.assign(over.begin(), over.end());
    } else if (over.is_object() && !over.empty()) {
        for (const auto& [name, values] : over.items()) {
            if (!isName(name))
                return wrong("over." + name, "pipeline.map_name", {{"name", name}});
            auto axis = readAxis(values, "over." + name);
            if (!axis)
                return axis.error();
            map.axes.emplace_back(name, std::move(*axis));
        }
    } else {
        return wrong("over", "pipeline.map_over");
    }
    return {};
}

Result<void> readSample(const Json& json, Map& map)
{
    if (!json.contains("sample"))
        return {};
    const Json& sample = json["sample"];
    if (const auto known = onlyKeys(sample, "sample", {"count", "seed"}); !known)
        return known;
    const auto count = positive(sample, "count", "sample.count");
    if (!count)
        return count.error();
    const std::int64_t seed = integerAt(sample, "seed");
    if (*count == 0 || map.axes.empty() || seed < 0)
        return wrong("sample", "pipeline.map_sample");
    map.sample = *count;
    map.seed = static_cast<std::uint64_t>(seed);
    return {};
}

Result<void> readBest(const Json& json, Map& map)
{
    if (!json.contains("best"))
        return {};
    const Json& best = json["best"];
    if (const auto known = onlyKeys(best, "best", {"metric", "direction", "tie", "target"}); !known)
        return known;
    const std::string direction = textAt(best, "direction", "maximize"), tie = textAt(best, "tie", "first");
    Best read{textAt(best, "metric"), direction == "maximize", tie == "last", std::nullopt};
    if (read.metric.empty())
        return wrong("best", "pipeline.map_metric");
    if (direction != "maximize" && direction != "minimize")
        return wrong("best.direction", "pipeline.map_direction", {{"direction", direction}});
    if (tie != "first" && tie != "last")
        return wrong("best.tie", "pipeline.map_tie", {{"tie", tie}});
    if (best.contains("target")) {
        if (!best["target"].is_number())
            return wrong("best.target", "pipeline.map_target");
        read.target = best["target"].get<double>();
    }
    map.best = std::move(read);
    return {};
}

} // namespace

Result<Map> readMap(const Json& json)
{
    Map map;
    if (const auto known = onlyKeys(json, {}, {"over", "sample", "parallel", "on_failure", "best"}); !known)
        return known.error();
    if (const auto read = readOver(memberAt(json, "over"), map); !read)
        return read.error();
    if (const auto read = readSample(json, map); !read)
        return read.error();
    if (const auto read = readBest(json, map); !read)
        return read.error();
    const auto parallel = positive(json, "parallel", "parallel");
    if (!parallel)
        return parallel.error();
    map.parallel = *parallel;
    const std::string policy = textAt(json, "on_failure", "stop");
    if (policy != "stop" && policy != "collect")
        return wrong("on_failure", "pipeline.map_policy", {{"policy", policy}});
    map.collect = policy == "collect";
    for (const auto& [name, axis] : map.axes) {
        if (axis.range && map.sample == 0)
            return wrong("over." + name, "pipeline.map_range_needs_sample");
    }
    return map;
}

} // namespace penstock::pipeline
