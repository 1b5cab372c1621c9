// Pipeline -> fresh YAML text in the style of the documentation. To change a file that exists, use YamlPatch with the values
// and the layout given here: a fresh text would lose comments and order.
#pragma once

#include "core/format/yaml_emit.h"
#include "core/pipeline/document.h"

#include <string>

namespace penstock::format {

// Keys in the order of core/pipeline/kinds.h, without what is as it is by default. readPipeline() gives the same document.
std::string writePipeline(const pipeline::Pipeline& pipeline);

// The parts, as they stand under `steps.NAME`, `parameters.NAME`, ...
YamlValue yamlOf(const pipeline::Pipeline& pipeline);
YamlValue yamlOf(const pipeline::Step& step);
YamlValue yamlOf(const pipeline::Parameter& parameter);
YamlValue yamlOf(const pipeline::Retry& retry);
YamlValue yamlOf(const pipeline::Command& command);

// Steps and branches stand in blocks, their fields on one line where they fit.
YamlLayout pipelineLayout();

std::string formatSize(std::uint64_t bytes); // "1GiB", "1500": what parseSize() reads

} // namespace penstock::format
