// NAME.layout.yaml: where the nodes of a pipeline stand on the canvas (docs/formats.md). Losing it loses nothing.
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace penstock::format {

struct NodePosition {
    double x = 0, y = 0; // top left corner, in pixels at 100 %

    bool operator==(const NodePosition&) const = default;
};

using NodePositions = std::map<std::string, NodePosition>; // by step name

// What cannot be read is left out, down to nothing: the canvas finds places for nodes that have none.
NodePositions readLayout(std::string_view text);

// The text with these positions: nodes that did not move keep their lines and comments, nodes that are gone lose theirs.
// A text that cannot be read is replaced. Positions are rounded to whole pixels; those that are not finite are left out.
Result<std::string> writeLayout(std::string_view oldText, const NodePositions& positions);

// "pipelines/digits.pipeline.yaml" -> "pipelines/digits.layout.yaml"
std::string layoutPathOf(std::string_view pipelinePath);

} // namespace penstock::format
