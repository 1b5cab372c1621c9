#include "ui/theme/contrast.h"
#include "ui/theme/icon.h"
#include "ui/theme/mark.h"
#include "ui/theme/style.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QTest>

#include <set>

using namespace penstock::theme;

namespace {

constexpr std::array surfaces{Role::window, Role::panel, Role::canvas, Role::code, Role::selection};
constexpr std::array inks{Role::text, Role::muted, Role::accent, Role::succeeded, Role::running, Role::failed, Role::waiting, Role::warning, Role::cached, Role::idle};

// The shape alone: drawn in one colour for all.
QImage shapeOf(Mark mark, const Theme& theme)
{
    QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.color(Role::panel));
    QPainter painter(&image);
    StateMark::paint(painter, image.rect(), mark, theme);
    painter.end();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, contrast(QColor(image.pixel(x, y)), theme.color(Role::panel)) > 1.4 ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    }
    return image;
}

int difference(const QImage& a, const QImage& b)
{
    int pixels = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            pixels += a.pixel(x, y) != b.pixel(x, y);
    }
    return pixels;
}

QPalette paletteOf(const QColor& window, const QColor& base, const QColor& text, const QColor& highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

} // namespace

class ThemeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheGuidelines()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    }

    void everyInkIsReadableOnEverySurface_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyInkIsReadableOnEverySurface()
    {
        QFETCH(bool, dark);
        const Theme theme = dark ? Theme::dark() : Theme::light();
        for (const Role surface : surfaces) {
            for (const Role ink : inks)
                QVERIFY2(contrast(theme.ink(ink, surface), theme.color(surface)) >= 4.5, qPrintable(QString::number(static_cast<int>(ink))));
        }
        QVERIFY(contrast(theme.color(Role::onAccent), theme.color(Role::accent)) >= 4.5);
        QVERIFY(contrast(theme.palette().color(QPalette::PlaceholderText), theme.color(Role::code)) >= 4.5);
    }

    void inksKeepTheirTokenWhereItIsReadable()
    {
        QCOMPARE(Theme::light().ink(Role::muted, Role::panel), QColor(0x6A, 0x71, 0x78));
        QVERIFY(Theme::light().ink(Role::warning, Role::panel) != Theme::light().color(Role::warning));
    }

    void marksHaveDistinctShapesWithoutTheirColours()
    {
        const Theme theme = Theme::light();
        for (const Mark a : allMarks) {
            for (const Mark b : allMarks) {
                // Lost and warning share the triangle on purpose: both ask to be looked at.
                const bool same = a == b || (a == Mark::lost && b == Mark::warning) || (a == Mark::warning && b == Mark::lost);
                const int pixels = difference(shapeOf(a, theme), shapeOf(b, theme));
                QVERIFY2(same ? pixels == 0 : pixels > 60, qPrintable(StateMark::word(a) % QStringLiteral(" / ") % StateMark::word(b)));
            }
        }
    }

    void marksHaveDistinctWords()
    {
        std::set<QString> words;
        for (const Mark mark : allMarks)
            words.insert(StateMark::word(mark));
        QCOMPARE(words.size(), allMarks.size());
        QVERIFY(!words.contains(QString()));
    }

    void theRunningRingTurns()
    {
        const Theme theme = Theme::light();
        const auto at = [&theme](double phase) {
            QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            StateMark::paint(painter, image.rect(), Mark::running, theme, Role::panel, phase);
            return image;
        };
        QVERIFY(difference(at(0), at(0.5)) > 20);
    }

    void everyIconIsDrawnAndInTheColourAsked()
    {
        for (int i = 0; i < iconCount; ++i) {
            QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintIcon(painter, image.rect(), static_cast<Icon>(i), QColor(200, 0, 0));
            painter.end();
            int coloured = 0;
            for (int y = 0; y < 40; ++y) {
                for (int x = 0; x < 40; ++x)
                    coloured += qRed(image.pixel(x, y)) > 180 && qBlue(image.pixel(x, y)) < 60;
            }
            QVERIFY2(coloured > 10, qPrintable(QString::number(i)));
        }
    }

    void aStockDesktopGetsTheTokensOfItsTone()
    {
        const QPalette stock = paletteOf(QColor(0xEF, 0xEF, 0xEF), Qt::white, Qt::black, QColor(0x30, 0x8C, 0xC6));
        QCOMPARE(Theme::forDesktop(stock), Theme::light());
        const QPalette breezeDark = paletteOf(QColor(0x2A, 0x2E, 0x32), QColor(0x1B, 0x1E, 0x20), QColor(0xFC, 0xFC, 0xFC), QColor(0x3D, 0xAE, 0xE9));
        QCOMPARE(Theme::forDesktop(breezeDark), Theme::dark());
    }

    void aHighContrastDesktopWins()
    {
        const Theme theme = Theme::forDesktop(paletteOf(Qt::black, Qt::black, Qt::white, QColor(0, 120, 215)));
        QVERIFY(theme.isOfDesktop());
        QCOMPARE(theme.color(Role::window), QColor(Qt::black));
        QCOMPARE(theme.color(Role::text), QColor(Qt::white));
        QCOMPARE(theme.color(Role::hairline), QColor(Qt::white));
        for (const Role ink : inks)
            QVERIFY(contrast(theme.ink(ink, Role::panel), Qt::black) >= 4.5);
    }

    void aTintedDesktopWins()
    {
        const QColor base(0xFD, 0xF6, 0xE3);
        const Theme theme = Theme::forDesktop(paletteOf(QColor(0xEE, 0xE8, 0xD5), base, QColor(0x58, 0x6E, 0x75), QColor(0x26, 0x8B, 0xD2)));
        QVERIFY(theme.isOfDesktop());
        QCOMPARE(theme.color(Role::panel), base);
    }

    void theThemeCanBeChangedWhileWindowsAreOpen()
    {
        ThemeController themes(*qApp, ThemeController::Choice::light);
        QPushButton button(QStringLiteral("Run"));
        setProminence(&button, Prominence::primary);
        button.resize(120, 40);
        button.show();
        const QColor light = button.grab().toImage().pixelColor(10, 20);
        QCOMPARE(light, Theme::light().color(Role::accent));
        themes.choose(ThemeController::Choice::dark);
        QCOMPARE(button.grab().toImage().pixelColor(10, 20), Theme::dark().color(Role::accent));
        QTRY_COMPARE(button.palette().color(QPalette::WindowText), Theme::dark().color(Role::text));
        themes.choose(ThemeController::Choice::system);
        QVERIFY(themes.theme() == Theme::forDesktop(paletteOf(QColor(0xEF, 0xEF, 0xEF), Qt::white, Qt::black, Qt::blue)));
    }

    void iconsFollowTheTheme()
    {
        ThemeController themes(*qApp, ThemeController::Choice::light);
        const QIcon stop = icon(Icon::stop);
        QCOMPARE(stop.pixmap(20, 20).toImage().pixelColor(10, 10), Theme::light().color(Role::text));
        themes.choose(ThemeController::Choice::dark);
        QCOMPARE(stop.pixmap(20, 20).toImage().pixelColor(10, 10), Theme::dark().color(Role::text));
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
