#include "core/host/run_documents.h"
#include "core/pipeline/parameters.h"
#include "core/pipeline/document_json.h"

#include "core/check/check.h"
#include "core/engine/plan.h"
#include "core/format/pipeline_reader.h"
#include "core/format/workspace_settings.h"
#include "core/pipeline/issue_json.h"
#include "core/registry/decide.h"

namespace penstock::host {

namespace {

constexpr std::uint64_t largestDocument = 16 << 20;
constexpr const char* settingsFile = "penstock.yaml";

std::map<std::string, Json> productionOf(const session::View& view, const pipeline::Pipeline& pipeline)
{
    std::map<std::string, Json> facts;
    for (const pipeline::Step& step : pipeline.steps) {
        if (const auto* body = std::get_if<pipeline::Register>(&step.body)) {
            const ModelLine line{body->model, body->major};
            facts[line.text()] = registry::productionFacts(view.registry, line);
        }
    }
    return facts;
}

} // namespace

Result<engine::RunCreated> freeze(const Layout& layout, const FileSystem& files, ArtifactStore& artifacts, const session::View& view,
                                  const std::string& file, const Json& parameters)
{
    const std::string relative = engine::normalisedPath(file);
    if (relative.empty())
        return Error{ErrorCode::invalid, {"host.file_outside", {{"path", file}}}, {}};
    const auto text = files.read(layout.inWorkspace(relative), largestDocument);
    if (!text)
        return text.error();
    format::ReadPipeline read = format::readPipeline(*text);
    pipeline::Issues issues = std::move(read.issues);
    if (read.tree)
        issues = check::merged(issues, check::check(read.pipeline, read.places, *text));
    if (pipeline::prevents(issues)) {
        return Error{ErrorCode::invalid, {"host.file_invalid", {{"path", relative}, {"count", std::to_string(issues.size())}}},
                     dumpJson(pipeline::toJson(issues))};
    }
    auto accepted = pipeline::acceptParameters(read.pipeline, parameters);
    if (!accepted)
        return accepted.error();

    engine::RunCreated run;
    run.run.pipeline = read.pipeline.name;
    run.pipeline = pipeline::toJson(read.pipeline);
    run.parameters = std::move(*accepted);
    run.file = relative;
    run.facts = productionOf(view, read.pipeline);
    const auto frozen = artifacts.putBytes(*text);
    if (!frozen)
        return frozen.error();
    run.documents[relative] = *frozen;
    if (const auto settings = files.read(layout.inWorkspace(settingsFile), largestDocument)) {
        const auto kept = artifacts.putBytes(*settings);
        if (!kept)
            return kept.error();
        run.documents[settingsFile] = *kept;
    }
    return run;
}

engine::RunCreated again(const session::View& view, const engine::Run& ended)
{
    engine::RunCreated run;
    run.run.pipeline = ended.id.pipeline;
    run.pipeline = pipeline::toJson(ended.plan->pipeline());
    run.parameters = ended.parameters;
    run.documents = ended.documents;
    run.file = ended.file;
    run.resumedFrom = ended.id.text();
    run.facts = productionOf(view, ended.plan->pipeline());
    return run;
}

Result<registry::People> frozenPeople(const engine::Run& run, const ArtifactStore& artifacts)
{
    const auto document = run.documents.find(settingsFile);
    if (document == run.documents.end())
        return registry::People{};
    const auto text = artifacts.readBytes(document->second.digest, largestDocument);
    if (!text)
        return text.error();
    format::ReadSettings read = format::readSettings(*text);
    return std::move(read.settings.people);
}

} // namespace penstock::host
