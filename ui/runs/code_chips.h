// What a run says about its code, as chips of its header. Pure.
#pragma once

#include "core/session/code_changes.h"
#include "ui/theme/theme.h"

#include <QString>

#include <vector>

namespace penstock::runs {

struct RunChip {
    QString text;
    theme::Role role = theme::Role::muted;

    bool operator==(const RunChip&) const = default;
};

// Of a run with very many steps only when it has ended: this is asked each second.
std::vector<session::CodeChange> shownChanges(const engine::Run& run);
std::vector<RunChip> codeChips(const engine::Run& run);

} // namespace penstock::runs
