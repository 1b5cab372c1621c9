// Draws every screen of the recorded workspace in both themes into the build folder; in another language where one is named.
#include "app/studio/parameter_form.h"
#include "core/messages/language.h"
#include "tests/ui/studio/recorded_studio.h"
#include "ui/canvas/graph_view.h"
#include "ui/designer/pipeline_graph.h"
#include "ui/designer/versions/versions_page.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QDir>
#include <QPlainTextEdit>
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

// An edge that somebody chose, and a step renamed, one changed, one removed and one added beside the saved file.
bool takeDesign(const RecordedStudio& studio, const Pictures& pictures)
{
    QWidget* design = studio.window->screen(ModeId::design);
    const engine::Run* newest = designer::newestRunOf(studio.recorded.view().workspace, "pipelines/digits.pipeline.yaml");
    const std::string passed = newest->newest("prepare")->outputs.at("train").digest.hex();
    studio.folder.write("digits-workspace/.penstock/objects/" + passed.substr(0, 2) + "/" + passed.substr(2), "pixel_0,pixel_1,pixel_2,digit\n0,5,13,0\n0,0,12,1\n0,0,4,2\n");
    auto* view = design->findChild<canvas::GraphView*>();
    for (const canvas::Edge& edge : view->graph().edges) {
        if (edge.from == u"prepare"_s && edge.to == u"train"_s)
            view->chooseEdge(edge);
    }
    bool well = pictures.take(studio.window.get(), u"design-edge"_s);
    view->chooseEdge(std::nullopt);
    auto* yaml = studio.find<QPlainTextEdit>(u"YAML"_s);
    QString text = yaml->toPlainText();
    text.replace(u"prepare:"_s, u"clean:"_s).replace(u"steps.prepare"_s, u"steps.clean"_s).replace(u"timeout: 2h"_s, u"timeout: 3h"_s).replace(u"default: 1.0"_s, u"default: 2.0"_s);
    text.remove(text.indexOf(u"  ship:"_s), text.indexOf(u"  stop:"_s) - text.indexOf(u"  ship:"_s));
    yaml->setPlainText(text % u"  report: {run: [python3, report.py], needs: [evaluate]}\n"_s);
    for (QAction* action : studio.window->screen(ModeId::design)->barActions()) {
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D))
            action->trigger();
    }
    auto* versions = design->findChild<designer::VersionsPage*>();
    well &= versions && QTest::qWaitFor([&] { return !versions->isReading(); }) && pictures.take(studio.window.get(), u"versions"_s);
    Q_EMIT versions->closed();
    return well;
}

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
    well &= takeDesign(studio, pictures);
    window.screen(ModeId::design)->barActions().last()->trigger(); // Run, in every language
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
    const QString spoken = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"en"_s;
    const QString suffix = argc > 1 ? QString(u'-' % spoken) : QString();
    language.choose(spoken);
    theme::ThemeController theme(application, theme::ThemeController::Choice::light);
    bool well = takeAll(Pictures(u"light"_s % suffix));
    theme.choose(theme::ThemeController::Choice::dark);
    well &= takeAll(Pictures(u"dark"_s % suffix));
    return well ? 0 : 1;
}
