#include "core/registry/decide.h"

namespace penstock::registry {

Registered registerVersion(const RegistryState& state, const Registration& registration)
{
    if (const Version* before = state.madeBy(registration.run, registration.instance))
        return {before->id, {}};
    const Line* line = state.line(registration.line);
    const VersionId version{registration.line, line ? line->nextMinor() : 1};
    return {version,
            {VersionRegistered{version, registration.artifact, registration.run, registration.instance,
                               registration.parameters, registration.metrics, registration.lineage}}};
}

Result<std::vector<Event>> promote(const RegistryState& state, const Promotion& promotion)
{
    const Version* candidate = state.version(promotion.version);
    if (!candidate)
        return Error{ErrorCode::notFound, {"registry.unknown_version", {{"version", promotion.version.text()}}}, {}};
    if (candidate->stage == promotion.stage)
        return std::vector<Event>{};
    std::vector<Event> events;
    if (promotion.stage == Stage::production) {
        const Version* current = state.line(promotion.version.line)->inProduction();
        const std::string now = current ? current->id.number() : std::string();
        if (now != promotion.expected) {
            return Error{ErrorCode::conflict,
                         {"registry.production_moved",
                          {{"line", promotion.version.line.text()}, {"expected", promotion.expected}, {"now", now}}},
                         {}};
        }
        if (current)
            events.push_back(StageChanged{current->id, Stage::production, Stage::archived, {}, {}, promotion.run});
    }
    events.push_back(StageChanged{promotion.version, candidate->stage, promotion.stage, promotion.person, promotion.comment,
                                  promotion.run});
    return events;
}

Json productionFacts(const RegistryState& state, const ModelLine& line)
{
    const Line* owner = state.line(line);
    const Version* version = owner ? owner->inProduction() : nullptr;
    if (!version)
        return {{"exists", false}};
    return {{"exists", true},
            {"version", version->id.text()},
            {"number", version->id.number()},
            {"artifact", version->artifact.digest.hex()},
            {"metrics", version->metrics},
            {"parameters", version->parameters},
            {"lineage", version->lineage},
            {"run", version->run},
            {"since", formatInstant(version->history.empty() ? version->registeredAt : version->history.back().at)}};
}

} // namespace penstock::registry
