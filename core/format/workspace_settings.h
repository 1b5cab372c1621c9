// penstock.yaml: people and roles, policies, environments, retention (docs/formats.md).
#pragma once

#include "core/base/json.h"
#include "core/pipeline/issue.h"
#include "core/registry/people.h"

#include <string_view>

namespace penstock::format {

struct WorkspaceSettings {
    registry::People people;
    Json policies = Json::object(); // kept as read until they can be checked
    Json environments = Json::object();
    Json retention = Json::object();
};

struct ReadSettings {
    WorkspaceSettings settings;
    pipeline::SourceMap places;
    pipeline::Issues issues;
};

// Never fails: what is wrong is in `issues`. A person whose entry cannot be read holds no role.
ReadSettings readSettings(std::string_view text);

} // namespace penstock::format
