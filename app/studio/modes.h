// The modes of the window, in the order of the rail. A mode's screen is made when it is first opened.
#pragma once

#include <QWidget>

#include "app/studio/open_workspace.h"
#include "ui/models/screen.h"
#include "ui/theme/icon.h"

#include <functional>
#include <vector>

namespace penstock::studio {

enum class ModeId { design, runs, compare, models, approvals };

struct Mode {
    ModeId id = ModeId::design;
    theme::Icon icon = theme::Icon::design;
    QString title;
    std::function<models::Screen*(OpenWorkspace&)> makeScreen;
};

std::vector<Mode> modes();
ModeId modeOf(models::Target::Kind kind);

} // namespace penstock::studio
