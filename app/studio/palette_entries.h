// What the palette finds: commands, pipelines and what is in them, runs, versions, requests. Values; who chooses one gets its
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
// `open`: what screens have open, as it is now; the files on disk stand for all other pipelines.
std::vector<PaletteEntry> entriesOf(const std::vector<PipelineFile>& pipelines, const std::vector<models::Findable>& open = {});
// What was chosen lately comes first, the rest in the order it had. `lately`: keys of entries, the newest first.
QString keyOf(const PaletteEntry& entry);
void putFirst(std::vector<PaletteEntry>& entries, const QStringList& lately);

} // namespace penstock::studio
