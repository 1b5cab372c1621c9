#pragma once

#include "core/format/members.h"

namespace penstock::format {

// One step of `steps:`; `path` is "steps.NAME". For this folder only.
pipeline::Step readStep(const std::string& name, const YamlNode& node, const std::string& path, const Findings& findings);
pipeline::Retry readRetry(const YamlNode& node, const std::string& path, const Findings& findings);

} // namespace penstock::format
