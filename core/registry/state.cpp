#include "core/registry/state.h"

namespace penstock::registry {

namespace {

void fold(RegistryState& state, const VersionRegistered& event, Instant at, const std::string& actor)
{
    Line& line = state.lines[event.version.line];
    line.id = event.version.line;
    Version version;
    version.id = event.version;
    version.artifact = event.artifact;
    version.run = event.run;
    version.instance = event.instance;
    version.parameters = event.parameters;
    version.metrics = event.metrics;
    version.lineage = event.lineage;
    version.registeredAt = at;
    version.actor = actor;
    line.versions.insert_or_assign(event.version.minor, std::move(version));
}

void fold(RegistryState& state, const StageChanged& event, Instant at, const std::string& actor)
{
    const auto line = state.lines.find(event.version.line);
    if (line == state.lines.end())
        return;
    const auto found = line->second.versions.find(event.version.minor);
    if (found == line->second.versions.end())
        return;
    Version& version = found->second;
    version.stage = event.to;
    version.history.push_back({event.from, event.to, at, actor, event.person, event.comment, event.run});
    if (event.to == Stage::production)
        line->second.production = event.version.minor;
    else if (line->second.production == event.version.minor)
        line->second.production.reset();
}

} // namespace

const Version* Line::inProduction() const { return production ? &versions.at(*production) : nullptr; }

const Line* RegistryState::line(const ModelLine& id) const
{
    const auto found = lines.find(id);
    return found == lines.end() ? nullptr : &found->second;
}

const Version* RegistryState::version(const VersionId& id) const
{
    const Line* owner = line(id.line);
    if (!owner)
        return nullptr;
    const auto found = owner->versions.find(id.minor);
    return found == owner->versions.end() ? nullptr : &found->second;
}

const Version* RegistryState::madeBy(const std::string& run, const std::string& instance) const
{
    for (const auto& [id, owner] : lines) {
        for (const auto& [minor, version] : owner.versions) {
            if (version.run == run && version.instance == instance)
                return &version;
        }
    }
    return nullptr;
}

void apply(RegistryState& state, const Event& event, Instant at, const std::string& actor)
{
    std::visit([&](const auto& fact) { fold(state, fact, at, actor); }, event);
}

} // namespace penstock::registry
