// What the palette finds: commands, pipelines and their steps, runs, versions, requests. Values; who chooses one gets its
// action or its target.
#pragma once

#include <QAction>
#include <QPointer>

#include "app/studio/pipelines.h"
#include "ui/models/screen.h"
#include "ui/models/workspace_model.h"
#include "ui/theme/icon.h"
#include "ui/theme/mark.h"

#include <optional>
#include <vector>

namespace penstock::studio {

struct PaletteEntry {
    QString title, detail;
    std::optional<theme::Mark> mark;
    theme::Icon icon = theme::Icon::command;
    QPointer<QAction> action;
    std::optional<models::Target> target;
};

std::vector<PaletteEntry> entriesOf(const QList<QAction*>& actions);
std::vector<PaletteEntry> entriesOf(const models::WorkspaceModel& workspace);
std::vector<PaletteEntry> entriesOf(const std::vector<PipelineFile>& pipelines);

// How well what was typed fits, larger is better; nothing when it does not. Each word has to be found: at the beginning
// of the title, of a word in it, within it, or as letters in their order.
std::optional<int> fit(const PaletteEntry& entry, const QString& typed);

} // namespace penstock::studio
