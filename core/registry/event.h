// The facts of the model registry; they share the workspace's log with the engine's. Source of the audit trail: each carries
// its actor in the stored event and, where a person decided, name and comment.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/ids.h"
#include "core/base/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace penstock::registry {

enum class Stage { none, staging, production, archived };

const char* name(Stage stage);
std::optional<Stage> stageByName(std::string_view name);

struct VersionRegistered {
    VersionId version;
    ArtifactRef artifact;
    std::string run;      // text of the run that made it
    std::string instance; // of its register step: registering again yields the same version
    Json parameters = Json::object();
    Json metrics = Json::object();
    Json lineage = Json::object();
};

struct StageChanged {
    VersionId version;
    Stage from = Stage::none;
    Stage to = Stage::none;
    std::string person, comment; // who decided and why; empty for what follows from another change
    std::string run;             // whose promote step asked; empty by hand
};

using Event = std::variant<VersionRegistered, StageChanged>;

std::string typeOf(const Event& event); // "registry.versionRegistered", "registry.stageChanged"
Json payloadOf(const Event& event);
Result<Event> eventFrom(std::string_view type, const Json& payload); // errors: unsupported, corrupt
bool isRegistryType(std::string_view type);

} // namespace penstock::registry
