#include "core/engine/command_line.h"

#include "core/engine/approval.h"
#include "core/engine/resume.h"
#include "core/engine/scope.h"
#include "core/expression/template_text.h"

#include <algorithm>

namespace penstock::engine {

namespace {

using expression::Template;
using expression::Value;

Result<Value> valueOf(const std::string& text, const RunScope& scope)
{
    const auto parsed = Template::parse(text);
    return parsed ? parsed->render(scope) : Result<Value>(parsed.error());
}

Error registerError(const char* id, const Instance& instance, const std::string& text)
{
    return {ErrorCode::invalid, {id, {{"step", instance.id.step}, {"text", text}}}, {}};
}

// The record is the owner's: {"inputs": {name: hex}, "code": {file: hex}, "codeAtStart": hex, …}.
Json inputDigests(const Json& record)
{
    Json digests = Json::object();
    const Json& inputs = memberAt(record, "inputs");
    if (!inputs.is_object())
        return digests;
    for (const auto& [name, input] : inputs.items())
        digests[name] = input.is_string() ? input : Json(textAt(input, "digest"));
    return digests;
}

std::string declaredPath(const Run& run, const Instance& instance, const std::string& output)
{
    const auto* command = std::get_if<pipeline::Command>(&run.step(instance).body);
    if (!command)
        return {};
    const auto found = std::ranges::find_if(command->outputs, [&](const auto& declared) { return declared.first == output; });
    return found == command->outputs.end() ? std::string() : found->second.path;
}

Json lineageOf(const WorkspaceState& state, const Run& run, const ArtifactValue& artifact)
{
    const std::string& producer = artifact.step;
    const auto id = InstanceId::parse(producer);
    const Instance* instance = id ? run.find(*id) : nullptr;
    if (!instance)
        return Json::object();
    const Origin origin = originOf(state, run, *instance);
    Json lineage{{"run", origin.run->id.text()}, {"step", producer}};
    if (const std::string commit = textAt(origin.run->source, "commit"); !commit.empty())
        lineage["commit"] = commit;
    if (boolAt(origin.run->source, "dirty"))
        lineage["dirty"] = true;
    if (const std::string path = declaredPath(*origin.run, *origin.instance, artifact.output); !path.empty())
        lineage["path"] = path;
    if (origin.instance->attempts.empty())
        return lineage;
    const Attempt& attempt = origin.instance->attempts.back();
    lineage["attempt"] = attempt.number;
    const Json record = attempt.record.json();
    lineage["inputs"] = inputDigests(record);
    if (const Json& code = memberAt(record, "code"); code.is_object())
        lineage["code"] = code;
    return lineage;
}

const Request* approvalBefore(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const auto approval = run.planned(instance).approval;
    if (!approval || run.beside(instance, *approval).state != InstanceState::succeeded)
        return nullptr;
    const Origin origin = originOf(state, run, run.beside(instance, *approval));
    const auto request = state.requests.find(currentRequest(*origin.run, *origin.instance));
    return request == state.requests.end() ? nullptr : &request->second;
}

std::string numberOf(const Json& facts)
{
    const auto version = VersionId::parse(textAt(facts, "version"));
    return version ? version->number() : std::string();
}

} // namespace

Result<VersionRequest> versionRequest(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const auto& record = std::get<pipeline::Register>(run.step(instance).body);
    const RunScope scope(state, run, instance);
    const auto value = valueOf(record.artifact, scope);
    if (!value)
        return value.error();
    const auto artifact = artifactOf(*value);
    if (!artifact)
        return registerError("engine.register_is_no_output", instance, record.artifact);
    auto metrics = record.metrics.empty() ? Result<Value>(Json::object()) : valueOf(record.metrics, scope);
    if (!metrics)
        return metrics.error();
    if (!metrics->is_object())
        return registerError("engine.register_metrics", instance, record.metrics);
    return VersionRequest{record.model,   record.major,   artifact->artifact,
                          std::move(*metrics), run.scopeOf(instance).parameters, lineageOf(state, run, *artifact)};
}

Result<PromotionRequest> promotionRequest(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const auto& promote = std::get<pipeline::Promote>(run.step(instance).body);
    const auto value = valueOf(promote.version, RunScope(state, run, instance));
    if (!value)
        return value.error();
    const auto version = VersionId::parse(expression::toText(*value));
    if (!version)
        return registerError("engine.promote_is_no_version", instance, expression::toText(*value));
    PromotionRequest request{*version, promote.stage, {}, {}, {}};
    // Against what a person was shown; only without a person, against what is there now.
    const Request* approval = approvalBefore(state, run, instance);
    request.expected = approval ? numberOf(memberAt(approval->subject, "production"))
                                : numberOf(productionFacts(state, version->line.text()));
    if (approval) {
        request.person = approval->person;
        request.comment = approval->comment;
    }
    return request;
}

} // namespace penstock::engine
