#include "core/host/run_documents.h"

#include "core/engine/json_fields.h"
#include "core/engine/plan.h"
#include "core/format/workspace_settings.h"
#include "core/host/pipeline_files.h"
#include "core/pipeline/document_json.h"
#include "core/pipeline/issue_json.h"
#include "core/pipeline/parameters.h"
#include "core/registry/decide.h"

namespace penstock::host {

namespace {

constexpr std::uint64_t largestDocument = 16 << 20;
constexpr const char* settingsFile = "penstock.yaml";

void addProductionOf(const session::View& view, const pipeline::Pipeline& pipeline, std::map<std::string, Json>& facts)
{
    for (const pipeline::Step& step : pipeline.steps) {
        if (const auto* body = std::get_if<pipeline::Register>(&step.body)) {
            const ModelLine line{body->model, body->major};
            facts[line.text()] = registry::productionFacts(view.registry, line);
        }
    }
}

// What is wrong with any of them is wrong with the run.
Result<void> freezeDocuments(std::vector<PipelineFile> read, ArtifactStore& artifacts, engine::RunCreated& run)
{
    for (const PipelineFile& each : read) {
        if (pipeline::prevents(each.issues))
            return Error{ErrorCode::invalid, {"host.file_invalid", {{"path", each.file}, {"count", std::to_string(each.issues.size())}}},
                         dumpJson(pipeline::toJson(each.issues))};
        const auto frozen = artifacts.putBytes(each.text);
        if (!frozen)
            return frozen.error();
        run.documents[each.file] = *frozen;
        if (each.file != run.file)
            run.pipelines[each.file] = pipeline::toJson(each.read.pipeline);
    }
    return {};
}

void addOpened(const engine::Plan& plan, std::map<std::string, Json>& pipelines)
{
    for (const engine::PlannedStep& step : plan.steps()) {
        if (!step.sub)
            continue;
        const auto& sub = std::get<pipeline::SubPipeline>(plan.step(step.step).body);
        if (pipelines.emplace(engine::normalisedPath(sub.file), pipeline::toJson(step.sub->pipeline())).second)
            addOpened(*step.sub, pipelines);
    }
}

void addClaims(const engine::Plan& plan, std::vector<std::string>& paths)
{
    for (const engine::PlannedStep& step : plan.steps()) {
        paths.insert(paths.end(), step.claims.begin(), step.claims.end());
        if (step.sub)
            addClaims(*step.sub, paths);
    }
}

} // namespace

Result<engine::RunCreated> freeze(const Layout& layout, const FileSystem& files, ArtifactStore& artifacts, const std::string& file,
                                  const Json& parameters)
{
    const std::string relative = engine::normalisedPath(file);
    if (relative.empty())
        return Error{ErrorCode::invalid, {"host.file_outside", {{"path", file}}}, {}};
    auto read = readPipelineFiles(files, layout.workspace, relative);
    if (!read)
        return read.error();
    engine::RunCreated run;
    run.file = relative;
    const pipeline::Pipeline document = read->front().read.pipeline;
    if (const auto frozen = freezeDocuments(std::move(*read), artifacts, run); !frozen)
        return frozen.error();
    auto accepted = pipeline::acceptParameters(document, parameters);
    if (!accepted)
        return accepted.error();
    run.run.pipeline = document.name;
    run.pipeline = pipeline::toJson(document);
    run.parameters = std::move(*accepted);
    if (const auto settings = files.read(layout.inWorkspace(settingsFile), largestDocument)) {
        const auto kept = artifacts.putBytes(*settings);
        if (!kept)
            return kept.error();
        run.documents[settingsFile] = *kept;
    }
    return run;
}

engine::RunCreated again(const engine::Run& ended)
{
    engine::RunCreated run;
    run.run.pipeline = ended.id.pipeline;
    run.pipeline = pipeline::toJson(ended.plan->pipeline());
    run.parameters = ended.parameters;
    run.documents = ended.documents;
    run.file = ended.file;
    run.resumedFrom = ended.id.text();
    run.noCache = ended.noCache;
    run.checkout = ended.checkout;
    run.source = ended.checkout ? ended.source : Json();
    run.reproduces = ended.reproduces;
    addOpened(*ended.plan, run.pipelines);
    return run;
}

Result<engine::RunCreated> anew(const engine::Run& ended)
{
    const std::string commit = ended.checkout ? ended.checkout->commit : textAt(ended.source, "commit");
    if (commit.empty())
        return Error{ErrorCode::conflict, {"host.no_commit_known", {{"run", ended.id.text()}}}, {}};
    engine::RunCreated run = again(ended);
    run.resumedFrom.clear();
    run.reproduces = ended.id.text();
    run.noCache = true;
    run.simulated = ended.simulated;
    for (std::size_t step = 0; step < ended.selected.size(); ++step) {
        if (ended.selected[step])
            run.to.push_back(ended.plan->step(step).name);
    }
    engine::Checkout checkout{{}, commit, commit, textAt(ended.source, "folder"), engine::artifactFrom(memberAt(ended.source, "diff"))};
    if (ended.checkout) {
        checkout = *ended.checkout;
        checkout.name.clear();
    }
    run.checkout = std::move(checkout);
    run.source = ended.source;
    run.source["branch"] = nullptr;
    return run;
}

std::map<std::string, Json> productionOf(const session::View& view, const engine::RunCreated& run)
{
    std::map<std::string, Json> facts;
    if (const auto document = pipeline::pipelineFromJson(run.pipeline))
        addProductionOf(view, *document, facts);
    for (const auto& [file, json] : run.pipelines) {
        if (const auto document = pipeline::pipelineFromJson(json))
            addProductionOf(view, *document, facts);
    }
    return facts;
}

std::vector<std::string> claimsOf(const engine::Plan& plan)
{
    std::vector<std::string> paths;
    addClaims(plan, paths);
    return paths;
}

std::vector<std::string> claimsOf(const engine::RunCreated& run)
{
    auto document = pipeline::pipelineFromJson(run.pipeline);
    const auto library = engine::libraryFrom(run.pipelines);
    const auto plan = document && library ? engine::Plan::make(std::move(*document), *library) : Result<engine::Plan>(Error{});
    return plan ? claimsOf(*plan) : std::vector<std::string>();
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
