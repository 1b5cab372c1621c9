#include "ui/common/log_index.h"
#include "ui/common/log_search.h"

#include <QTemporaryDir>
#include <QTest>

using namespace penstock::common;
using namespace Qt::Literals::StringLiterals;

namespace {

std::shared_ptr<MemoryLogSource> sourceOf(const QByteArray& bytes)
{
    auto source = std::make_shared<MemoryLogSource>();
    source->append(bytes);
    return source;
}

// "line 0\nline 1\n..."
QByteArray numbered(int lines)
{
    QByteArray bytes;
    for (int i = 0; i < lines; ++i)
        bytes += "line " + QByteArray::number(i) + '\n';
    return bytes;
}

} // namespace

class LogIndexTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyLogHasNoLines()
    {
        LogIndex index(sourceOf({}), [] {});
        QTRY_VERIFY(index.isComplete());
        QCOMPARE(index.lineCount(), 0);
        QVERIFY(index.line(0).isEmpty());
    }

    void everyLineIsFound()
    {
        LogIndex index(sourceOf(numbered(1000)), [] {});
        QTRY_VERIFY(index.isComplete());
        QCOMPARE(index.lineCount(), 1000);
        for (const qint64 line : {0, 1, 63, 64, 65, 127, 128, 500, 999})
            QCOMPARE(index.line(line), "line " + QByteArray::number(line));
        QVERIFY(index.line(1000).isEmpty());
        QVERIFY(index.line(-1).isEmpty());
    }

    void aLastLineWithoutAnEndCounts()
    {
        const auto source = sourceOf("a\nb");
        LogIndex index(source, [] {});
        QTRY_VERIFY(index.isComplete());
        QCOMPARE(index.lineCount(), 2);
        QCOMPARE(index.line(1), QByteArray("b"));
        source->append("c\nd\n");
        index.grow();
        QTRY_COMPARE(index.lineCount(), 3);
        QCOMPARE(index.line(1), QByteArray("bc"));
        QCOMPARE(index.line(2), QByteArray("d"));
    }

    void veryLongLinesAreCutAndDoNotHideTheirNeighbours()
    {
        LogIndex index(sourceOf("first\n" + QByteArray(3'000'000, 'x') + "\nlast\n"), [] {});
        QTRY_VERIFY(index.isComplete());
        QCOMPARE(index.lineCount(), 3);
        QCOMPARE(index.line(1), QByteArray(8192, 'x'));
        QCOMPARE(index.line(2), QByteArray("last"));
    }

    void ofALongLineThatOverwritesItselfTheEndIsGiven()
    {
        QByteArray progress;
        for (int i = 0; i < 100'000; ++i)
            progress += '\r' + QByteArray::number(i);
        LogIndex index(sourceOf(progress), [] {});
        QTRY_VERIFY(index.isComplete());
        QVERIFY(index.line(0).endsWith("\r99999"));
    }

    void aHugeFileIsIndexedWithoutReadingItIntoMemory()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"log"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray block = QByteArray("0123456789 0123456789 0123456789 01234567\n").repeated(24'000); // about 1 MB
        for (int i = 0; i < 100; ++i)
            file.write(block);
        file.close();
        LogIndex index(std::make_shared<FileLogSource>(file.fileName()), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(index.isComplete(), 30'000);
        QCOMPARE(index.lineCount(), 2'400'000);
        QCOMPARE(index.line(2'399'999), QByteArray("0123456789 0123456789 0123456789 01234567"));
    }

    void aFileThatDoesNotExistYetIsEmptyUntilItDoes()
    {
        const QTemporaryDir folder;
        LogIndex index(std::make_shared<FileLogSource>(folder.filePath(u"log"_s)), [] {});
        QTRY_VERIFY(index.isComplete());
        QCOMPARE(index.lineCount(), 0);
        QFile file(folder.filePath(u"log"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hello\n");
        file.close();
        index.grow();
        QTRY_COMPARE(index.lineCount(), 1);
    }

    void searchCountsEachLineOnce()
    {
        LogSearch search(sourceOf("an error\nfine\nERROR error\nError"), u"error"_s, CaseRule::ignore, [] {});
        QTRY_VERIFY(search.isFinished());
        QCOMPARE(search.count(), 3);
        QCOMPARE(search.next(0), 0);
        QCOMPARE(search.next(1), 2);
        QCOMPARE(search.next(4), -1);
        QCOMPARE(search.previous(2), 0);
        QCOMPARE(search.previous(0), -1);
        QCOMPARE(search.numberOf(3), 3);
        QCOMPARE(search.numberOf(1), 0);
    }

    void searchCanMatchCase()
    {
        LogSearch search(sourceOf("Error\nerror\n"), u"Error"_s, CaseRule::exact, [] {});
        QTRY_VERIFY(search.isFinished());
        QCOMPARE(search.count(), 1);
    }

    void searchFindsWhatColoursInterrupt()
    {
        LogSearch search(sourceOf("ok\n\x1b[31mer\x1b[1mror\x1b[0m\n error\roverwritten\n"), u"error"_s, CaseRule::exact, [] {});
        QTRY_VERIFY(search.isFinished());
        QCOMPARE(search.count(), 1);
        QCOMPARE(search.next(0), 1);
    }

    void searchCountsAcrossBlocks()
    {
        const int lines = 700'000; // more than one block of 4 MB
        LogSearch search(sourceOf(numbered(lines)), u"99999"_s, CaseRule::ignore, [] {});
        QTRY_VERIFY_WITH_TIMEOUT(search.isFinished(), 20'000);
        QCOMPARE(search.count(), 7); // 99999, 199999, ..., 699999
        QCOMPARE(search.next(200'000), 299'999);
        QCOMPARE(search.previous(lines), 699'999);
    }

    void anEmptyPatternFindsNothing()
    {
        LogSearch search(sourceOf(numbered(3)), {}, CaseRule::ignore, [] {});
        QTRY_VERIFY(search.isFinished());
        QCOMPARE(search.count(), 0);
    }

    void aSearchCanBeLeftAtAnyTime()
    {
        const auto source = sourceOf(numbered(500'000));
        for (int i = 0; i < 20; ++i)
            LogSearch(source, u"line"_s, CaseRule::ignore, [] {});
        QCOMPARE(source->size(), numbered(500'000).size());
    }
};

QTEST_GUILESS_MAIN(LogIndexTest)
#include "log_index_test.moc"
