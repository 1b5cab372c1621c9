// Times for people, in their zone and language. The present is an argument: what is shown can be tested.
#pragma once

#include "core/base/time.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

namespace penstock::models {

class TimeText final {
    Q_DECLARE_TR_FUNCTIONS(TimeText)

public:
    static QString duration(Duration span);            // "0.4s", "48s", "1m 12s", "2h 03m", "3d 4h"
    static QString when(Instant at, Instant now);      // "14:01", "Tue 14:01", "2 Nov 14:01", "2 Nov 2025"
    static QString day(Instant at, Instant now);       // "today", "2 Nov", "2 Nov 2025"
    static QString ago(Instant at, Instant now);       // "just now", "5 min ago", "3 h ago", "2 d ago"
    static QString remaining(Instant until, Instant now); // "6 d 21 h", "45 min"
    static QString clock(Instant at);                  // "14:01:46.300"
    static QString exact(Instant at);                  // date and time to the second

private:
    static QString dayAndMonth(const QDate& date);
    static QString dayMonthAndYear(const QDate& date);
};

} // namespace penstock::models
