// What people look for in a pipeline by its name: steps, frames, notes, parameters. Pure.
#pragma once

#include "core/pipeline/document.h"
#include "ui/models/screen.h"

#include <vector>

namespace penstock::designer {

// `file` is the pipeline's, relative to the workspace.
std::vector<models::Findable> placesIn(const pipeline::Pipeline& pipeline, const QString& file);

// Of Target::inside: the name of a parameter; empty: it is none.
QString parameterOf(const QString& inside);

} // namespace penstock::designer
