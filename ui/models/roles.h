#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/mark.h"

#include <QMetaType>
#include <Qt>

namespace penstock::models {

// Beside Qt's own roles; every model of this folder answers those that make sense for it.
enum Role {
    RawRole = Qt::UserRole, // the value itself, for sorting
    IdRole,                 // text of the id of the row
    MarkRole,               // theme::Mark
    IconRole,               // theme::Icon, for rows without a state
    DetailRole,             // second line
    TrailingRole,           // at the right of the first line
    InkRole,                // theme::Role of the second line, when it wants attention
    SectionRole,            // the heading a row stands under
    FilterRole,             // all words by which the row can be found
    VerdictRole,            // 1 better, -1 worse
};

} // namespace penstock::models

Q_DECLARE_METATYPE(penstock::theme::Mark)
Q_DECLARE_METATYPE(penstock::theme::Role)
Q_DECLARE_METATYPE(penstock::theme::Icon)
