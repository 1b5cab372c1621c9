// What the palette finds: commands, pipelines and their steps, runs, versions, requests. Values; who chooses one gets its
// action or its target.
#pragma once

#include <QAction>
#include <QPointer>

#include "app/studio/pipelines.h"
#include "ui/models/chooser.h"
#include "ui/models/screen.h"
#include "ui/models/workspace_model.h"

#include <optional>
#include <vector>

namespace penstock::studio {

struct PaletteEntry {
    models::Choice choice;
    QPointer<QAction> action;
    std::optional<models::Target> target;
};

std::vector<PaletteEntry> entriesOf(const QList<QAction*>& actions);
std::vector<PaletteEntry> entriesOf(const models::WorkspaceModel& workspace);
std::vector<PaletteEntry> entriesOf(const std::vector<PipelineFile>& pipelines);

} // namespace penstock::studio
