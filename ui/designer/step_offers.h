// What can be put onto the canvas: steps of every kind, scripts of the workspace, other pipelines.
#pragma once

#include "core/base/file_system.h"
#include "core/format/yaml_scalar.h"
#include "core/pipeline/document.h"
#include "ui/canvas/graph.h"
#include "ui/models/chooser.h"

#include <string>
#include <vector>

namespace penstock::designer {

struct StepOffer {
    models::Choice choice;
    std::string name;       // that it would like
    format::YamlValue step; // what stands under it
    bool takesData = false; // it can have inputs
    bool isEnd = false;     // nothing comes after it
};

// In the order of the palette. `file`: the pipeline itself, which cannot be its own step.
std::vector<StepOffer> stepOffers(const FileSystem& files, const QString& workspace, const QString& file, const pipeline::Pipeline& pipeline);

// Those that make sense at the other end of a link that is pulled from this port.
std::vector<StepOffer> offersFor(std::vector<StepOffer> offers, const canvas::PortRef& port);

// A step that runs the script, with the arguments that it seems to take. `script` is relative to the workspace.
StepOffer scriptOffer(const FileSystem& files, const QString& workspace, const QString& script, const pipeline::Pipeline& pipeline);

// A step that runs another pipeline.
StepOffer pipelineOffer(const QString& file);

} // namespace penstock::designer
