// Chosen steps linked one after the other. Pure.
#pragma once

#include "core/edit/edit.h"
#include "ui/designer/design_links.h"

#include <QStringList>

#include <vector>

namespace penstock::designer {

struct Chain {
    std::vector<edit::Edit> links;
    QString refusal; // why one of them cannot be; then there are none
};

// From left to right as the steps stand, each to the next, where no edge leads there yet: with what the first one makes, if that
// is one thing and the second takes data, else by order. `graph` and `judge` are of this pipeline.
Chain chain(const pipeline::Pipeline& pipeline, const DocumentJudge& judge, const canvas::Graph& graph, const QStringList& steps);

} // namespace penstock::designer
