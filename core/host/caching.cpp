#include "core/host/caching.h"

#include "core/engine/json_fields.h"
#include "core/engine/recipe.h"
#include "core/host/code_files.h"
#include "core/host/run_documents.h"

namespace penstock::host {

namespace {

constexpr std::size_t mostDifferences = 20;
constexpr std::uint64_t largestRecipe = 64 << 20;

std::vector<std::string> notCode(const engine::Run& run, const pipeline::Command& command)
{
    std::vector<std::string> paths = claimsOf(*run.plan);
    for (const auto& [name, input] : command.inputs) {
        if (input.isFile)
            paths.push_back(engine::normalisedPath(input.source));
    }
    return paths;
}

// Path and content of the test reports that there were.
std::vector<std::pair<std::string, ArtifactRef>> reportsOf(const Earlier& earlier)
{
    std::vector<std::pair<std::string, ArtifactRef>> reports;
    for (const Json& report : memberAt(earlier.tests, "reports")) {
        if (const auto artifact = engine::artifactFrom(memberAt(report, "artifact")))
            reports.emplace_back(textAt(report, "path"), *artifact);
    }
    return reports;
}

std::optional<ArtifactRef> metricsFileOf(const Earlier& earlier) { return engine::artifactFrom(memberAt(earlier.cache, "metricsFile")); }

Result<Json> keptRecipe(const std::string& key, const ArtifactStore& artifacts)
{
    const auto digest = Digest::parse(key);
    const auto document = digest ? artifacts.readBytes(*digest, largestRecipe) : Error{ErrorCode::notFound, {}, {}};
    if (!document)
        return document.error();
    const auto json = parseJson(*document);
    const auto codeDigest = json ? Digest::parse(textAt(*json, "code")) : std::nullopt;
    const auto code = codeDigest ? artifacts.readBytes(*codeDigest, largestRecipe) : Error{ErrorCode::notFound, {}, {}};
    return code ? engine::recipeFrom(*document, *code) : Result<Json>(code.error());
}

std::string stepText(const AttemptId& attempt) { return attempt.run.text() + '/' + attempt.instance.text(); }

// The whole recipe is kept in the store together with the key's document, which is found there by the key.
Result<Keyed> findKey(const CacheQuestion& question, const std::map<std::string, ArtifactRef>& inputs, ArtifactStore& artifacts,
                      const GitListing& git, const std::atomic<bool>& stop)
{
    Keyed keyed{question.recipe, {}, {}};
    for (const auto& [name, input] : inputs)
        engine::addInput(keyed.recipe, name, input.digest);
    if (question.environment) {
        const auto spec = environmentSpec(*question.environment);
        if (!spec)
            return spec.error();
        engine::addEnvironment(keyed.recipe, spec->key);
    }
    const auto files = codeListing(question.code, git, stop);
    if (!files && files.error().code == ErrorCode::unsupported)
        return keyed.why = files.error().message, keyed;
    if (!files)
        return files.error();
    for (const std::string& file : *files) {
        const auto digest = artifacts.digestInPlace(question.code.workspace + '/' + file, {}, stop);
        if (digest)
            engine::addCode(keyed.recipe, file, digest->digest);
        else if (digest.error().code == ErrorCode::cancelled)
            return digest.error();
    }
    const engine::RecipeKey key = engine::keyOf(keyed.recipe);
    // Without them a later miss is explained with fewer words.
    (void)artifacts.putBytes(key.document);
    (void)artifacts.putBytes(key.code);
    keyed.key = key.digest.hex();
    return keyed;
}

// Asked before anything is cleared.
bool isWhole(const Preparation& preparation, const Earlier& earlier, const ArtifactStore& artifacts)
{
    for (const auto& [name, output] : preparation.outputs) {
        const auto artifact = earlier.outputs.find(name);
        // Asking for the path verifies the content; a private output is read from there later.
        if (artifact == earlier.outputs.end() || !artifacts.readPath(artifact->second))
            return false;
    }
    for (const auto& [path, artifact] : reportsOf(earlier)) {
        if (!artifacts.readPath(artifact))
            return false;
    }
    const auto metrics = metricsFileOf(earlier);
    return preparation.metrics.empty() || (metrics && artifacts.readPath(*metrics));
}

// False when the store does not have all of it any more; the places are clear.
Result<bool> restoreOutputs(const Preparation& preparation, const Earlier& earlier, ArtifactStore& artifacts)
{
    const auto restore = [&](const ArtifactRef& artifact, const std::string& relative) -> Result<bool> {
        const auto restored = artifacts.checkOut(artifact, preparation.layout.inWorkspace(relative));
        if (restored)
            return true;
        const bool isGone = restored.error().code == ErrorCode::notFound || restored.error().code == ErrorCode::corrupt;
        return isGone ? Result<bool>(false) : restored.error();
    };
    for (const auto& [name, output] : preparation.outputs) {
        if (output.path.empty())
            continue;
        if (auto restored = restore(earlier.outputs.at(name), output.path); !restored || !*restored)
            return restored;
    }
    for (const auto& [path, artifact] : reportsOf(earlier)) {
        if (auto restored = restore(artifact, path); !restored || !*restored)
            return restored;
    }
    return preparation.metrics.empty() ? Result<bool>(true) : restore(*metricsFileOf(earlier), preparation.metrics);
}

engine::AttemptEnded hitEnd(const AttemptId& attempt, const Keyed& keyed, const Earlier& earlier)
{
    // A hit of a hit names who did the work.
    const bool isHit = boolAt(earlier.cache, "hit");
    Json cache{{"hit", true}, {"key", keyed.key}, {"parts", engine::partDigests(keyed.recipe)}};
    cache["run"] = isHit ? textAt(earlier.cache, "run") : earlier.attempt.run.text();
    cache["step"] = isHit ? textAt(earlier.cache, "step") : earlier.attempt.instance.text();
    cache["attempt"] = isHit ? integerAt(earlier.cache, "attempt", 1) : earlier.attempt.number;
    if (const Json& metrics = memberAt(earlier.cache, "metricsFile"); !metrics.is_null())
        cache["metricsFile"] = metrics;
    engine::AttemptEnded ended;
    ended.attempt = attempt;
    ended.outcome.why = {"engine.cache_hit", {{"step", textAt(cache, "run") + '/' + textAt(cache, "step")}}};
    ended.outputs = earlier.outputs;
    ended.values = earlier.values;
    ended.metrics = earlier.metrics;
    ended.record["cache"] = std::move(cache);
    if (!earlier.tests.is_null())
        ended.record["tests"] = earlier.tests;
    return ended;
}

Json missRecord(const Keyed& keyed, const Message& why, const std::optional<Earlier>& against, const ArtifactStore& artifacts)
{
    Json record{{"hit", false}};
    if (const Message& reason = keyed.why.id.empty() ? why : keyed.why; !reason.id.empty())
        record["why"] = engine::toJson(reason);
    if (keyed.key.empty())
        return record;
    record["key"] = keyed.key;
    record["parts"] = engine::partDigests(keyed.recipe);
    if (!against)
        return record;
    record["against"] = stepText(against->attempt);
    const auto before = keptRecipe(textAt(against->cache, "key"), artifacts);
    record["differs"] = before ? engine::differences(*before, keyed.recipe, mostDifferences)
                               : engine::differentParts(memberAt(against->cache, "parts"), record["parts"]);
    return record;
}

// A file that came or went meanwhile is not one that was changed: steps may leave what nobody declared.
Json changedSince(const CodeSeen& before, const Keyed& keyed, const ArtifactStore& artifacts)
{
    Json files = Json::array();
    const auto text = artifacts.readBytes(before.digest, largestRecipe);
    const auto code = text ? parseJson(*text) : Result<Json>(text.error());
    if (!code || !code->is_object())
        return files;
    const Json& now = memberAt(keyed.recipe, "code");
    for (const auto& [file, was] : code->items()) {
        if (const Json& is = memberAt(now, file.c_str()); !is.is_null() && is != was && files.size() < mostDifferences)
            files.push_back(file);
    }
    return files;
}

void addChanges(Json& record, const Keyed& keyed, const std::optional<CodeSeen>& seen, const ArtifactStore& artifacts)
{
    if (!seen || keyed.key.empty() || seen->digest.hex() == textAt(record["parts"], "code"))
        return;
    if (Json files = changedSince(*seen, keyed, artifacts); !files.empty())
        record["codeDiffers"] = {{"since", seen->attempt.text()}, {"files", std::move(files)}};
}

} // namespace

std::optional<CodeSeen> codeSeen(const AttemptId& attempt, const Json& record)
{
    const auto digest = Digest::parse(textAt(memberAt(memberAt(record, "cache"), "parts"), "code"));
    return digest ? std::optional(CodeSeen{attempt, *digest}) : std::nullopt;
}

Result<std::shared_ptr<const CacheQuestion>> cacheQuestion(const session::View& view, const engine::Run& run, const engine::Instance& instance,
                                                           const std::string& workspace, const std::map<std::string, std::string>& base,
                                                           std::optional<EnvironmentQuestion> environment)
{
    const engine::CachePolicy policy = engine::cachePolicy(run, instance);
    if (!policy.keeps)
        return std::shared_ptr<const CacheQuestion>();
    auto recipe = engine::recipeOf(view.workspace, run, instance);
    if (!recipe)
        return recipe.error();
    const auto& command = std::get<pipeline::Command>(run.step(instance).body);
    for (const std::string& name : command.pass) {
        const auto value = base.find(name);
        engine::addPassed(*recipe, name, value == base.end() ? std::nullopt : std::optional(value->second));
    }
    auto question = std::make_shared<CacheQuestion>();
    question->recipe = std::move(*recipe);
    question->takes = policy.takes;
    question->why = policy.why;
    question->environment = std::move(environment);
    question->code = {workspace, command.code, codeFiles(command), notCode(run, command)};
    return std::shared_ptr<const CacheQuestion>(std::move(question));
}

std::optional<Earlier> earlierOf(const session::View& view, const std::optional<AttemptId>& id)
{
    const engine::Attempt* attempt = id ? view.workspace.attempt(*id) : nullptr;
    if (!attempt)
        return std::nullopt;
    const engine::Instance& instance = *view.workspace.run(id->run)->find(id->instance);
    const Json record = attempt->record.json();
    return Earlier{*id, memberAt(record, "cache"), instance.outputs, instance.values, instance.metrics, memberAt(record, "tests")};
}

Result<Measured> measure(const Preparation& preparation, ArtifactStore& artifacts, store::Displaced& displaced, const GitListing& git,
                         const ReadProgress& progress, const std::atomic<bool>& stop)
{
    auto prepared = prepareInputs(preparation, artifacts, displaced, progress, stop);
    if (!prepared)
        return prepared.error();
    auto keyed = findKey(*preparation.cache, prepared->inputs, artifacts, git, stop);
    return keyed ? Measured{std::move(*prepared), std::move(*keyed)} : Result<Measured>(keyed.error());
}

Result<Settled> settle(const Preparation& preparation, Measured measured, const Known& known, ArtifactStore& artifacts,
                       store::Displaced& displaced, const std::atomic<bool>& stop)
{
    const auto& same = known.same;
    Settled settled{std::move(measured.prepared), {}};
    const bool isThere = same && isWhole(preparation, *same, artifacts);
    if (const auto cleared = clearOutputs(preparation, displaced, stop); !cleared)
        return cleared.error();
    auto restored = isThere ? restoreOutputs(preparation, *same, artifacts) : Result<bool>(false);
    if (!restored)
        return restored.error();
    if (*restored) {
        settled.hit = hitEnd(preparation.attempt, measured.keyed, *same);
        settled.hit->record.update(inputsRecord(settled.prepared.inputs, settled.prepared.code));
        addChanges(settled.hit->record["cache"], measured.keyed, known.seen, artifacts);
        return settled;
    }
    const Message why = same ? Message{"engine.cache_gone", {}} : preparation.cache->why;
    settled.prepared.cache = missRecord(measured.keyed, why, same ? same : known.newest, artifacts);
    addChanges(settled.prepared.cache, measured.keyed, known.seen, artifacts);
    return settled;
}

std::optional<std::vector<std::string>> changedCode(const Json& cache, const std::string& workspace, ArtifactStore& artifacts,
                                                    const std::atomic<bool>& stop)
{
    std::vector<std::string> changed;
    const auto recipe = keptRecipe(textAt(cache, "key"), artifacts);
    if (!recipe)
        return std::nullopt;
    for (const auto& [file, was] : memberAt(*recipe, "code").items()) {
        const auto now = artifacts.digestInPlace(workspace + '/' + file, {}, stop);
        if ((!now || now->digest.hex() != was) && changed.size() < mostDifferences)
            changed.push_back(file);
    }
    return changed;
}

} // namespace penstock::host
