#include "ui/models/chooser.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

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
        QWidget window;
        auto* chooser = new Chooser(choices(), u"Find"_s, &window);
        QSignalSpy chosen(chooser, &Chooser::chosen);
        chooser->show();
        auto* field = chooser->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"train"_s);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<std::size_t>(), std::size_t{2});
        QCOMPARE(chosen.at(0).at(1).toBool(), true);
    }
};

QTEST_MAIN(ChooserTest)
#include "chooser_test.moc"
