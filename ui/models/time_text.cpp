#include "ui/models/time_text.h"

#include <QDateTime>
#include <QLocale>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime local(Instant at) { return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()); }

} // namespace

// How a language writes a date is part of its translation; the names in it come from the same language, which is the
// default locale's (messages::Language), whatever the system speaks.
QString TimeText::dayAndMonth(const QDate& date) { return QLocale().toString(date, tr("d MMM", "a day of this year, as QLocale::toString() takes it")); }

QString TimeText::dayMonthAndYear(const QDate& date) { return QLocale().toString(date, tr("d MMM yyyy", "a day, as QLocale::toString() takes it")); }

QString TimeText::duration(Duration span)
{
    const qint64 milliseconds = qMax<qint64>(0, span.count());
    if (milliseconds < 10'000)
        return tr("%1s").arg(QLocale::c().toString(static_cast<double>(milliseconds) / 1000.0, 'f', 1));
    const qint64 seconds = milliseconds / 1000;
    const auto padded = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    if (seconds < 60)
        return tr("%1s").arg(seconds);
    if (seconds < 3600)
        return tr("%1m %2s").arg(seconds / 60).arg(padded(seconds % 60));
    if (seconds < 86'400)
        return tr("%1h %2m").arg(seconds / 3600).arg(padded(seconds / 60 % 60));
    return tr("%1d %2h").arg(seconds / 86'400).arg(seconds / 3600 % 24);
}

QString TimeText::when(Instant at, Instant now)
{
    const QDateTime time = local(at);
    const QDate today = local(now).date();
    const QString clock = time.toString(u"HH:mm"_s);
    if (time.date() == today)
        return clock;
    if (time.date() < today && time.date().daysTo(today) < 7)
        return QLocale().toString(time.date(), u"ddd"_s) % u' ' % clock;
    if (time.date().year() == today.year())
        return dayAndMonth(time.date()) % u' ' % clock;
    return dayMonthAndYear(time.date());
}

QString TimeText::day(Instant at, Instant now)
{
    const QDate date = local(at).date();
    const QDate today = local(now).date();
    if (date == today)
        return tr("today");
    return date.year() == today.year() ? dayAndMonth(date) : dayMonthAndYear(date);
}

QString TimeText::ago(Instant at, Instant now)
{
    const qint64 minutes = (now - at).count() / 60'000;
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return tr("%1 min ago").arg(minutes);
    if (minutes < 48 * 60)
        return tr("%1 h ago").arg(minutes / 60);
    return tr("%1 d ago").arg(minutes / 1440);
}

QString TimeText::remaining(Instant until, Instant now)
{
    const qint64 minutes = qMax<qint64>(0, (until - now).count() / 60'000);
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes < 1440)
        return tr("%1 h").arg(minutes / 60);
    return tr("%1 d %2 h").arg(minutes / 1440).arg(minutes / 60 % 24);
}

QString TimeText::clock(Instant at) { return local(at).toString(u"HH:mm:ss.zzz"_s); }

QString TimeText::exact(Instant at) { return local(at).toString(u"yyyy-MM-dd HH:mm:ss"_s); }

} // namespace penstock::models
