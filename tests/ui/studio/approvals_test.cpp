#include "tests/ui/studio/recorded_studio.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace penstock;
using namespace penstock::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Approvals : RecordedStudio {
    explicit Approvals(const QString& userName = u"grace"_s, bool trusted = true)
        : RecordedStudio(digitsWorkspace(), userName, trusted)
    {
        window->resize(1600, 1000);
        window->openMode(studio::ModeId::approvals);
        window->show();
    }
    QPushButton* approve() const { return find<QPushButton>(u"Approve"_s); }
    QPushButton* reject() const { return find<QPushButton>(u"Reject"_s); }
    QPlainTextEdit* comment() const { return find<QPlainTextEdit>(u"Comment"_s); }
    bool says(const QString& text) const
    {
        const auto labels = window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    }
    session::DecideRequest decision() const { return std::get<session::DecideRequest>(source->commands().back()); }
};

} // namespace

class ApprovalsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEvidenceStandsBesideTheButton();
    void anApprovalIsBoundToWhatWasShown();
    void aRejectionNeedsAReason();
    void aRefusalIsSaidBesideTheButton();
    void whoMayNotDecideCannot();
    void nothingIsDecidedInARestrictedWorkspace();
    void enterDecidesNothing();
    void itsKeyApproves();
    void aDecisionIsShownOnceItIsMade();
    void aBegunCommentIsKeptWhileLookingElsewhere();
    void whoComesBackSeesWhatWaits();
};

void ApprovalsTest::theEvidenceStandsBesideTheButton()
{
    Approvals screen;
    QVERIFY(screen.says(u"Put digits 1.2 into production?"_s));
    QVERIFY(screen.says(u"Policy digits: not checked"_s));
    QVERIFY(screen.says(u"You are Grace"_s));
    QVERIFY(screen.says(u"archives 1.1"_s));
    QVERIFY(screen.says(u"0.5 → 1.0"_s));
    QVERIFY(screen.approve()->isEnabled());
}

void ApprovalsTest::anApprovalIsBoundToWhatWasShown()
{
    Approvals screen;
    screen.comment()->setPlainText(u"better on every class"_s);
    screen.approve()->click();
    QCOMPARE(screen.decision().request.text(), std::string("digits-41/ask"));
    QVERIFY(screen.decision().approve);
    QCOMPARE(screen.decision().comment, std::string("better on every class"));
    QCOMPARE(screen.decision().digest, screen.recorded.view().workspace.requests.at(screen.decision().request).digest.hex());
    QVERIFY(!screen.approve()->isEnabled()); // until the answer comes
}

void ApprovalsTest::aRejectionNeedsAReason()
{
    Approvals screen;
    screen.reject()->click();
    QVERIFY(screen.source->commands().empty());
    QVERIFY(screen.says(u"a rejection needs a reason"_s));
    screen.comment()->setPlainText(u"too slow"_s);
    screen.reject()->click();
    QVERIFY(!screen.decision().approve);
    QCOMPARE(screen.decision().comment, std::string("too slow"));
}

void ApprovalsTest::aRefusalIsSaidBesideTheButton()
{
    Approvals screen;
    screen.approve()->click();
    screen.source->answer(Error{ErrorCode::conflict, {"engine.request_changed", {{"request", "digits-41/ask"}}}, {}});
    QVERIFY(screen.says(u"digits-41/ask"_s));
    QVERIFY(screen.approve()->isEnabled());
}

void ApprovalsTest::whoMayNotDecideCannot()
{
    Approvals screen(u"ada"_s);
    QVERIFY(!screen.approve()->isEnabled());
    QVERIFY(!screen.reject()->isEnabled());
    QVERIFY(screen.says(u"You are Ada. Only lead may decide here."_s));
}

void ApprovalsTest::nothingIsDecidedInARestrictedWorkspace()
{
    Approvals screen(u"grace"_s, false);
    QVERIFY(!screen.approve()->isEnabled());
    QVERIFY(screen.find<QPushButton>({}) != nullptr);
    QVERIFY(screen.says(u"This workspace is restricted"_s));
}

void ApprovalsTest::enterDecidesNothing()
{
    Approvals screen;
    QVERIFY(!screen.approve()->isDefault());
    QVERIFY(!screen.approve()->hasFocus());
    QTest::keyClick(screen.window.get(), Qt::Key_Return);
    QTest::keyClick(screen.comment(), Qt::Key_Return);
    QVERIFY(screen.source->commands().empty());
}

void ApprovalsTest::itsKeyApproves()
{
    Approvals screen;
    screen.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(screen.window.get()));
    screen.comment()->setFocus();
    QTest::keyClick(screen.comment(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(screen.source->commands().size(), std::size_t(1));
    QVERIFY(screen.decision().approve);
}

void ApprovalsTest::aDecisionIsShownOnceItIsMade()
{
    Approvals screen;
    screen.approve()->click();
    screen.recorded.decide(*RunId::parse("digits-41"), true, "grace", "fine");
    screen.source->deliver(screen.recorded.events());
    screen.source->answer(Json::object());
    QTRY_VERIFY(screen.says(u"Approved by Grace"_s));
    QVERIFY(screen.approve() == nullptr);
}

void ApprovalsTest::aBegunCommentIsKeptWhileLookingElsewhere()
{
    Approvals screen;
    screen.comment()->setPlainText(u"almost"_s);
    screen.window->show({models::Target::Kind::request, u"digits-39/ask"_s, {}});
    QTRY_VERIFY(screen.says(u"Approved by Grace"_s));
    screen.window->show({models::Target::Kind::request, u"digits-41/ask"_s, {}});
    QCOMPARE(screen.comment()->toPlainText(), u"almost"_s);
}

void ApprovalsTest::whoComesBackSeesWhatWaits()
{
    Approvals screen;
    screen.window->show({models::Target::Kind::request, u"digits-39/ask"_s, {}});
    QTRY_VERIFY(screen.says(u"Approved by Grace"_s));
    screen.window->openMode(studio::ModeId::runs);
    screen.window->openMode(studio::ModeId::approvals);
    QTRY_VERIFY(screen.says(u"Put digits 1.2 into production?"_s));
}

QTEST_MAIN(ApprovalsTest)
#include "approvals_test.moc"
