#include "ui/designer/form/item_text.h"

#include <QTest>

namespace penstock::designer {

using format::YamlValue;

class ItemTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itemsAreWrittenAsPeopleWriteThem_data()
    {
        QTest::addColumn<QByteArray>("items"); // JSON
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("numbers") << QByteArray("[0.1,1,10]") << QByteArray("0.1, 1, 10");
        QTest::newRow("words") << QByteArray(R"(["rbf","poly"])") << QByteArray("rbf, poly");
        QTest::newRow("a text that looks like a number") << QByteArray(R"(["1",true,null])") << QByteArray(R"("1", true, null)");
        QTest::newRow("a text with a comma") << QByteArray(R"(["a, b"])") << QByteArray(R"("a, b")");
        QTest::newRow("mappings and lists") << QByteArray(R"([{"c":0.1,"kernel":"rbf"},[1,2]])") << QByteArray("{c: 0.1, kernel: rbf}, [1, 2]");
        QTest::newRow("lines") << QByteArray(R"(["a\nb"])") << QByteArray(R"("a\nb")");
        QTest::newRow("nothing") << QByteArray("[]") << QByteArray("");
    }

    void itemsAreWrittenAsPeopleWriteThem()
    {
        QFETCH(QByteArray, items);
        QFETCH(QByteArray, text);
        const YamlValue list = YamlValue::parse(items.toStdString());
        QCOMPARE(QByteArray::fromStdString(itemsText(list)), text);
        const auto again = itemsOf(text.toStdString());
        QVERIFY(again);
        QCOMPARE(QByteArray::fromStdString(again->dump()), items);
    }

    void whatHasNoEndIsNoList()
    {
        QVERIFY(!itemsOf("a, [b"));
        QVERIFY(!itemsOf("'a"));
        QVERIFY(!itemsOf("a], [b: ]"));
    }
};

} // namespace penstock::designer

QTEST_APPLESS_MAIN(penstock::designer::ItemTextTest)
#include "item_text_test.moc"
