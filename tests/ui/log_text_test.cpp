#include "ui/common/log_text.h"

#include <QTest>

using namespace penstock::common;
using namespace Qt::Literals::StringLiterals;

class LogTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsShown_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("epoch 1") << u"epoch 1"_s;
        QTest::newRow("CRLF") << QByteArray("epoch 1\r") << u"epoch 1"_s;
        QTest::newRow("progress is its last state") << QByteArray(" 10%\r 20%\r 30%") << u" 30%"_s;
        QTest::newRow("progress that ended with CR") << QByteArray(" 10%\r 20%\r") << u" 20%"_s;
        QTest::newRow("SGR") << QByteArray("\x1b[1;31merror\x1b[0m: no") << u"error: no"_s;
        QTest::newRow("cursor and erase") << QByteArray("a\x1b[2K\x1b[1Gb\x1b[?25l") << u"ab"_s;
        QTest::newRow("OSC title, BEL") << QByteArray("\x1b]0;evil title\x07ok") << u"ok"_s;
        QTest::newRow("OSC link, ST") << QByteArray("\x1b]8;;http://x\x1b\\text\x1b]8;;\x1b\\") << u"text"_s;
        QTest::newRow("OSC without end") << QByteArray("a\x1b]52;c;aGVsbG8") << u"a"_s;
        QTest::newRow("DCS") << QByteArray("a\x1bPq#0;2\x1b\\b") << u"ab"_s;
        QTest::newRow("charset") << QByteArray("\x1b(Ba") << u"a"_s;
        QTest::newRow("lone ESC at the end") << QByteArray("a\x1b") << u"a"_s;
        QTest::newRow("unfinished CSI") << QByteArray("a\x1b[38;2;") << u"a"_s;
        QTest::newRow("invalid UTF-8") << QByteArray("a\xFF\xFE") + "b" << QString(u"a\uFFFD\uFFFDb"_s);
        QTest::newRow("truncated UTF-8") << QByteArray("a\xE4\xB8") << QString(u"a\uFFFD\uFFFD"_s);
        QTest::newRow("UTF-8") << QByteArray("\xE4\xB8\xAD") << QString(u"\u4E2D"_s);
        QTest::newRow("NUL and BEL") << QByteArray("a\0b\a", 4) << QString(u"a\u2400b\u2407"_s);
        QTest::newRow("tab") << QByteArray("ab\tc") << u"ab      c"_s;
        QTest::newRow("backspace") << QByteArray("ab\bc") << u"ac"_s;
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void whatIsShown()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(parseLogLine(bytes).text, text);
    }

    void coloursBecomeSpans()
    {
        const LogText line = parseLogLine("a\x1b[1;31mred\x1b[39mbold\x1b[0mplain\x1b[94mbright");
        const std::vector<LogSpan> expected{{1, 3, {1, {}}, {}, true, false}, {4, 4, {}, {}, true, false}, {13, 6, {12, {}}, {}, false, false}};
        QVERIFY(line.spans == expected);
    }

    void extendedColoursAreUnderstood()
    {
        QCOMPARE(parseLogLine("\x1b[38;5;196mx").spans.at(0).color.rgb, QColor(255, 0, 0));
        QCOMPARE(parseLogLine("\x1b[38;2;1;2;3mx").spans.at(0).color.rgb, QColor(1, 2, 3));
        QCOMPARE(parseLogLine("\x1b[38:2:1:2:3mx").spans.at(0).color.rgb, QColor(1, 2, 3));
        QCOMPARE(parseLogLine("\x1b[38;5;4mx").spans.at(0).color.index, 4);
        QCOMPARE(parseLogLine("\x1b[48;5;240mx").spans.at(0).background.rgb, QColor(88, 88, 88));
        QVERIFY(parseLogLine("\x1b[38;5mx").spans.empty() || !parseLogLine("\x1b[38;5mx").text.isEmpty());
    }

    void searchSeesWhatIsShown()
    {
        const QByteArray bytes("one\n\x1b[31mer\x1b[0mror\n 1%\r 2%\r 3%\r\nlast");
        QCOMPARE(QByteArray::fromStdString(plainLogBytes(bytes.constData(), static_cast<std::size_t>(bytes.size()))), QByteArray("one\nerror\n 3%\nlast"));
    }
};

QTEST_GUILESS_MAIN(LogTextTest)
#include "log_text_test.moc"
