// What differs between two texts of a pipeline: as a graph, as a list and by lines. Pure; may take long for large texts.
#pragma once

#include "ui/designer/versions/compared_graph.h"
#include "ui/designer/versions/version_source.h"

namespace penstock::designer {

struct VersionsComparison {
    bool isReadable = false; // false: one of the texts makes no sense as a pipeline, there are only lines
    canvas::Graph graph;
    edit::Difference difference; // what was added or removed has all its fields on its side
    std::string lines;           // as `diff -u` says it; empty: the same text. Cut when it is very long.
    bool isCut = false;

    std::size_t count(edit::Fate fate) const; // steps and parameters
};

VersionsComparison compareVersions(const VersionTexts& before, const VersionTexts& after);

} // namespace penstock::designer
