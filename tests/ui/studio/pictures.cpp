// Draws every screen of the recorded workspace in both themes into the build folder.
#include "tests/ui/studio/recorded_studio.h"
#include "app/studio/parameter_form.h"
#include "core/messages/language.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QDir>
#include <QTabBar>
#include <QTest>

using namespace penstock;
using namespace penstock::test;
using namespace penstock::studio;
using namespace Qt::Literals::StringLiterals;

namespace {

class Pictures final {
public:
    explicit Pictures(const QString& theme)
        : m_theme(theme)
    {
        QDir().mkpath(QStringLiteral(PENSTOCK_PICTURES_DIR));
    }

    bool take(QWidget* widget, const QString& name) const
    {
        QTest::qWait(250); // logs and layouts are made in other threads
        return widget->grab().save(QStringLiteral(PENSTOCK_PICTURES_DIR "/%1-%2.png").arg(name, m_theme));
    }

private:
    QString m_theme;
};

bool takeAll(const Pictures& pictures)
{
    RecordedStudio studio;
    MainWindow& window = *studio.window;
    window.resize(1600, 1000);
    window.QWidget::show();
    bool well = pictures.take(&window, u"design"_s);
    for (const auto& [mode, name] : {std::pair(ModeId::compare, u"compare"_s), {ModeId::models, u"models"_s}, {ModeId::approvals, u"approvals"_s}}) {
        window.openMode(mode);
        well &= pictures.take(&window, name);
    }
    const QStringList tabs{u"graph"_s, u"steps"_s, u"timeline"_s, u"events"_s};
    for (const QString& run : {u"digits-42"_s, u"digits-40"_s}) {
        window.show({models::Target::Kind::run, run, {}});
        auto* bar = window.screen(ModeId::runs)->findChild<QTabBar*>();
        for (int tab = 0; tab < tabs.size(); ++tab) {
            bar->setCurrentIndex(tab);
            well &= pictures.take(&window, u"runs-"_s % run.right(2) % u'-' % tabs[tab]);
        }
        bar->setCurrentIndex(0);
    }
    window.openMode(ModeId::design);
    studio.action(ModeId::design, u"Run"_s)->trigger();
    well &= QTest::qWaitFor([&] { return window.findChild<ParameterForm*>() != nullptr; });
    well &= pictures.take(window.findChild<ParameterForm*>(), u"parameters"_s);

    RecordedStudio restricted(digitsWorkspace(), u"ada"_s, false);
    restricted.window->resize(1600, 1000);
    restricted.window->openMode(ModeId::approvals);
    restricted.window->QWidget::show();
    well &= pictures.take(restricted.window.get(), u"restricted"_s);
    MainWindow welcome(nullptr, studio.settings);
    welcome.resize(1200, 800);
    welcome.QWidget::show();
    return pictures.take(&welcome, u"welcome"_s) && well;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    messages::Language language;
    language.choose(u"en"_s);
    theme::ThemeController theme(application, theme::ThemeController::Choice::light);
    bool well = takeAll(Pictures(u"light"_s));
    theme.choose(theme::ThemeController::Choice::dark);
    well &= takeAll(Pictures(u"dark"_s));
    return well ? 0 : 1;
}
