// The registry's rules, pure: each question is answered with the events that would make it true, or an Error and nothing.
#pragma once

#include "core/registry/state.h"

#include <vector>

namespace penstock::registry {

struct Registration {
    ModelLine line;
    ArtifactRef artifact;
    std::string run, instance;
    Json parameters = Json::object();
    Json metrics = Json::object();
    Json lineage = Json::object();
};

struct Registered {
    VersionId version;
    std::vector<Event> events; // empty when this instance had registered before
};

// Minor numbers count up from 1 and are never given twice.
Registered registerVersion(const RegistryState& state, const Registration& registration);

struct Promotion {
    VersionId version;
    Stage stage = Stage::production;
    std::string expected; // the Production version ("1.4") that the decision was made against, "" for none
    std::string person, comment, run;
};

// Compare-and-set: `conflict` when another version is in Production than the one expected; notFound for an unknown version.
// What is there already is a no-op without events. The version that leaves Production is archived in the same batch.
Result<std::vector<Event>> promote(const RegistryState& state, const Promotion& promotion);

// What `production.*` means in expressions: {exists, version, number, artifact, metrics, parameters, run, since}.
Json productionFacts(const RegistryState& state, const ModelLine& line);

} // namespace penstock::registry
