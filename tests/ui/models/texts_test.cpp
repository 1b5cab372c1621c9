#include "ui/models/number_text.h"
#include "ui/models/size_text.h"
#include "ui/models/time_text.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace penstock;
using namespace penstock::models;
using namespace Qt::Literals::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;

class TextsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durations_data();
    void durations();
    void numbers_data();
    void numbers();
    void whatIsLongAgoSaysSo();
    void daysAreWrittenAsTheLanguageDoes();
    void sizesAreSaidInTheUnitOfTheWhole();
    void aDifferenceHasASign();
};

void TextsTest::durations_data()
{
    QTest::addColumn<qlonglong>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("parts of a second") << 400LL << u"0.4s"_s;
    QTest::newRow("seconds") << 48'000LL << u"48s"_s;
    QTest::newRow("minutes") << 72'000LL << u"1m 12s"_s;
    QTest::newRow("padded") << 122'000LL << u"2m 02s"_s;
    QTest::newRow("hours") << 7'380'000LL << u"2h 03m"_s;
    QTest::newRow("days") << 273'600'000LL << u"3d 4h"_s;
    QTest::newRow("a clock that went back") << -5'000LL << u"0.0s"_s;
}

void TextsTest::durations()
{
    QFETCH(qlonglong, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(TimeText::duration(Duration(milliseconds)), text);
}

void TextsTest::numbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("a share") << 0.98611 << u"0.9861"_s;
    QTest::newRow("no zeros at the end") << 0.5 << u"0.5"_s;
    QTest::newRow("whole") << 3.0 << u"3"_s;
    QTest::newRow("large") << 1437.24 << u"1437.2"_s;
    QTest::newRow("tiny") << 0.00001234 << u"1.234e-05"_s;
    QTest::newRow("negative") << -0.25 << u"−0.25"_s;
    QTest::newRow("none") << 0.0 << u"0"_s;
}

void TextsTest::numbers()
{
    QFETCH(double, number);
    QFETCH(QString, text);
    QCOMPARE(NumberText::value(number), text);
}

void TextsTest::whatIsLongAgoSaysSo()
{
    const Instant now(std::chrono::milliseconds(1'762'300'000'000));
    QCOMPARE(TimeText::ago(now - Duration(20'000), now), u"just now"_s);
    QCOMPARE(TimeText::ago(now - minutes(5), now), u"5 min ago"_s);
    QCOMPARE(TimeText::ago(now - hours(72), now), u"3 d ago"_s);
    QCOMPARE(TimeText::remaining(now + hours(165), now), u"6 d 21 h"_s);
    QCOMPARE(TimeText::remaining(now - hours(1), now), u"0 min"_s);
}

void TextsTest::daysAreWrittenAsTheLanguageDoes()
{
    const auto at = [](int year, int month, int day) { return Instant(Duration(QDateTime(QDate(year, month, day), QTime(14, 1)).toMSecsSinceEpoch())); };
    const Instant now = at(2026, 11, 20);
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(TimeText::when(now, now), u"14:01"_s);
    QCOMPARE(TimeText::when(at(2026, 11, 17), now), u"Tue 14:01"_s);
    QCOMPARE(TimeText::when(at(2026, 11, 2), now), u"2 Nov 14:01"_s);
    QCOMPARE(TimeText::when(at(2025, 11, 2), now), u"2 Nov 2025"_s);
    QCOMPARE(TimeText::day(at(2026, 11, 2), now), u"2 Nov"_s);
}

void TextsTest::sizesAreSaidInTheUnitOfTheWhole()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(SizeText::part(12, 900), u"12 of 900 B"_s);
    QCOMPARE(SizeText::part(900, 1'500'000), u"0.0 of 1.5 MB"_s);
    QCOMPARE(SizeText::part(1'200'000'000, 5'000'000'000), u"1.2 of 5.0 GB"_s);
    QCOMPARE(SizeText::part(1'200'000'000, 0), u"1.2 GB"_s);
}

void TextsTest::aDifferenceHasASign()
{
    QCOMPARE(NumberText::delta(0.0084), u"+0.0084"_s);
    QCOMPARE(NumberText::delta(-0.0169), u"−0.0169"_s);
    QCOMPARE(NumberText::delta(0.0), u"0"_s);
    QCOMPARE(NumberText::value(std::nullopt), u"—"_s);
}

QTEST_MAIN(TextsTest)
#include "texts_test.moc"
