#include "tests/ui/studio/recorded_studio.h"
#include "app/studio/key_sheet.h"
#include "app/studio/palette_entries.h"
#include "app/studio/parameter_form.h"
#include "core/messages/trust.h"
#include "ui/canvas/graph_view.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace penstock;
using namespace penstock::test;
using namespace penstock::studio;
using namespace Qt::Literals::StringLiterals;

class WindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyButtonHasAName();
    void screensAreMadeWhenTheyAreOpened();
    void aRestrictedWorkspaceIsTrustedInItsBanner();
    void toRunARestrictedWorkspaceIsToTrustItFirst();
    void runAsksForParametersAndBeginsWithTheLastOnes();
    void aValueThatIsNotAcceptedCannotBeRun();
    void aRefusedRunIsSaidInTheWindow();
    void thePaletteHasRunsVersionsAndSteps();
    void thePaletteLeadsToAStepThatIsInNoFileYet();
    void whatWasFoundLatelyComesFirst();
    void theWindowComesBackAsItWas();
    void whatIsUnsavedIsTakenUpByTheNextWindow();
    void foldedFramesAreFoldedInTheNextWindow();
    void everyActionHasAKeyAndStandsOnTheSheet();
    void keysLeadThroughAllPartsOfAScreen();
};

namespace {

// The form comes once the file was read.
ParameterForm* formAfterRun(const RecordedStudio& studio)
{
    studio.window->show();
    studio.action(ModeId::design, u"Run"_s)->trigger();
    ParameterForm* form = nullptr;
    [&] { QTRY_VERIFY((form = studio.window->findChild<ParameterForm*>()) != nullptr); }();
    return form;
}

} // namespace

void WindowTest::everyButtonHasAName()
{
    RecordedStudio studio;
    for (const ModeId mode : {ModeId::design, ModeId::runs, ModeId::compare, ModeId::models, ModeId::approvals})
        studio.window->openMode(mode);
    studio.window->show();
    for (const QAbstractButton* button : studio.window->findChildren<QAbstractButton*>()) {
        if (!button->isVisibleTo(studio.window.get()) || button->objectName().startsWith(u"qt_"_s) || qobject_cast<const QTabBar*>(button->parent()))
            continue;
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty() || !button->toolTip().isEmpty(), button->parent()->metaObject()->className());
    }
    QVERIFY(studio.window->findChildren<QAbstractItemView*>().size() >= 6);
}

void WindowTest::screensAreMadeWhenTheyAreOpened()
{
    RecordedStudio studio;
    QCOMPARE(studio.window->findChildren<models::Screen*>().size(), 1);
    studio.window->openMode(ModeId::runs);
    QCOMPARE(studio.window->findChildren<models::Screen*>().size(), 2);
    QCOMPARE(studio.window->mode(), ModeId::runs);
}

void WindowTest::aRestrictedWorkspaceIsTrustedInItsBanner()
{
    RecordedStudio studio(digitsWorkspace(), u"grace"_s, false);
    studio.window->show();
    QPushButton* trust = nullptr;
    for (QPushButton* button : studio.window->findChildren<QPushButton*>()) {
        if (button->text() == u"Trust"_s && button->isVisible())
            trust = button;
    }
    QVERIFY(trust);
    trust->click();
    QVERIFY(!trust->isVisible());
    QVERIFY(messages::Trust(studio.user).isTrusted(studio.open->folder().path()));
}

void WindowTest::toRunARestrictedWorkspaceIsToTrustItFirst()
{
    RecordedStudio studio(digitsWorkspace(), u"grace"_s, false);
    const auto isTrusted = [&] { return messages::Trust(studio.user).isTrusted(studio.open->folder().path()); };
    ParameterForm* form = formAfterRun(studio);
    QVERIFY(form);
    const auto buttons = form->findChildren<QPushButton*>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const QPushButton* button) { return button->text() == u"Trust and run"_s; }));
    form->reject();
    QVERIFY(!isTrusted());
    QVERIFY(studio.source->commands().empty());
    QTRY_VERIFY(!studio.window->findChild<ParameterForm*>());
    formAfterRun(studio)->accept();
    QVERIFY(isTrusted());
    QVERIFY(std::holds_alternative<session::StartRun>(studio.source->commands().back()));
}

void WindowTest::runAsksForParametersAndBeginsWithTheLastOnes()
{
    RecordedStudio studio;
    ParameterForm* form = formAfterRun(studio);
    QVERIFY(form);
    QCOMPARE(form->findChild<QComboBox*>()->currentText(), u"linear"_s); // of digits-42
    QCOMPARE(form->findChild<QLineEdit*>()->text(), u"2.0"_s);
    form->findChild<QLineEdit*>()->setText(u"0.25"_s);
    form->findChild<QLineEdit*>(u"revision"_s)->setText(u" v1 "_s);
    form->accept();
    const auto command = std::get<session::StartRun>(studio.source->commands().back());
    QCOMPARE(command.parameters.at("c").get<double>(), 0.25);
    QCOMPARE(command.parameters.at("kernel").get<std::string>(), std::string("linear"));
    QCOMPARE(command.revision, std::string("v1"));
}

void WindowTest::aValueThatIsNotAcceptedCannotBeRun()
{
    RecordedStudio studio;
    ParameterForm* form = formAfterRun(studio);
    form->findChild<QLineEdit*>()->setText(u"-1"_s);
    for (QPushButton* button : form->findChildren<QPushButton*>())
        QCOMPARE(button->isEnabled(), button->accessibleName() != u"Run"_s);
    form->findChild<QLineEdit*>()->setText(u"0.5"_s);
    for (QPushButton* button : form->findChildren<QPushButton*>())
        QVERIFY(button->isEnabled());
}

void WindowTest::aRefusedRunIsSaidInTheWindow()
{
    RecordedStudio studio;
    formAfterRun(studio)->accept();
    studio.source->answer(Error{ErrorCode::full, {"no.such.text", {{"path", "/data"}}}, {}});
    const auto labels = studio.window->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { return label->isVisible() && label->text().contains(u"/data"_s); }));
}

void WindowTest::thePaletteHasRunsVersionsAndSteps()
{
    RecordedStudio studio;
    QStringList titles;
    for (const PaletteEntry& entry : entriesOf(studio.open->model()))
        titles.append(entry.choice.title);
    QVERIFY(titles.contains(u"digits-42"_s));
    QVERIFY(titles.contains(u"digits 1.2"_s));
    for (const PaletteEntry& entry : entriesOf(studio.open->pipelines().files()))
        titles.append(entry.choice.title);
    QVERIFY(titles.contains(u"evaluate"_s));
}

void WindowTest::thePaletteLeadsToAStepThatIsInNoFileYet()
{
    RecordedStudio studio;
    studio.window->show();
    studio.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(studio.window.get()));
    studio.find<QPlainTextEdit>(u"YAML"_s)->appendPlainText(u"  just_drawn: {run: [make]}\nframes: {late: {title: Late things, steps: [just_drawn]}}\n"_s);
    QTest::keyClick(studio.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"just_dr"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto* canvas = studio.window->findChild<canvas::GraphView*>();
    QCOMPARE(canvas->selection(), QStringList{u"just_drawn"_s});
    QVERIFY(canvas->hasFocus());
    canvas->select({});
    QTest::keyClick(studio.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"late things"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(canvas->selection(), QStringList{u"just_drawn"_s}); // all that is in the frame
    QTest::keyClick(studio.window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"kernel"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(field);
    QCOMPARE(field->text(), u"kernel"_s); // of the form
}

void WindowTest::whatWasFoundLatelyComesFirst()
{
    std::vector<PaletteEntry> entries;
    for (const QString& title : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
        entries.push_back({{title, u"Command"_s, std::nullopt}, {}, std::nullopt});
    putFirst(entries, {keyOf(entries[3]), keyOf(entries[1])});
    QString order;
    for (const PaletteEntry& entry : entries)
        order += entry.choice.title;
    QCOMPARE(order, u"dbac"_s);
}

void WindowTest::theWindowComesBackAsItWas()
{
    RecordedStudio studio;
    studio.window->resize(1200, 777);
    studio.window->openMode(ModeId::models);
    studio.window->show();
    studio.window->close();
    const QByteArray state = studio.settings.windowState(studio.open->folder().path());
    MainWindow again(studio.open.get(), studio.settings);
    again.restore(state);
    QCOMPARE(again.mode(), ModeId::models);
}

// Another language is another window, made while the old one is still there.
void WindowTest::whatIsUnsavedIsTakenUpByTheNextWindow()
{
    RecordedStudio studio;
    auto* text = studio.find<QPlainTextEdit>(u"YAML"_s);
    text->appendPlainText(u"# just typed"_s);
    studio.window->leave();
    MainWindow next(studio.open.get(), studio.settings);
    const auto texts = next.findChildren<QPlainTextEdit*>();
    QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QPlainTextEdit* each) { return each->toPlainText().endsWith(u"# just typed"_s); }));
    QVERIFY(next.screen(ModeId::design)->place().contains(u"edited"_s));
    next.close();
}

void WindowTest::foldedFramesAreFoldedInTheNextWindow()
{
    RecordedStudio studio;
    const std::string file = "digits-workspace/pipelines/digits.pipeline.yaml";
    studio.folder.write(file, studio.folder.read(file) + "frames: {learn: {title: Learn, steps: [prepare, train]}}\n");
    const auto canvasOf = [](MainWindow& window) {
        window.openMode(ModeId::design);
        window.show();
        return window.findChild<canvas::GraphView*>();
    };
    MainWindow window(studio.open.get(), studio.settings);
    canvas::GraphView* canvas = canvasOf(window);
    QVERIFY(!canvas->viewRect(u"train"_s).isEmpty());
    Q_EMIT canvas->nodeActivated(u"frame:learn"_s);
    QVERIFY(canvas->viewRect(u"train"_s).isEmpty());
    window.close();
    messages::UserSettings later(studio.user);
    QVERIFY(later.load().ok());
    MainWindow next(studio.open.get(), later);
    canvas = canvasOf(next);
    QVERIFY(canvas->viewRect(u"train"_s).isEmpty());
    QVERIFY(!canvas->viewRect(u"frame:learn"_s).isEmpty());
}

void WindowTest::everyActionHasAKeyAndStandsOnTheSheet()
{
    RecordedStudio studio;
    studio.window->show();
    for (const ModeId mode : {ModeId::design, ModeId::runs, ModeId::compare, ModeId::models, ModeId::approvals}) {
        studio.window->openMode(mode);
        studio.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(studio.window.get()));
        QTest::keyClick(studio.window.get(), Qt::Key_F1);
        KeySheet* sheet = nullptr;
        QTRY_VERIFY((sheet = studio.window->findChild<KeySheet*>()));
        QStringList said;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            said.append(label->text());
        for (const QAction* action : studio.window->screen(mode)->barActions()) {
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
            QVERIFY2(said.contains(action->text()) && said.contains(action->shortcut().toString(QKeySequence::NativeText)), qPrintable(action->text()));
        }
        sheet->close();
        QTRY_VERIFY(!studio.window->findChild<KeySheet*>());
    }
}

void WindowTest::keysLeadThroughAllPartsOfAScreen()
{
    RecordedStudio studio;
    studio.window->resize(1400, 900);
    studio.window->show();
    studio.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(studio.window.get()));
    for (const auto& [mode, parts] : {std::pair(ModeId::design, 5), {ModeId::runs, 4}, {ModeId::compare, 2}, {ModeId::models, 3}}) {
        studio.window->openMode(mode);
        QList<QWidget*> reached;
        for (int i = 0; i < parts; ++i) {
            QTest::keyClick(studio.window.get(), Qt::Key_F6);
            QWidget* focus = QApplication::focusWidget();
            QVERIFY2(focus && !reached.contains(focus), focus ? qPrintable(focus->accessibleName()) : "nothing");
            reached.append(focus);
        }
        QTest::keyClick(studio.window.get(), Qt::Key_F6);
        QVERIFY(reached.contains(QApplication::focusWidget())); // round
    }
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
