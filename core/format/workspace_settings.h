// penstock.yaml: people and roles, policies, environments, retention, resources (docs/formats.md).
#pragma once

#include "core/base/json.h"
#include "core/pipeline/issue.h"
#include "core/registry/people.h"
#include "core/registry/retention.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace penstock::format {

// What steps may use together. What is absent is found out by asking the system.
struct MachineResources {
    std::optional<std::uint64_t> memory; // bytes
    std::optional<int> gpus;
    std::map<std::string, int> pools; // name -> how many attempts at a time, at least one
};

struct WorkspaceSettings {
    registry::People people;
    Json policies = Json::object(); // kept as read until they can be checked
    Json environments = Json::object();
    registry::Retention retention;
    MachineResources resources;
};

struct ReadSettings {
    WorkspaceSettings settings;
    pipeline::SourceMap places;
    pipeline::Issues issues;
};

// Never fails: what is wrong is in `issues`. A person whose entry cannot be read holds no role.
ReadSettings readSettings(std::string_view text);

} // namespace penstock::format
