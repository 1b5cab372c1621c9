#include "core/registry/event.h"

#include <array>
#include <utility>

namespace penstock::registry {

namespace {

constexpr std::array<std::pair<Stage, const char*>, 4> stages{
    {{Stage::none, "none"}, {Stage::staging, "staging"}, {Stage::production, "production"}, {Stage::archived, "archived"}}};
constexpr const char* registeredType = "registry.versionRegistered";
constexpr const char* stageType = "registry.stageChanged";

Json artifactJson(const ArtifactRef& artifact)
{
    return {{"digest", artifact.digest.hex()},
            {"shape", artifact.shape == ArtifactShape::folder ? "folder" : "file"},
            {"size", artifact.size}};
}

std::optional<ArtifactRef> artifactFrom(const Json& json)
{
    const auto digest = Digest::parse(textAt(json, "digest"));
    if (!digest)
        return std::nullopt;
    const auto shape = textAt(json, "shape") == "folder" ? ArtifactShape::folder : ArtifactShape::file;
    return ArtifactRef{*digest, shape, static_cast<std::uint64_t>(integerAt(json, "size"))};
}

Error corrupt(std::string_view type)
{
    return {ErrorCode::corrupt, {"registry.event_corrupt", {{"type", std::string(type)}}}, {}};
}

Result<Event> registeredFrom(const Json& payload)
{
    const auto version = VersionId::parse(textAt(payload, "version"));
    const auto artifact = artifactFrom(memberAt(payload, "artifact"));
    if (!version || !artifact)
        return corrupt(registeredType);
    return Event(VersionRegistered{*version, *artifact, textAt(payload, "run"), textAt(payload, "instance"),
                                   memberAt(payload, "parameters"), memberAt(payload, "metrics"), memberAt(payload, "lineage")});
}

Result<Event> stageFrom(const Json& payload)
{
    const auto version = VersionId::parse(textAt(payload, "version"));
    const auto from = stageByName(textAt(payload, "from"));
    const auto to = stageByName(textAt(payload, "to"));
    if (!version || !from || !to)
        return corrupt(stageType);
    return Event(StageChanged{*version, *from, *to, textAt(payload, "person"), textAt(payload, "comment"), textAt(payload, "run")});
}

} // namespace

const char* name(Stage stage)
{
    for (const auto& [value, word] : stages) {
        if (value == stage)
            return word;
    }
    return "none";
}

std::optional<Stage> stageByName(std::string_view text)
{
    for (const auto& [value, word] : stages) {
        if (text == word)
            return value;
    }
    return std::nullopt;
}

std::string typeOf(const Event& event)
{
    return std::holds_alternative<VersionRegistered>(event) ? registeredType : stageType;
}

Json payloadOf(const Event& event)
{
    if (const auto* made = std::get_if<VersionRegistered>(&event)) {
        return {{"version", made->version.text()}, {"artifact", artifactJson(made->artifact)}, {"run", made->run},
                {"instance", made->instance},      {"parameters", made->parameters},           {"metrics", made->metrics},
                {"lineage", made->lineage}};
    }
    const auto& change = std::get<StageChanged>(event);
    return {{"version", change.version.text()}, {"from", name(change.from)},     {"to", name(change.to)},
            {"person", change.person},          {"comment", change.comment},     {"run", change.run}};
}

Result<Event> eventFrom(std::string_view type, const Json& payload)
{
    if (type == registeredType)
        return registeredFrom(payload);
    if (type == stageType)
        return stageFrom(payload);
    return Error{ErrorCode::unsupported, {"registry.event_unknown", {{"type", std::string(type)}}}, {}};
}

bool isRegistryType(std::string_view type) { return type.starts_with("registry."); }

} // namespace penstock::registry
