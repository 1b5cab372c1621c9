#include "core/tracking/mlflow_call.h"

#include "core/base/digest.h"
#include "core/tracking/mlflow_fields.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace penstock::tracking {

namespace {

constexpr std::size_t mostMetrics = 1000, mostTexts = 100, mostItems = 1000; // of one batch
constexpr std::size_t longestParameter = 6000, longestTag = 8000;            // longer ones are cut, as MLflow does
constexpr std::size_t longestExperiment = 500;

constexpr std::array statusNames{"RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"};

constexpr std::array<std::pair<std::string_view, int>, 9> statusOfCode{{{"UNAUTHENTICATED", 401},
                                                                        {"PERMISSION_DENIED", 403},
                                                                        {"RESOURCE_DOES_NOT_EXIST", 404},
                                                                        {"ENDPOINT_NOT_FOUND", 404},
                                                                        {"NOT_FOUND", 404},
                                                                        {"NOT_IMPLEMENTED", 501},
                                                                        {"TEMPORARILY_UNAVAILABLE", 503},
                                                                        {"INTERNAL_ERROR", 500},
                                                                        {"RESOURCE_CONFLICT", 409}}};

// At a border between characters.
std::string cut(std::string text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    text.resize(most);
    return text;
}

class Reader final {
public:
    explicit Reader(const Json& fields) : m_json(fields), m_fields(fields, m_wrong) {}

    std::variant<MlflowCall, MlflowAnswer> read(std::string_view path)
    {
        MlflowCall call = callOf(path);
        if (m_wrong)
            return *m_wrong;
        return call;
    }

private:
    MlflowCall callOf(std::string_view path)
    {
        if (path == "experiments/create")
            return CreateExperiment{experimentName("name")};
        if (path == "experiments/get")
            return GetExperiment{m_fields.needed("experiment_id")};
        if (path == "experiments/get-by-name")
            return FindExperiment{m_fields.needed("experiment_name")};
        if (path == "experiments/search")
            return ListExperiments{};
        if (path == "runs/create")
            return createRun();
        if (path == "runs/get")
            return GetMlflowRun{m_fields.runId()};
        if (path == "runs/update")
            return updateRun();
        if (path == "runs/log-batch")
            return logBatch();
        if (path == "runs/log-metric")
            return LogToRun{m_fields.runId(), {metric(m_fields)}, {}, {}};
        if (path == "runs/log-parameter")
            return LogToRun{m_fields.runId(), {}, {parameter(m_fields)}, {}};
        if (path == "runs/set-tag")
            return LogToRun{m_fields.runId(), {}, {}, {tag(m_fields)}};
        if (path == "runs/delete-tag")
            return DeleteMlflowTag{m_fields.runId(), m_fields.needed("key")};
        if (path == "metrics/get-history")
            return GetMetricHistory{m_fields.runId(), m_fields.needed("metric_key")};
        return AcceptOnly{m_fields.runId()};
    }

    std::string experimentName(std::string_view name)
    {
        std::string text = m_fields.needed(name);
        if (text.size() > longestExperiment)
            m_fields.refuse("'name' exceeds the maximum length of " + std::to_string(longestExperiment) +
                            " characters");
        return text;
    }

    MetricPoint metric(const MlflowFields& fields)
    {
        MetricPoint point;
        point.name = fields.key();
        point.value = fields.neededNumber("value");
        const std::int64_t at = fields.neededInteger("timestamp");
        if (at < 0)
            fields.invalid("timestamp", at);
        point.time = Instant(Duration(at));
        point.step = fields.integer("step", 0);
        return point;
    }

    MlflowText parameter(const MlflowFields& fields)
    {
        return {fields.key(), cut(fields.text("value"), longestParameter)};
    }
    MlflowText tag(const MlflowFields& fields) { return {fields.key(), cut(fields.text("value"), longestTag)}; }

    template <class Take>
    void each(const char* name, std::size_t most, Take take)
    {
        const Json& list = m_fields.find(name);
        if (list.is_null())
            return;
        if (!list.is_array())
            return m_fields.invalid(name, list);
        if (list.size() > most) {
            return m_fields.refuse("A batch logging request can contain at most " + std::to_string(most) + ' ' + name +
                                   ". Got " + std::to_string(list.size()) + ' ' + name + ". Please split up " + name +
                                   " across multiple requests and try again.");
        }
        m_items += list.size();
        for (std::size_t i = 0; i < list.size() && !m_wrong; ++i) {
            if (list[i].is_object())
                take(MlflowFields(list[i], m_wrong, std::string(name) + '[' + std::to_string(i) + "]."));
            else
                m_fields.invalid(name, list[i]);
        }
    }

    MlflowCall logBatch()
    {
        LogToRun call;
        call.run = m_fields.runId();
        each("metrics", mostMetrics, [&](const MlflowFields& fields) { call.metrics.push_back(metric(fields)); });
        each("params", mostTexts, [&](const MlflowFields& fields) { call.parameters.push_back(parameter(fields)); });
        each("tags", mostTexts, [&](const MlflowFields& fields) { call.tags.push_back(tag(fields)); });
        if (m_items > mostItems)
            m_fields.refuse("A batch logging request can contain at most " + std::to_string(mostItems) +
                            " metrics, params and tags. Got " + std::to_string(m_items) + '.');
        std::set<std::string> keys;
        for (const MlflowText& text : call.parameters) {
            if (!keys.insert(text.key).second)
                m_fields.refuse("Duplicate parameter keys have been submitted: ['" + text.key +
                                "']. Please ensure the request contains only one param value per param key.");
        }
        return call;
    }

    MlflowCall createRun()
    {
        CreateMlflowRun call;
        call.experiment = m_fields.text("experiment_id");
        call.name = cut(m_fields.text("run_name"), longestName);
        call.user = cut(m_fields.text("user_id"), longestName);
        call.began = m_fields.integer("start_time", 0);
        each("tags", mostItems, [&](const MlflowFields& fields) { call.tags.push_back(tag(fields)); });
        for (const MlflowText& text : call.tags) {
            if (text.key == "mlflow.runName" && call.name.empty())
                call.name = cut(text.value, longestName);
            if (text.key == "mlflow.user" && call.user.empty())
                call.user = cut(text.value, longestName);
        }
        call.request = sha256(dumpJson(m_json)).hex();
        return call;
    }

    MlflowCall updateRun()
    {
        UpdateMlflowRun call;
        call.run = m_fields.runId();
        if (m_fields.has("status"))
            call.status = status();
        if (m_fields.has("end_time"))
            call.ended = m_fields.integer("end_time", 0);
        if (m_fields.has("run_name"))
            call.name = cut(m_fields.text("run_name"), longestName);
        return call;
    }

    int status()
    {
        const Json& value = m_fields.find("status");
        const std::string text = value.is_string() ? value.get<std::string>() : std::string();
        const auto named = std::ranges::find(statusNames, text);
        const std::int64_t number =
            named != statusNames.end() ? named - statusNames.begin() + 1 : m_fields.integer("status", 0);
        if (number < 1 || number > static_cast<std::int64_t>(statusNames.size()))
            m_fields.invalid("status", value);
        return static_cast<int>(number);
    }

    static constexpr std::size_t longestName = 250;

    const Json& m_json;
    std::optional<MlflowAnswer> m_wrong;
    MlflowFields m_fields;
    std::size_t m_items = 0;
};

} // namespace

MlflowAnswer mlflowError(const char* code, std::string message)
{
    const auto found =
        std::ranges::find(statusOfCode, std::string_view(code), &std::pair<std::string_view, int>::first);
    return {found == statusOfCode.end() ? 400 : found->second, {{"error_code", code}, {"message", std::move(message)}}};
}

const std::vector<MlflowRoute>& mlflowRoutes()
{
    constexpr std::size_t small = 64 << 10, batch = 8 << 20, datasets = 4 << 20;
    static const std::vector<MlflowRoute> routes{
        {"POST", "experiments/create", small},
        {"GET", "experiments/get", 0},
        {"GET", "experiments/get-by-name", 0},
        {"GET", "experiments/search", 0},
        {"POST", "experiments/search", small},
        {"POST", "runs/create", batch},
        {"GET", "runs/get", 0},
        {"POST", "runs/update", small},
        {"POST", "runs/log-metric", small},
        {"POST", "runs/log-parameter", small},
        {"POST", "runs/log-batch", batch},
        {"POST", "runs/set-tag", small},
        {"POST", "runs/delete-tag", small},
        {"GET", "metrics/get-history", 0},
        {"POST", "runs/log-inputs", datasets},
        {"POST", "runs/log-model", datasets},
    };
    return routes;
}

std::variant<MlflowCall, MlflowAnswer> readMlflowCall(std::string_view path, const Json& fields)
{
    if (!fields.is_object())
        return mlflowError("BAD_REQUEST", "The body is not a JSON object.");
    return Reader(fields).read(path);
}

const char* mlflowStatusName(int status)
{
    const auto index = static_cast<std::size_t>(status - 1);
    return index < statusNames.size() ? statusNames[index] : "RUNNING";
}

} // namespace penstock::tracking
