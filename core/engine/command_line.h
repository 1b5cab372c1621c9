// Turns a command step into what is executed, once the owner knows where inputs and outputs are. Pure.
#pragma once

#include "core/engine/state.h"

#include <map>
#include <string>
#include <vector>

namespace penstock::engine {

struct Places {
    std::map<std::string, std::string> inputs;  // name -> absolute path to read
    std::map<std::string, std::string> outputs; // name -> absolute path to write
    std::string parametersFile;                 // PENSTOCK_PARAMS
    std::string outputsFile;                    // PENSTOCK_OUTPUTS
    std::string metricsFile;                    // PENSTOCK_METRICS
};

struct CommandLine {
    std::vector<std::string> arguments;            // argv; for a script: bash -euo pipefail -c TEXT
    std::map<std::string, std::string> variables;  // PENSTOCK_* and defaults.env, env, PENSTOCK_X1 …
    Json parameters = Json::object();              // only those the step refers to: the content of PENSTOCK_PARAMS
};

// Where an input of a step comes from.
struct InputSource {
    std::string name;
    std::string file;                     // relative to the workspace; empty when it is an artifact
    std::optional<ArtifactRef> artifact;
    std::string restorePath;              // the producer's declared path, where the content is put back; empty: none
};

// Errors: invalid with the expression's message (an unknown name, a wrong type): the attempt is refused, not run.
Result<std::vector<InputSource>> inputSources(const WorkspaceState& state, const Run& run, const Instance& instance);
Result<CommandLine> commandLine(const WorkspaceState& state, const Run& run, const Instance& instance, int attempt,
                                const Places& places);

// What a register step records and a promote step moves, with their templates evaluated.
struct VersionRequest {
    std::string model;
    int major = 0;
    ArtifactRef artifact;
    Json metrics = Json::object();
    Json parameters = Json::object();
    Json lineage = Json::object(); // {run, step, path, attempt, inputs: {name: digest}, code: {file: digest}} of what made the artifact
};
struct PromotionRequest {
    VersionId version;
    std::string stage;
    std::string expected; // number ("1.4") of the Production version shown to the approver, "" none: compare-and-set
    std::string person, comment; // who approved; empty when no approval stands before it
};
Result<VersionRequest> versionRequest(const WorkspaceState& state, const Run& run, const Instance& instance);
Result<PromotionRequest> promotionRequest(const WorkspaceState& state, const Run& run, const Instance& instance);

} // namespace penstock::engine
