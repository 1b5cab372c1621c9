#include "app/cli/run_json.h"

#include "app/cli/reading.h"
#include "app/cli/state_text.h"
#include "app/cli/step_log_file.h"
#include "core/engine/decide.h"
#include "core/messages/messages.h"
#include "core/pipeline/kinds.h"
#include "core/session/code_changes.h"

namespace penstock::cli {

namespace {

Json timeJson(Instant at) { return at == Instant{} ? Json() : Json(formatInstant(at)); }

Json artifactJson(const ArtifactRef& artifact)
{
    return {{"digest", artifact.digest.hex()},
            {"shape", artifact.shape == ArtifactShape::file ? "file" : "folder"},
            {"size", artifact.size}};
}

Json attemptJson(const Workspace& workspace, const AttemptId& id, const engine::Attempt& attempt)
{
    const char* phases[] = {"planned", "started", "ended"};
    Json json{{"attempt", attempt.number},
              {"phase", phases[static_cast<int>(attempt.phase)]},
              {"planned", timeJson(attempt.plannedAt)},
              {"started", timeJson(beginOf(attempt))},
              {"ended", timeJson(endOf(attempt))},
              {"log", StepLogFile(workspace, id).path()}};
    const Json record = attempt.record.json();
    for (const char* member : {"usage", "cache"}) {
        if (memberAt(record, member).is_object())
            json[member] = record[member];
    }
    if (const auto tests = session::testResultsIn(record))
        json["tests"] = testsJson(*tests);
    if (attempt.phase == engine::Attempt::Phase::ended) {
        const engine::Outcome& outcome = attempt.outcome;
        json["outcome"] = {{"kind", name(outcome.kind)},
                           {"code", outcome.code},
                           {"signal", outcome.signal},
                           {"why", messageJson(outcome.why)}};
    }
    return json;
}

} // namespace

Json messageJson(const Message& message)
{
    if (message.id.empty())
        return nullptr;
    Json arguments = Json::object();
    for (const auto& [name, value] : message.arguments)
        arguments[name] = value;
    return {{"id", message.id}, {"arguments", arguments}, {"text", messages::sentence(message).toStdString()}};
}

Json testsJson(const session::TestResults& results)
{
    Json json = tracking::toJson(results.counts);
    json["suites"] = results.suites;
    json["reports"] = Json::array();
    for (const session::ReportFile& report : results.reports)
        json["reports"].push_back({{"path", report.path},
                                   {"artifact", report.artifact ? artifactJson(*report.artifact) : Json()},
                                   {"problem", messageJson(report.problem)}});
    return json;
}

Json runJson(const session::View& view, const engine::Run& run)
{
    Json counts = Json::object();
    for (const auto& instance : run.instances) {
        Json& count = counts[name(instance.state)];
        count = count.is_null() ? 1 : count.get<int>() + 1;
    }
    Json waiting = Json::array();
    for (const auto* request : openRequests(view, &run.id))
        waiting.push_back(request->id.text());
    return {{"run", run.id.text()},
            {"pipeline", run.id.pipeline},
            {"file", run.file},
            {"state", name(run.state)},
            {"waitingFor", waiting},
            {"actor", run.actor},
            {"parameters", run.parameters},
            {"resumedFrom", run.resumedFrom.empty() ? Json() : Json(run.resumedFrom)},
            {"source", run.source},
            {"checkout", run.checkout ? engine::toJson(*run.checkout) : Json()},
            {"codeChanged", session::toJson(session::codeChanges(run))},
            {"reproduces", run.reproduces.empty() ? Json() : Json(run.reproduces)},
            {"event", run.event.empty() ? Json() : Json(run.event)},
            {"removed", timeJson(run.removedAt)},
            {"logsRemoved", timeJson(run.logsRemovedAt)},
            {"created", timeJson(run.createdAt)},
            {"ended", timeJson(run.endedAt)},
            {"steps", counts}};
}

Json stepJson(const Workspace& workspace, const session::View& view, const engine::Run& run,
              const engine::Instance& instance)
{
    const pipeline::Step& step = run.step(instance);
    Json outputs = Json::object();
    for (const auto& [output, artifact] : instance.outputs)
        outputs[output] = artifactJson(artifact);
    Json attempts = Json::array();
    for (const auto& attempt : instance.attempts)
        attempts.push_back(attemptJson(workspace, {run.id, instance.id, attempt.number}, attempt));
    const Message why =
        engine::isEnd(instance.state) ? instance.why : engine::whyWaiting(view.workspace, run, instance);
    return {{"step", instance.id.text()},
            {"kind", std::string(pipeline::describe(step.kind()).key)},
            {"state", name(instance.state)},
            {"cached", instance.cached},
            {"why", messageJson(why)},
            {"ended", timeJson(instance.endedAt)},
            {"outputs", outputs},
            {"values", instance.values},
            {"metrics", instance.metrics},
            {"attempts", attempts}};
}

Json lineJson(const registry::Line& line)
{
    Json versions = Json::array();
    for (const auto& [minor, version] : line.versions) {
        Json history = Json::array();
        for (const auto& change : version.history) {
            history.push_back({{"from", name(change.from)},
                               {"to", name(change.to)},
                               {"at", timeJson(change.at)},
                               {"actor", change.actor},
                               {"person", change.person},
                               {"comment", change.comment},
                               {"run", change.run}});
        }
        versions.push_back({{"version", version.id.text()},
                            {"number", version.id.number()},
                            {"stage", name(version.stage)},
                            {"artifact", artifactJson(version.artifact)},
                            {"run", version.run},
                            {"step", version.instance},
                            {"registered", timeJson(version.registeredAt)},
                            {"actor", version.actor},
                            {"parameters", version.parameters},
                            {"metrics", version.metrics},
                            {"lineage", version.lineage},
                            {"history", history}});
    }
    const registry::Version* production = line.inProduction();
    return {{"line", line.id.text()},
            {"production", production ? Json(production->id.number()) : Json()},
            {"versions", versions}};
}

} // namespace penstock::cli
