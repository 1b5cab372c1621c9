#include "ui/designer/fold_memory.h"

#include <QTest>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

class FoldMemoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasItsOwnFoldsAndKeepsThem()
    {
        FoldMemory memory;
        memory.keep(u"a"_s, {u"frame:x"_s, u"frame:y"_s});
        memory.keep(u"b"_s, {u"frame:z"_s});
        FoldMemory later;
        later.read(memory.bytes());
        QCOMPARE(later.of(u"a"_s), (QSet<QString>{u"frame:x"_s, u"frame:y"_s}));
        QCOMPARE(later.of(u"b"_s), QSet<QString>{u"frame:z"_s});
        QVERIFY(later.of(u"c"_s).isEmpty());
        QCOMPARE(later.bytes(), memory.bytes());
    }

    void whatIsUnfoldedLeavesNothingBehind()
    {
        FoldMemory memory;
        memory.keep(u"a"_s, {u"frame:x"_s});
        memory.keep(u"a"_s, {});
        QVERIFY(memory.bytes().isEmpty());
    }

    void whatCannotBeReadSaysNothing()
    {
        FoldMemory memory;
        for (const QByteArray& bytes : {QByteArray("{"), QByteArray("[1]"), QByteArray("{\"a\": 7, \"b\": [1, null]}"), QByteArray(2 << 20, '[')}) {
            memory.keep(u"a"_s, {u"frame:x"_s});
            memory.read(bytes);
            QVERIFY(memory.bytes().isEmpty());
        }
    }
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::FoldMemoryTest)
#include "fold_memory_test.moc"
