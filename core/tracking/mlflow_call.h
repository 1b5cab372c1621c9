// What an MLflow client asks over its REST API (https://mlflow.org/docs/latest/rest-api.html), as far as a script needs
// that logs while it runs: read and checked here, answered by an Intake. Names and texts of errors are those that
// clients know; they are part of the protocol and are not translated.
#pragma once

#include "core/base/json.h"
#include "core/tracking/series.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace penstock::tracking {

struct MlflowAnswer {
    int status = 200;
    Json body = Json::object();
};

// {"error_code", "message"} with the status that belongs to the code.
MlflowAnswer mlflowError(const char* code, std::string message);

struct MlflowText {
    std::string key, value;
};

struct CreateExperiment {
    std::string name;
};
struct GetExperiment {
    std::string id;
};
struct FindExperiment {
    std::string name;
};
struct ListExperiments {};

struct CreateMlflowRun {
    std::string experiment, name, user; // empty: not given
    std::int64_t began = 0;             // ms since 1970
    std::vector<MlflowText> tags;
    std::string request; // digest of all that was asked: a client that got no answer asks the same again
};
struct GetMlflowRun {
    std::string run;
};
struct UpdateMlflowRun {
    std::string run;
    std::optional<int> status; // 1 running … 5 killed
    std::optional<std::int64_t> ended;
    std::optional<std::string> name;
};
struct LogToRun {
    std::string run;
    std::vector<MetricPoint> metrics;
    std::vector<MlflowText> parameters, tags;
};
struct DeleteMlflowTag {
    std::string run, key;
};
struct GetMetricHistory {
    std::string run, key;
};
struct AcceptOnly { // datasets and models: noted by the client elsewhere, of no use here
    std::string run;
};

using MlflowCall = std::variant<CreateExperiment, GetExperiment, FindExperiment, ListExperiments, CreateMlflowRun,
                                GetMlflowRun, UpdateMlflowRun, LogToRun, DeleteMlflowTag, GetMetricHistory, AcceptOnly>;

struct MlflowRoute {
    const char* method;
    const char* path;      // below /api/2.0/mlflow/ and /ajax-api/2.0/mlflow/
    std::size_t mostBytes; // of the body
};
const std::vector<MlflowRoute>& mlflowRoutes();

// `path` is one of the routes, `fields` the body, or the query as an object of texts.
std::variant<MlflowCall, MlflowAnswer> readMlflowCall(std::string_view path, const Json& fields);

const char* mlflowStatusName(int status); // "RUNNING"

} // namespace penstock::tracking
