#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace penstock::expression {

enum class Root { params, steps, previous, production, run, inputs, outputs, item, event };

std::string_view rootName(Root root);
std::optional<Root> rootNamed(std::string_view name);

using Segment = std::variant<std::string, std::int64_t>; // a member name or a list index

// A path as it stands in an expression: the unit of dependency analysis and of lookup. Only what is written out is
// part of it: in `inputs.table[params.row]` the path ends before the computed index.
struct Reference {
    Root root = Root::params;
    std::optional<std::string> line; // production('digits v1'): the named line; without it the pipeline's own
    std::vector<Segment> segments;
    std::size_t offset = 0; // into the text that was parsed, in bytes
    std::size_t length = 0;
    bool insideDefault = false; // within the first argument of default(): may be missing

    bool operator==(const Reference&) const = default;

    // The name at a position, or "" when there is none or it is an index: `steps.train.outputs.model` has "train" at 0.
    std::string_view nameAt(std::size_t position) const;
    std::string text() const; // canonical: steps.train.outputs['odd name'][0]
};

} // namespace penstock::expression
