// The marks of states: each is a shape, a word and a colour, so that none of the three is needed to tell them apart.
#pragma once

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QRectF>

#include <array>

class QPainter;

namespace penstock::theme {

enum class Mark {
    pending,
    running,
    waitingForPerson,
    succeeded,
    cached,
    failed,
    rejected,
    cancelled,
    skipped,
    lost,
    warning, // the same triangle as lost: both ask to be looked at, the word tells which
};
inline constexpr std::array allMarks{Mark::pending, Mark::running, Mark::waitingForPerson, Mark::succeeded,
                                     Mark::cached,  Mark::failed,  Mark::rejected,         Mark::cancelled,
                                     Mark::skipped, Mark::lost,    Mark::warning};

class StateMark final {
    Q_DECLARE_TR_FUNCTIONS(StateMark)

public:
    static QString word(Mark mark); // "waiting for a person"
    static Role role(Mark mark);
    // failed, lost, waiting...: what earns a stripe on a node and a place at the head of a list
    static bool wantsAttention(Mark mark);
    // Fits the mark into the largest square in the middle of `box`; 16 px is its natural size. `phase` (0..1) turns the
    // ring of `running`. `surface` is what it stands on: shapes inside discs are cut out in that colour.
    static void paint(QPainter& painter, const QRectF& box, Mark mark, const Theme& theme, Role surface = Role::panel, double phase = 0);
};

} // namespace penstock::theme
