// Draws the pages of the foundation in both themes and at twice the scale, into a folder for people to look at.
#include "tests/ui/gallery/pages.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QThread>
#include <QWidget>

#include <cstdio>
#include <memory>
#include <vector>

using namespace penstock;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Page {
    QString name;
    QWidget* (*make)();
    QSize size;
};

// Logs are read by another thread: wait until what it found has arrived.
void settle()
{
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QThread::msleep(5);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    theme::ThemeController themes(application, theme::ThemeController::Choice::light);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(PENSTOCK_GALLERY_DIR));
    folder.mkpath(u"."_s);
    const std::vector<Page> pages{
        {u"canvas"_s, gallery::canvasPage, {970, 660}},
        {u"canvas-far"_s, gallery::canvasFarPage, {1600, 900}},
        {u"marks"_s, gallery::marksPage, {760, 420}},
        {u"widgets"_s, gallery::widgetsPage, {1100, 720}},
        {u"log"_s, gallery::logPage, {970, 300}},
        {u"charts"_s, gallery::chartsPage, {1100, 360}},
        {u"empty"_s, gallery::emptyPage, {700, 400}},
    };
    // Run with QT_SCALE_FACTOR=2 for what a screen of twice the density shows.
    const double scale = application.devicePixelRatio();
    const QString suffix = scale == 1 ? QString() : u"@%1"_s.arg(scale);
    bool good = true;
    for (const Page& page : pages) {
        const std::unique_ptr<QWidget> widget(page.make());
        widget->resize(page.size);
        widget->show();
        settle();
        for (const auto choice : {theme::ThemeController::Choice::light, theme::ThemeController::Choice::dark}) {
            themes.choose(choice);
            settle();
            const QString tone = choice == theme::ThemeController::Choice::light ? u"light"_s : u"dark"_s;
            good = widget->grab().save(folder.filePath(page.name % u'-' % tone % suffix % u".png"_s)) && good;
        }
    }
    std::printf("%s\n", qPrintable(folder.absolutePath()));
    return good ? 0 : 1;
}
