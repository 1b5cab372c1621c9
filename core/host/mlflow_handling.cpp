#include "core/host/mlflow_handling.h"

#include "core/store/client_runs.h"

#include <charconv>
#include <cmath>

namespace penstock::host {

using namespace tracking;
using store::ClientRun;
using store::ClientRuns;
using store::Experiment;

namespace {

constexpr std::int64_t mostRuns = 1'000;   // of one attempt
constexpr std::int64_t mostTexts = 10'000; // parameters or tags of one run
constexpr std::size_t mostHistory = 25'000;
constexpr std::size_t mostExperiments = 1'000;
constexpr std::size_t longestName = 250;

Json valueJson(double value)
{
    if (std::isnan(value))
        return "NaN";
    return std::isfinite(value) ? Json(value) : Json(value > 0 ? "Infinity" : "-Infinity");
}

Json pointJson(const MetricPoint& point)
{
    return {{"key", point.name},
            {"value", valueJson(point.value)},
            {"timestamp", point.time.value_or(Instant{}).time_since_epoch().count()},
            {"step", point.step}};
}

Json textsJson(const ClientRuns::Texts& texts)
{
    Json list = Json::array();
    for (const auto& [key, value] : texts)
        list.push_back({{"key", key}, {"value", value}});
    return list;
}

Json experimentJson(const Experiment& experiment, const std::string& artifacts)
{
    return {{"experiment_id", std::to_string(experiment.id)},
            {"name", experiment.name},
            {"artifact_location", artifacts},
            {"lifecycle_stage", "active"},
            {"creation_time", experiment.created},
            {"last_update_time", experiment.created}};
}

std::optional<std::int64_t> numberIn(const std::string& text)
{
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

class Handling final {
public:
    Handling(store::MetricDatabase& metrics, Tracker& tracker, const Layout& layout, const AttemptId& by, Instant now)
        : m_metrics(metrics), m_runs(metrics.connection()), m_tracker(tracker), m_layout(layout), m_by(by), m_now(now)
    {}

    using Answered = Result<MlflowAnswer>;

    Answered operator()(const CreateExperiment& call)
    {
        const auto known = m_runs.experimentNamed(call.name);
        if (!known)
            return known.error();
        if (*known)
            return mlflowError("RESOURCE_ALREADY_EXISTS", "Experiment(name=" + call.name + ") already exists.");
        const auto made = m_runs.makeExperiment(call.name, m_now.time_since_epoch().count());
        if (!made)
            return made.error();
        return MlflowAnswer{200, {{"experiment_id", std::to_string(made->id)}}};
    }

    Answered operator()(const GetExperiment& call)
    {
        const auto id = numberIn(call.id);
        const auto found = id ? m_runs.experiment(*id) : Result<std::optional<Experiment>>(std::optional<Experiment>());
        return answerExperiment(found, "No Experiment with id=" + call.id + " exists");
    }

    Answered operator()(const FindExperiment& call)
    {
        return answerExperiment(m_runs.experimentNamed(call.name),
                                "Could not find experiment with name '" + call.name + "'");
    }

    Answered operator()(const ListExperiments&)
    {
        const auto all = m_runs.experiments(mostExperiments);
        if (!all)
            return all.error();
        Json list = Json::array();
        for (const Experiment& experiment : *all)
            list.push_back(experimentJson(experiment, artifactFolder(experiment)));
        return MlflowAnswer{200, {{"experiments", list}}};
    }

    Answered operator()(const CreateMlflowRun& call)
    {
        const auto experiment = numberIn(call.experiment.empty() ? "0" : call.experiment);
        const auto known = experiment ? m_runs.experiment(*experiment)
                                      : Result<std::optional<Experiment>>(std::optional<Experiment>());
        const auto attempt = m_metrics.attempt(m_by);
        if (!known || !attempt)
            return known ? attempt.error() : known.error();
        if (!*known)
            return mlflowError("RESOURCE_DOES_NOT_EXIST", "No Experiment with id=" + call.experiment + " exists");
        const auto repeated = m_runs.findRequest(*attempt, call.request);
        if (!repeated)
            return repeated.error();
        if (*repeated)
            return answerRun(**repeated);
        const auto count = m_runs.count(*attempt);
        if (!count)
            return count.error();
        if (*count >= mostRuns)
            return mlflowError("RESOURCE_EXHAUSTED",
                               "An attempt of a step can have at most " + std::to_string(mostRuns) + " runs.");
        return makeRun(call, *attempt, **known, *count);
    }

    Answered operator()(const GetMlflowRun& call)
    {
        return within(call.run, [&](const ClientRun& run) { return answerRun(run); });
    }

    Answered operator()(const UpdateMlflowRun& call)
    {
        return within(call.run, [&](ClientRun run) -> Answered {
            run.status = call.status.value_or(run.status);
            run.ended = call.ended.value_or(run.ended);
            if (call.name && !call.name->empty())
                run.name = *call.name;
            if (auto updated = m_runs.update(run); !updated)
                return updated.error();
            if (call.name) {
                if (auto set = m_runs.setText(ClientRuns::Kind::tags, run, "mlflow.runName", run.name); !set)
                    return set.error();
            }
            return MlflowAnswer{200, {{"run_info", infoJson(run)}}};
        });
    }

    Answered operator()(const LogToRun& call)
    {
        return within(call.run, [&](const ClientRun& run) { return log(call, run); });
    }

    Answered operator()(const DeleteMlflowTag& call)
    {
        return within(call.run, [&](const ClientRun& run) -> Answered {
            const auto removed = m_runs.removeTag(run, call.key);
            if (!removed)
                return removed.error();
            if (!*removed)
                return mlflowError("RESOURCE_DOES_NOT_EXIST",
                                   "No tag with name: " + call.key + " in run with id " + call.run);
            return MlflowAnswer{};
        });
    }

    Answered operator()(const GetMetricHistory& call)
    {
        return within(call.run, [&](const ClientRun& run) -> Answered {
            const auto points = m_runs.history(run, call.key, mostHistory);
            if (!points)
                return points.error();
            Json list = Json::array();
            for (const MetricPoint& point : *points)
                list.push_back(pointJson(point));
            return MlflowAnswer{200, {{"metrics", list}}};
        });
    }

    Answered operator()(const AcceptOnly& call)
    {
        return within(call.run, [](const ClientRun&) -> Answered { return MlflowAnswer{}; });
    }

private:
    template <class Take>
    Answered within(const std::string& uuid, Take take)
    {
        const auto found = m_runs.find(uuid);
        if (!found)
            return found.error();
        if (!*found || (*found)->attempt.run != m_by.run)
            return mlflowError("RESOURCE_DOES_NOT_EXIST", "Run with id=" + uuid.substr(0, 256) + " not found");
        return take(**found);
    }

    Answered answerExperiment(const Result<std::optional<Experiment>>& found, const std::string& absent)
    {
        if (!found)
            return found.error();
        if (!*found)
            return mlflowError("RESOURCE_DOES_NOT_EXIST", absent);
        return MlflowAnswer{200, {{"experiment", experimentJson(**found, artifactFolder(**found))}}};
    }

    std::string artifactFolder(const Experiment& experiment) const
    {
        return m_layout.attemptFolder(m_by) + "/mlflow/" + std::to_string(experiment.id);
    }

    // The folder of the attempt that made it: a client on this machine writes there by itself.
    Json infoJson(const ClientRun& run) const
    {
        Json info{{"run_id", run.uuid},
                  {"run_uuid", run.uuid},
                  {"run_name", run.name},
                  {"experiment_id", std::to_string(run.experiment)},
                  {"user_id", run.user},
                  {"status", mlflowStatusName(run.status)},
                  {"start_time", run.began},
                  {"artifact_uri", m_layout.attemptFolder(run.attempt) + "/mlflow/" + run.uuid + "/artifacts"},
                  {"lifecycle_stage", "active"}};
        if (run.ended != 0)
            info["end_time"] = run.ended;
        return info;
    }

    Answered answerRun(const ClientRun& run)
    {
        const auto points = m_runs.latest(run);
        const auto parameters = m_runs.texts(ClientRuns::Kind::parameters, run);
        const auto tags = m_runs.texts(ClientRuns::Kind::tags, run);
        if (!points || !parameters || !tags)
            return !points ? points.error() : !parameters ? parameters.error() : tags.error();
        Json metrics = Json::array();
        for (const MetricPoint& point : *points)
            metrics.push_back(pointJson(point));
        return MlflowAnswer{
            200,
            {{"run",
              {{"info", infoJson(run)},
               {"data", {{"metrics", metrics}, {"params", textsJson(*parameters)}, {"tags", textsJson(*tags)}}}}}}};
    }

    Answered makeRun(const CreateMlflowRun& call, std::int64_t attempt, const Experiment& experiment,
                     std::int64_t count)
    {
        ClientRun run;
        run.attempt = m_by;
        run.attemptNumber = attempt;
        run.experiment = experiment.id;
        run.name = call.name.empty() ? m_by.instance.text() : call.name;
        run.user = call.user;
        run.began = call.began > 0 ? call.began : m_now.time_since_epoch().count();
        if (count > 0) {
            auto of = freeName(attempt, call.name.empty() ? "run" : call.name, count + 1);
            if (!of)
                return of.error();
            run.of = std::move(*of);
        }
        if (auto made = m_runs.make(run, call.request); !made)
            return made.error();
        for (const MlflowText& tag : call.tags) {
            if (auto set = m_runs.setText(ClientRuns::Kind::tags, run, tag.key, tag.value); !set)
                return set.error();
        }
        if (auto set = m_runs.setText(ClientRuns::Kind::tags, run, "mlflow.runName", run.name); !set)
            return set.error();
        m_tracker.noteLogged(m_by, 0);
        return answerRun(run);
    }

    Result<std::string> freeName(std::int64_t attempt, const std::string& wished, std::int64_t number)
    {
        std::string name = wished.substr(0, longestName);
        for (std::int64_t i = number;; ++i) {
            const auto taken = m_runs.isTaken(attempt, name);
            if (!taken)
                return taken.error();
            if (!*taken)
                return name;
            name = wished.substr(0, longestName) + ' ' + std::to_string(i);
        }
    }

    // All or nothing: what can be refused is looked at first.
    Answered log(const LogToRun& call, const ClientRun& run)
    {
        for (const auto& [kind, texts] :
             {std::pair(ClientRuns::Kind::parameters, &call.parameters), {ClientRuns::Kind::tags, &call.tags}}) {
            const auto count = texts->empty() ? Result<std::int64_t>(0) : m_runs.countTexts(kind, run);
            if (!count)
                return count.error();
            if (*count + static_cast<std::int64_t>(texts->size()) > mostTexts)
                return mlflowError("RESOURCE_EXHAUSTED", "A run can have at most " + std::to_string(mostTexts) +
                                                             " parameters and as many tags.");
        }
        for (const MlflowText& parameter : call.parameters) {
            const auto known = m_runs.text(ClientRuns::Kind::parameters, run, parameter.key);
            if (!known)
                return known.error();
            if (*known && **known != parameter.value) {
                return mlflowError("INVALID_PARAMETER_VALUE",
                                   "Changing param values is not allowed. Param with key='" + parameter.key +
                                       "' was already logged with value='" + **known + "' for run ID='" + run.uuid +
                                       "'. Attempted logging new value '" + parameter.value + "'.");
            }
        }
        return write(call, run);
    }

    Answered write(const LogToRun& call, ClientRun run)
    {
        for (const auto& [kind, texts] :
             {std::pair(ClientRuns::Kind::parameters, &call.parameters), {ClientRuns::Kind::tags, &call.tags}}) {
            for (const MlflowText& text : *texts) {
                if (auto set = m_runs.setText(kind, run, text.key, text.value); !set)
                    return set.error();
            }
        }
        for (const MlflowText& tag : call.tags) {
            if (tag.key != "mlflow.runName")
                continue;
            run.name = tag.value.substr(0, longestName);
            if (auto updated = m_runs.update(run); !updated)
                return updated.error();
        }
        const auto added = m_metrics.add(run.attemptNumber, run.of, call.metrics, m_now);
        if (!added)
            return added.error();
        m_tracker.noteLogged(run.attempt, *added);
        return MlflowAnswer{};
    }

    store::MetricDatabase& m_metrics;
    ClientRuns m_runs;
    Tracker& m_tracker;
    const Layout& m_layout;
    const AttemptId& m_by;
    Instant m_now;
};

} // namespace

Result<MlflowAnswer> handleMlflow(const MlflowCall& call, store::MetricDatabase& metrics, Tracker& tracker,
                                  const Layout& layout, const AttemptId& by, Instant now)
{
    return std::visit(Handling(metrics, tracker, layout, by, now), call);
}

} // namespace penstock::host
