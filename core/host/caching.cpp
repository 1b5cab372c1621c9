#include "core/host/caching.h"

#include "core/engine/json_fields.h"
#include "core/engine/recipe.h"
#include "core/host/code_files.h"

namespace penstock::host {

namespace {

constexpr std::size_t mostDifferences = 20;
constexpr std::uint64_t largestRecipe = 64 << 20;

void addClaims(const engine::Plan& plan, std::vector<std::string>& paths)
{
    for (const engine::PlannedStep& step : plan.steps()) {
        paths.insert(paths.end(), step.claims.begin(), step.claims.end());
        if (step.sub)
            addClaims(*step.sub, paths);
    }
}

std::vector<std::string> notCode(const engine::Run& run, const pipeline::Command& command)
{
    std::vector<std::string> paths;
    addClaims(*run.plan, paths);
    for (const auto& [name, input] : command.inputs) {
        if (input.isFile)
            paths.push_back(engine::normalisedPath(input.source));
    }
    return paths;
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

} // namespace

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
    return Earlier{*id, memberAt(attempt->record, "cache"), instance.outputs, instance.values, instance.metrics};
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

Result<Settled> settle(const Preparation& preparation, Measured measured, const std::optional<Earlier>& same, const std::optional<Earlier>& newest,
                       ArtifactStore& artifacts, store::Displaced& displaced, const std::atomic<bool>& stop)
{
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
        return settled;
    }
    const Message why = same ? Message{"engine.cache_gone", {}} : preparation.cache->why;
    settled.prepared.cache = missRecord(measured.keyed, why, same ? same : newest, artifacts);
    return settled;
}

bool hasCodeChanged(const Json& cache, const std::string& workspace, ArtifactStore& artifacts, const std::atomic<bool>& stop)
{
    const auto recipe = keptRecipe(textAt(cache, "key"), artifacts);
    if (!recipe)
        return true; // it cannot be said
    for (const auto& [file, was] : memberAt(*recipe, "code").items()) {
        const auto now = artifacts.digestInPlace(workspace + '/' + file, {}, stop);
        if (!now || now->digest.hex() != was)
            return true;
    }
    return false;
}

} // namespace penstock::host
