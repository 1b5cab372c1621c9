#include "ui/models/chooser.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace penstock::models;
using namespace Qt::Literals::StringLiterals;

class ChooserTest final : public QObject {
    Q_OBJECT

    static std::vector<Choice> choices()
    {
        return {{u"Command"_s, u"a script or program"_s, {}, {}, u"run shell"_s}, {u"train"_s, u"Step of digits"_s, {}}, {u"retrain"_s, u"Pipeline"_s, {}}};
    }

private Q_SLOTS:
    void beginningsFitBest()
    {
        const Choice train{u"train"_s, u"Step of digits"_s, {}}, retrain{u"retrain"_s, u"Pipeline"_s, {}};
        QVERIFY(*fit(train, u"tra"_s) > *fit(retrain, u"tra"_s));
        QVERIFY(fit(train, u"tn"_s).has_value());
        QVERIFY(fit(train, u"digits tr"_s).has_value());
        QVERIFY(!fit(train, u"evaluate"_s).has_value());
        QVERIFY(fit(choices().front(), u"shell"_s).has_value());
    }

    void aWholeNameFitsBetterThanABeginningAndThatBetterThanLetters()
    {
        const auto of = [](const QString& title) { return *fit(Choice{title, {}, {}}, u"run"_s); };
        const QStringList byWorth{u"Run"_s, u"Run to here"_s, u"Show the run"_s, u"prune"_s, u"rename until"_s};
        for (qsizetype i = 1; i < byWorth.size(); ++i)
            QVERIFY2(of(byWorth[i - 1]) > of(byWorth[i]), qPrintable(byWorth[i]));
        QVERIFY(*fit(Choice{u"Run to here"_s, {}, {}}, u"run to"_s) > *fit(Choice{u"To the run"_s, {}, {}}, u"run to"_s));
    }

    void theModelShowsWhatFits()
    {
        ChoicesModel model(choices());
        QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 3);
        model.find(u"train"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.choice(model.index(0)), std::size_t{1});
        model.find(u"nothing like it"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void keysChoose()
    {
        Chooser* chooser = opened();
        QSignalSpy chosen(chooser, &Chooser::chosen);
        auto* field = chooser->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"train"_s);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<std::size_t>(), std::size_t{2});
        QCOMPARE(chosen.at(0).at(1).toBool(), true);
        QVERIFY(before->hasFocus());
    }

    void escapeLeavesAndTheFocusIsWhereItWas()
    {
        const QPointer<Chooser> chooser = opened();
        QSignalSpy chosen(chooser, &Chooser::chosen);
        QVERIFY(!before->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(before->hasFocus());
        QCOMPARE(chosen.size(), 0);
        QTRY_VERIFY(!chooser);
    }

    void aPressBesideItLeavesToo()
    {
        const QPointer<Chooser> chooser = opened();
        QTest::mouseClick(window.get(), Qt::LeftButton, {}, {590, 390});
        QVERIFY(!chooser || !chooser->isVisible());
        QVERIFY(before->hasFocus()); // what was pressed takes none
    }

    void whatTakesTheFocusKeepsIt()
    {
        const QPointer<Chooser> chooser = opened();
        other->setFocus();
        QVERIFY(!chooser || !chooser->isVisible());
        QVERIFY(other->hasFocus());
    }

    void oneThatIsAskedForInAnotherTakesItsPlace()
    {
        const QPointer<Chooser> first = opened();
        auto* second = new Chooser(choices(), u"Find something else"_s, window.get());
        second->showAt(window->mapToGlobal(QPoint(10, 10)));
        QTRY_VERIFY(!first);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(before->hasFocus());
    }

    void itStaysInTheWindow()
    {
        Chooser* chooser = opened({580, 390});
        QVERIFY2(window->rect().contains(chooser->geometry()), "it is cut off");
        window->resize(300, 200);
        QTRY_VERIFY(window->rect().contains(chooser->geometry()));
    }

    void itIsAsHighAsWhatItFoundAndStaysWhereItIs()
    {
        Chooser* chooser = opened();
        auto* field = chooser->findChild<QLineEdit*>();
        auto* list = chooser->findChild<QListView*>();
        const QPoint corner = chooser->pos();
        const int all = chooser->height();
        QTest::keyClicks(field, u"retrain"_s);
        QVERIFY(chooser->height() < all);
        QCOMPARE(chooser->pos(), corner);
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualRect(list->model()->index(0, 0)))); // nothing is cut
        field->clear();
        QCOMPARE(chooser->height(), all);
    }

    void whereNothingFitsItSaysSo()
    {
        Chooser* chooser = opened();
        auto* list = chooser->findChild<QListView*>();
        QTest::keyClicks(chooser->findChild<QLineEdit*>(), u"xyz"_s);
        QVERIFY(!list->isVisible());
        const auto labels = chooser->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) { return label->isVisible() && label->text().contains(u"Nothing"_s); }));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // takes nothing, and stays
        QVERIFY(chooser->isVisible());
    }

    void cleanup() { window.reset(); }

private:
    Chooser* opened(const QPoint& at = {20, 20})
    {
        window = std::make_unique<QWidget>();
        window->resize(600, 400);
        before = new QLineEdit(window.get());
        other = new QLineEdit(window.get());
        other->move(0, 40);
        window->show();
        window->activateWindow();
        [this] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
        before->setFocus();
        auto* chooser = new Chooser(choices(), u"Find"_s, before);
        chooser->resize(300, 200);
        chooser->showAt(window->mapToGlobal(at));
        return chooser;
    }

    std::unique_ptr<QWidget> window;
    QLineEdit *before = nullptr, *other = nullptr;
};

QTEST_MAIN(ChooserTest)
#include "chooser_test.moc"
