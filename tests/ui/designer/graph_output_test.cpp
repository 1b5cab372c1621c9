#include "core/platform/disk_file_system.h"
#include "tests/support/temporary_folder.h"
#include "ui/designer/graph_output.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPrinter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

canvas::Node node(const QString& id, double x)
{
    canvas::Node made;
    made.id = made.title = id;
    made.position = QPointF(x, 0);
    return made;
}

} // namespace

class GraphOutputTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TemporaryFolder> m_folder;
    platform::DiskFileSystem m_files;
    std::unique_ptr<QWidget> m_window;
    GraphOutput* m_output = nullptr;
    GraphOutput::Subject m_subject;

    QString path(const QString& name) const { return QString::fromStdString(m_folder->path()) + u'/' + name; }
    QAction* action(const QString& text) const
    {
        for (QAction* each : m_output->actions()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    QString written(const QString& name, GraphOutput::Part part = GraphOutput::Part::everything)
    {
        QSignalSpy done(m_output, &GraphOutput::written);
        m_output->exportTo(path(name), part);
        return done.wait(60'000) ? QString::fromStdString(m_folder->read(name.toStdString())) : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<test::TemporaryFolder>();
        m_window = std::make_unique<QWidget>();
        m_subject = {{{node(u"prepare"_s, 0), node(u"train"_s, 260), node(u"ship"_s, 520)}, {{u"prepare"_s, u"train"_s, canvas::EdgeKind::order, {}, false}}},
                     {u"train"_s},
                     u"digits"_s,
                     u"name: digits\n"_s,
                     path({})};
        m_output = new GraphOutput([this] { return m_subject; }, m_files, *m_window);
    }

    void everythingOrTheSelectionGoesIntoAFile()
    {
        const QString all = written(u"all.svg"_s);
        QVERIFY(all.contains(u">prepare<"_s) && all.contains(u">train<"_s) && all.contains(u">ship<"_s));
        const QString part = written(u"part.svg"_s, GraphOutput::Part::selection);
        QVERIFY(!part.contains(u">prepare<"_s) && part.contains(u">train<"_s) && !part.contains(u">ship<"_s));
        QVERIFY(written(u"all.pdf"_s).startsWith(u"%PDF"_s));
        written(u"all.png"_s);
        QVERIFY(!QImage(path(u"all.png"_s)).isNull());
    }

    void theTextOfThePipelineGoesAlongOnlyWhenWanted()
    {
        QVERIFY(!written(u"a.svg"_s).contains(u"name: digits"_s));
        action(u"Pictures carry the text of the pipeline"_s)->setChecked(true);
        QVERIFY(written(u"a.svg"_s).contains(u"name: digits"_s));
    }

    void whatCannotBeWrittenIsSaid()
    {
        QSignalSpy problem(m_output, &GraphOutput::problemMet);
        m_output->exportTo(path(u"a.txt"_s), GraphOutput::Part::everything);
        QCOMPARE(problem.count(), 1);
        m_output->exportTo(path(u"no/folder/a.svg"_s), GraphOutput::Part::everything);
        QVERIFY(problem.wait(60'000));
        QCOMPARE(problem.count(), 2);
        QVERIFY(!problem[1][0].toString().isEmpty());
    }

    void aWindowThatIsClosedMeanwhileIsNotTold()
    {
        m_output->exportTo(path(u"late.svg"_s), GraphOutput::Part::everything);
        m_window.reset();
        QTRY_VERIFY_WITH_TIMEOUT(m_files.exists(path(u"late.svg"_s).toStdString()), 60'000);
    }

    void theClipboardGetsPointsAndShapes()
    {
        m_output->copy();
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY(copied->hasImage());
        const QString svg = QString::fromUtf8(copied->data(u"image/svg+xml"_s));
        QVERIFY(svg.contains(u">train<"_s) && !svg.contains(u">ship<"_s)); // the selection
        m_subject.selection.clear();
        m_output->copy();
        QVERIFY(QGuiApplication::clipboard()->mimeData()->data(u"image/svg+xml"_s).contains(">ship<"));
    }

    void paperGetsAllOfItOnOnePage()
    {
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path(u"printed.pdf"_s));
        m_output->printTo(printer);
        const std::string printed = m_folder->read("printed.pdf");
        QVERIFY(printed.starts_with("%PDF"));
        QVERIFY(printed.find("/Count 1") != std::string::npos);
    }

    void whatDoesNotFitOnAPageGoesOnSeveral()
    {
        for (int i = 0; i < 30; ++i)
            m_subject.graph.nodes.push_back(node(u"more_%1"_s.arg(i), 800 + i * 260));
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path(u"printed.pdf"_s));
        m_output->printTo(printer);
        const QRegularExpressionMatch pages = QRegularExpression(u"/Count (\\d+)"_s).match(QString::fromStdString(m_folder->read("printed.pdf")));
        QVERIFY(pages.captured(1).toInt() > 3 && pages.captured(1).toInt() <= 24);

        QPrinter second;
        second.setOutputFormat(QPrinter::PdfFormat);
        second.setOutputFileName(path(u"second.pdf"_s));
        second.setFromTo(2, 2);
        m_output->printTo(second);
        QVERIFY(m_folder->read("second.pdf").find("/Count 1") != std::string::npos);
    }

    void whatHasAKeyIsAnActionOfTheWindow()
    {
        for (QAction* each : m_output->actions())
            QCOMPARE(m_window->actions().contains(each), !each->shortcut().isEmpty());
    }

    void thereIsAnActionForEachOfThem()
    {
        QVERIFY(!action(u"Export the selection…"_s)->isEnabled());
        m_output->setSelectionKnown(true);
        QVERIFY(action(u"Export the selection…"_s)->isEnabled());
        action(u"Copy as picture"_s)->trigger();
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
    }
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::GraphOutputTest)
#include "graph_output_test.moc"
