// Lines, versions and stages: the fold of the registry's events. A value; not thread-safe.
#pragma once

#include "core/base/time.h"
#include "core/registry/event.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::registry {

struct StageChange {
    Stage from = Stage::none, to = Stage::none;
    Instant at{};
    std::string actor, person, comment, run;
};

struct Version {
    VersionId id;
    ArtifactRef artifact;
    Stage stage = Stage::none;
    std::string run, instance;
    Json parameters = Json::object();
    Json metrics = Json::object();
    Json lineage = Json::object();
    Instant registeredAt{};
    std::string actor;
    std::vector<StageChange> history;
};

struct Line {
    ModelLine id;
    std::map<int, Version> versions; // by minor number
    std::optional<int> production;   // at most one

    int nextMinor() const { return versions.empty() ? 1 : versions.rbegin()->first + 1; }
    const Version* inProduction() const;
};

struct RegistryState {
    std::map<ModelLine, Line> lines;

    const Line* line(const ModelLine& id) const;
    const Version* version(const VersionId& id) const;
    // The version that a register step of a run made, if it did.
    const Version* madeBy(const std::string& run, const std::string& instance) const;
};

void apply(RegistryState& state, const Event& event, Instant at, const std::string& actor);

} // namespace penstock::registry
