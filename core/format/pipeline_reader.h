#pragma once

#include "core/format/yaml_tree.h"
#include "core/pipeline/document.h"
#include "core/pipeline/issue.h"
#include "core/pipeline/source_map.h"

#include <optional>
#include <string_view>

namespace penstock::format {

struct ReadPipeline {
    pipeline::Pipeline pipeline; // what could be read; to be run only when nothing prevents it
    pipeline::SourceMap places;
    pipeline::Issues issues;     // of the text and its keys; core/check finds the rest
    std::optional<YamlTree> tree; // absent when the text is no YAML at all
};

// A `*.pipeline.yaml`. Never fails: what is wrong is in `issues`, each with its place. Which keys there are, and of what type,
// is said by core/pipeline/kinds.h alone.
ReadPipeline readPipeline(std::string_view text);

} // namespace penstock::format
