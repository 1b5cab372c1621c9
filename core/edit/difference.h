// What differs between two pipelines in meaning: by the names of steps, whatever order, positions, comments and quotes are.
#pragma once

#include "core/edit/link.h"
#include "core/format/yaml_scalar.h"
#include "core/pipeline/document.h"

#include <optional>
#include <string>
#include <vector>

namespace penstock::edit {

enum class Fate { added, removed, changed, renamed };

struct FieldChange {
    std::string path;                                // "timeout", "outputs.model.path"; keys as in the file
    std::optional<format::YamlValue> before, after; // nothing: it is not there

    bool operator==(const FieldChange&) const = default;
};

// A step or a parameter.
struct PartDifference {
    std::string name;   // after; of what was removed: before
    std::string before; // its name before; empty when it was added
    Fate fate = Fate::changed;
    std::vector<FieldChange> fields; // of what changed

    bool operator==(const PartDifference&) const = default;
};

struct EdgeDifference {
    LinkKind kind = LinkKind::order;
    std::string from, to; // names after; a removed step has its own
    Fate fate = Fate::added; // or removed

    bool operator==(const EdgeDifference&) const = default;
};

struct Difference {
    std::vector<FieldChange> document; // "about", "defaults.env.A", "on.event", "outputs.model"
    std::vector<PartDifference> parameters, steps; // in the order of the pipeline after; what was removed comes last
    std::vector<EdgeDifference> edges;

    bool isEmpty() const { return document.empty() && parameters.empty() && steps.empty(); }
    // Null for a step that is the same on both sides.
    const PartDifference* step(const std::string& name) const;
};

// A step that went and one that came are one that was renamed when they are equal in all but name; what speaks of it
// and follows has not changed then. Pure; time is about linear in the size of both.
Difference difference(const pipeline::Pipeline& before, const pipeline::Pipeline& after);

std::string_view word(Fate fate);     // added, removed, changed, renamed
std::string_view word(LinkKind kind); // order, data, branch, failure, reject

} // namespace penstock::edit
