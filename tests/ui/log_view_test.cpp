#include "ui/common/log_area.h"
#include "ui/common/log_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace penstock::common;
using namespace Qt::Literals::StringLiterals;

// Plurals come from penstock_en.ts, which is not loaded here: what people read as "lines" is "line(s)".
class LogViewTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<LogView> m_view;
    std::shared_ptr<MemoryLogSource> m_source;

    LogArea* area() const { return m_view->area(); }
    void append(int from, int to)
    {
        QByteArray bytes;
        for (int i = from; i < to; ++i)
            bytes += "line " + QByteArray::number(i) + '\n';
        m_source->append(bytes);
    }
    bool atEnd() const { return area()->verticalScrollBar()->value() == area()->verticalScrollBar()->maximum(); }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<LogView>();
        m_view->resize(700, 300);
        m_source = std::make_shared<MemoryLogSource>();
        append(0, 500);
        m_view->setSource(m_source);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        QTRY_COMPARE(area()->lineCount(), 500);
    }

    void itFollowsWhatIsAppended()
    {
        QTRY_VERIFY(atEnd());
        append(500, 900);
        QTRY_COMPARE(area()->lineCount(), 900);
        QTRY_VERIFY(atEnd());
        QVERIFY(area()->isFollowing());
        QCOMPARE(m_view->status(), u"following · 900 line(s)"_s);
    }

    void scrollingUpStopsFollowingAndCountsNewLines()
    {
        QTRY_VERIFY(atEnd());
        QTest::keyClick(area(), Qt::Key_PageUp);
        QVERIFY(!area()->isFollowing());
        const int top = area()->verticalScrollBar()->value();
        append(500, 512);
        QTRY_COMPARE(area()->newLines(), 12);
        QCOMPARE(area()->verticalScrollBar()->value(), top);
        QPushButton* news = nullptr;
        for (QPushButton* each : m_view->findChildren<QPushButton*>())
            news = each;
        QVERIFY(news && news->isVisible());
        QCOMPARE(news->text(), u"12 new line(s)"_s);
        QTest::mouseClick(news, Qt::LeftButton);
        QVERIFY(area()->isFollowing());
        QVERIFY(atEnd());
        QVERIFY(!news->isVisible());
    }

    void scrollingBackToTheEndFollowsAgain()
    {
        QTRY_VERIFY(atEnd());
        QTest::keyClick(area(), Qt::Key_Home);
        QVERIFY(!area()->isFollowing());
        area()->verticalScrollBar()->setValue(area()->verticalScrollBar()->maximum());
        QVERIFY(area()->isFollowing());
    }

    void searchShowsCountsAndSteps()
    {
        area()->setFollowing(false);
        area()->verticalScrollBar()->setValue(0);
        m_view->search(u"line 49"_s);
        QTRY_COMPARE(m_view->searchStatus(), u"1 of 11"_s); // 49, 490 to 499
        m_view->findNext();
        QCOMPARE(m_view->searchStatus(), u"2 of 11"_s);
        QVERIFY(area()->topLine() <= 490 && 490 < area()->topLine() + area()->verticalScrollBar()->pageStep());
        m_view->findPrevious();
        m_view->findPrevious();
        QCOMPARE(m_view->searchStatus(), u"11 of 11"_s);
        m_view->search(u"no such text"_s);
        QTRY_COMPARE(m_view->searchStatus(), u"0 of 0"_s);
    }

    void theSearchFieldIsReachedAndLeftByKeys()
    {
        area()->setFocus();
        QTest::keyClick(area(), Qt::Key_F, Qt::ControlModifier);
        auto* field = m_view->findChild<QLineEdit*>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"line 7"_s);
        QTRY_VERIFY(m_view->searchStatus().startsWith(u"1 of"_s) || m_view->searchStatus().endsWith(u"111"_s));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QVERIFY(area()->hasFocus());
    }

    void theSelectionIsCopiedWithoutEscapes()
    {
        m_source = std::make_shared<MemoryLogSource>();
        m_source->append("\x1b[31mred\x1b[0m\n10%\r20%\nplain\n");
        m_view->setSource(m_source);
        QTRY_COMPARE(area()->lineCount(), 3);
        QTest::keyClick(area(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(area(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"red\n20%\nplain"_s);
    }

    void theMouseSelectsAPartOfALine()
    {
        area()->setFollowing(false);
        area()->verticalScrollBar()->setValue(0);
        QTest::mouseDClick(area()->viewport(), Qt::LeftButton, {}, QPoint(20, 6));
        QCOMPARE(area()->selectedText(), u"line"_s);
    }

    void anotherSourceBeginsAnew()
    {
        QTRY_VERIFY(atEnd());
        QTest::keyClick(area(), Qt::Key_Home);
        auto other = std::make_shared<MemoryLogSource>();
        other->append("only\n");
        m_view->setSource(other);
        QTRY_COMPARE(area()->lineCount(), 1);
        QVERIFY(area()->isFollowing());
        QCOMPARE(m_view->status(), u"following · 1 line(s)"_s);
        m_view->setSource(nullptr);
        QCOMPARE(area()->lineCount(), 0);
    }

    void binaryNoiseIsDrawn()
    {
        QByteArray noise;
        for (int i = 0; i < 200'000; ++i)
            noise += static_cast<char>((i * 7919) >> 3);
        auto other = std::make_shared<MemoryLogSource>();
        other->append(noise);
        m_view->setSource(other);
        QTRY_VERIFY(area()->lineCount() > 10);
        QVERIFY(!m_view->grab().isNull());
    }

    void aViewCanDieWhileItReads()
    {
        auto big = std::make_shared<MemoryLogSource>();
        big->append(QByteArray("some line of a log\n").repeated(1'000'000));
        m_view->setSource(big);
        m_view->search(u"line"_s);
        m_view.reset();
        QCoreApplication::processEvents();
        QCOMPARE(big->size(), 19'000'000);
    }
};

QTEST_MAIN(LogViewTest)
#include "log_view_test.moc"
