#include "ui/designer/graph_output.h"

#include "core/messages/messages.h"
#include "ui/designer/printout.h"
#include "ui/models/qt_text.h"
#include "ui/models/time_text.h"
#include "ui/theme/style.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QThreadPool>

#include <algorithm>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using canvas::Picture;

namespace {

constexpr double sharp = 2; // points for a pixel: good on screens of today and on paper

class WaitCursor final {
public:
    WaitCursor() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~WaitCursor() { QGuiApplication::restoreOverrideCursor(); }
    Q_DISABLE_COPY_MOVE(WaitCursor)
};

} // namespace

GraphOutput::GraphOutput(std::function<Subject()> subject, FileSystem& files, QWidget& window)
    : QObject(&window)
    , m_subject(std::move(subject))
    , m_files(files)
    , m_window(window)
    , m_export(new QAction(tr("Export…"), this))
    , m_exportSelection(new QAction(tr("Export the selection…"), this))
    , m_copy(new QAction(tr("Copy as picture"), this))
    , m_print(new QAction(tr("Print…"), this))
    , m_asOnScreen(new QAction(tr("Pictures in the colours of the screen"), this))
    , m_withSource(new QAction(tr("Pictures carry the text of the pipeline"), this))
{
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_print->setShortcut(QKeySequence::Print);
    for (QAction* each : {m_export, m_print}) {
        each->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        window.addAction(each); // a menu alone gives no keys
    }
    m_asOnScreen->setCheckable(true);
    m_withSource->setCheckable(true);
    m_exportSelection->setEnabled(false);
    connect(m_export, &QAction::triggered, this, [this] { askAndExport(Part::everything); });
    connect(m_exportSelection, &QAction::triggered, this, [this] { askAndExport(Part::selection); });
    connect(m_copy, &QAction::triggered, this, &GraphOutput::copy);
    connect(m_print, &QAction::triggered, this, &GraphOutput::askAndPrint);
}

QList<QAction*> GraphOutput::actions() const { return {m_export, m_exportSelection, m_copy, m_print, m_asOnScreen, m_withSource}; }

void GraphOutput::setSelectionKnown(bool any) { m_exportSelection->setEnabled(any); }

Picture GraphOutput::picture(const Subject& subject, Part part, Picture::Ground ground) const
{
    canvas::PictureStyle style;
    style.title = subject.title;
    if (ground == Picture::Ground::painted && m_asOnScreen->isChecked()) // dark colours are made for a dark ground
        style.theme = theme::themeOf(&m_window);
    if (m_withSource->isChecked())
        style.source = subject.source;
    return Picture(part == Part::selection ? canvas::partOf(subject.graph, subject.selection) : subject.graph, std::move(style));
}

void GraphOutput::exportTo(const QString& path, Part part)
{
    const auto format = canvas::pictureFormatOf(path);
    if (!format)
        return Q_EMIT problemMet(tr("%1 has none of the suffixes of pictures: .svg, .png and .pdf.").arg(path));
    const WaitCursor wait;
    const Picture drawn = picture(m_subject(), part);
    QByteArray bytes = drawn.bytes(*format, std::min(sharp, drawn.largestScale()));
    if (bytes.isEmpty())
        return Q_EMIT problemMet(tr("There is not enough memory for a picture of points of this graph. Export it as SVG or PDF."));
    // Disks may be slow; the thread outlives neither the files nor, through its guard, this.
    QThreadPool::globalInstance()->start([&files = m_files, guard = QPointer(this), path, bytes = std::move(bytes)] {
        const auto done = files.writeAtomically(models::utf8(path), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        const QString problem = done ? QString() : tr("The picture was not written. %1", "and why").arg(messages::sentence(done.error()));
        QMetaObject::invokeMethod(qApp, [guard, path, problem] {
            if (guard && problem.isEmpty())
                Q_EMIT guard->written(path);
            else if (guard)
                Q_EMIT guard->problemMet(problem);
        });
    });
}

void GraphOutput::askAndExport(Part part)
{
    const Subject subject = m_subject();
    const QString suggested = subject.folder + u'/' + (subject.title.isEmpty() ? u"pipeline"_s : subject.title) + u".svg"_s;
    const QString filters = tr("SVG drawing (*.svg);;PNG picture (*.png);;PDF page (*.pdf)");
    QString chosenFilter;
    QString path = QFileDialog::getSaveFileName(&m_window, tr("Export the graph"), suggested, filters, &chosenFilter);
    if (path.isEmpty())
        return;
    if (!canvas::pictureFormatOf(path))
        path += chosenFilter.contains(u".png"_s) ? u".png"_s : chosenFilter.contains(u".pdf"_s) ? u".pdf"_s : u".svg"_s;
    exportTo(path, part);
}

void GraphOutput::copy()
{
    const Subject subject = m_subject();
    const WaitCursor wait;
    const Picture drawn = picture(subject, subject.selection.isEmpty() ? Part::everything : Part::selection);
    auto* data = new QMimeData;
    data->setImageData(drawn.image(std::min(sharp, drawn.largestScale())));
    data->setData(u"image/svg+xml"_s, drawn.svg());
    QGuiApplication::clipboard()->setMimeData(data);
}

void GraphOutput::askAndPrint()
{
    QPrinter printer(QPrinter::HighResolution);
    const QSizeF size = picture(m_subject(), Part::everything).size();
    printer.setPageOrientation(size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPrintDialog dialog(&printer, &m_window);
    if (dialog.exec() == QDialog::Accepted)
        printTo(printer);
}

void GraphOutput::printTo(QPrinter& printer)
{
    const WaitCursor wait;
    const Subject subject = m_subject();
    const Picture drawn = picture(subject, Part::everything, Picture::Ground::paper);
    printer.setDocName(subject.title);
    const Instant now = Instant(Duration(QDateTime::currentMSecsSinceEpoch()));
    if (!Printout(drawn, subject.title, models::TimeText::exact(now)).print(printer))
        Q_EMIT problemMet(tr("The printer %1 cannot be used. Choose another one.").arg(printer.printerName()));
}

} // namespace penstock::designer
