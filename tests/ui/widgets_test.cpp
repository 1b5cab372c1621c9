#include "ui/common/accessible_scroll_area.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/form_row.h"
#include "ui/common/label.h"
#include "ui/common/mode_rail.h"
#include "ui/common/state_label.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace penstock::common;
using namespace penstock::theme;
using namespace Qt::Literals::StringLiterals;

namespace {

QString spokenName(QWidget& widget)
{
    return QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Name);
}

} // namespace

class WidgetsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRailChoosesOneModeByMouseAndKeys()
    {
        ModeRail rail;
        rail.addMode(Icon::design, u"Design"_s);
        rail.addMode(Icon::runs, u"Runs"_s);
        rail.addMode(Icon::models, u"Models"_s);
        rail.show();
        QVERIFY(QTest::qWaitForWindowActive(&rail));
        QCOMPARE(rail.current(), 0);
        QSignalSpy changed(&rail, &ModeRail::currentChanged);
        const auto modes = rail.findChildren<QAbstractButton*>();
        QTest::mouseClick(modes[2], Qt::LeftButton);
        QCOMPARE(rail.current(), 2);
        modes[2]->setFocus(Qt::TabFocusReason);
        QTest::keyClick(modes[2], Qt::Key_Up);
        QCOMPARE(rail.current(), 1);
        QTest::keyClick(&rail, Qt::Key_1, Qt::AltModifier);
        QCOMPARE(rail.current(), 0);
        QCOMPARE(changed.count(), 3);
    }

    void theRailSaysWhatWaits()
    {
        ModeRail rail;
        const int approvals = rail.addMode(Icon::approvals, u"Approvals"_s);
        rail.setCount(approvals, 2, u"2 wait for you"_s);
        auto* mode = rail.findChild<QAbstractButton*>();
        QCOMPARE(spokenName(*mode), u"Approvals"_s);
        QCOMPARE(mode->accessibleDescription(), u"2 wait for you"_s);
        rail.setCount(approvals, 0);
        QVERIFY(mode->accessibleDescription().isEmpty());
    }

    void aFormRowShowsItsErrorInWords()
    {
        auto* editor = new QLineEdit;
        FormRow row(u"Timeout"_s, editor);
        row.setHint(u"such as 2h"_s);
        QCOMPARE(spokenName(*editor), u"Timeout"_s);
        row.setError(u"Write 2h."_s);
        QCOMPARE(row.error(), u"Write 2h."_s);
        QCOMPARE(editor->accessibleDescription(), u"Write 2h."_s);
        QVERIFY(editor->property("invalid").toBool());
        row.setError({});
        QVERIFY(!editor->property("invalid").toBool());
    }

    void anElidedLabelGivesWayAndShowsAllAsToolTip()
    {
        Label label(u"a rather long sentence that does not fit"_s);
        label.setFit(Label::Fit::elide);
        label.resize(60, 20);
        label.show();
        QVERIFY(label.minimumSizeHint().width() <= 24);
        QCOMPARE(label.toolTip(), label.text());
        label.resize(800, 20);
        QVERIFY(label.toolTip().isEmpty());
    }

    void labelsNeverInterpretMarkup()
    {
        Label label(u"<b>x</b>"_s);
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void buttonsSayTheirNameAndDoNotListenToEnter()
    {
        const std::unique_ptr<QToolButton> more(iconButton(Icon::more, u"More"_s));
        QCOMPARE(spokenName(*more), u"More"_s);
        const std::unique_ptr<QPushButton> approve(button(u"Approve"_s, Prominence::primary));
        QVERIFY(!approve->autoDefault());
        QCOMPARE(prominence(approve.get()), Prominence::primary);
    }

    void theFirstActionOfAnEmptyStateIsThePrimaryOne()
    {
        EmptyState empty(Icon::runs, u"No runs yet"_s, u"Press Run."_s);
        QCOMPARE(prominence(empty.addAction(u"Run"_s)), Prominence::primary);
        QCOMPARE(prominence(empty.addAction(u"Read"_s)), Prominence::normal);
        QCOMPARE(empty.accessibleName(), u"No runs yet"_s);
    }

    void aStateLabelSaysItsWord()
    {
        StateLabel label(Mark::failed);
        QCOMPARE(label.accessibleName(), u"failed"_s);
        label.setText(u"exit 1"_s);
        QCOMPARE(label.accessibleName(), u"exit 1"_s);
        StateLabel small(Mark::lost, StateLabel::Words::hidden);
        QCOMPARE(small.toolTip(), u"lost"_s);
        QCOMPARE(small.sizeHint(), QSize(16, 16));
    }

    void whoAsksForAScrollBarThatIsGoneHearsThatThereIsNone()
    {
        installAccessibleScrollAreas();
        QScrollArea area;
        auto* content = new QLabel(u"content"_s);
        area.setWidget(content);
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(spoken->childCount() > 0);
        for (int i = 0; i < spoken->childCount(); ++i)
            QVERIFY(spoken->child(i));
        QVERIFY(!spoken->child(spoken->childCount()));
        QVERIFY(!spoken->child(100'000));
        QVERIFY(!spoken->child(-1));
        QCOMPARE(QAccessible::queryAccessibleInterface(content)->parent()->parent(), spoken);
    }

    void cardsAndChipsAreNamed()
    {
        Card card(u"Policy"_s);
        QCOMPARE(spokenName(card), u"Policy"_s);
        Chip chip(u"kernel=rbf"_s);
        QCOMPARE(spokenName(chip), u"kernel=rbf"_s);
    }
};

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
