#include "core/platform/disk_file_system.h"
#include "tests/bench/canvas_bench/layouts.h"
#include "tests/bench/canvas_bench/measure.h"
#include "tests/bench/canvas_bench/scenes.h"
#include "ui/designer/canvas_editing.h"
#include "ui/designer/link_offers.h"
#include "ui/designer/pipeline_graph.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>

namespace penstock::bench {

using namespace Qt::Literals::StringLiterals;
using canvas::PortSide;

namespace {

class PullStand final {
public:
    explicit PullStand(int steps)
        : m_file(write(m_folder, pipelineText(steps)))
        , m_editor(m_folder.path(), m_files)
        , m_editing(m_view, m_editor, m_files, m_folder.path(), nullptr)
    {
        QObject::connect(&m_editor, &designer::PipelineEditor::changed, &m_view,
                         [this] { m_view.setGraph(designer::designGraph(m_editor.lastGood(), m_editor.document().positions(), m_editor.issues()).graph); });
        m_view.resize(1600, 900);
        m_view.show();
        (void)m_editor.open(m_file);
        while (m_view.graph().nodes.empty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        QElapsedTimer settled; // whatever is found out in threads
        settled.start();
        while (settled.elapsed() < 3000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        m_node = m_view.graph().nodes[m_view.graph().nodes.size() / 2];
        m_view.setZoom(1);
        m_view.reveal(m_node.id);
        frame();
    }

    double begin(PortSide side)
    {
        const int node = *m_view.scene().indexOf(m_node.id);
        m_at = m_view.viewRect(m_node.id).center();
        pull({}); // ports on demand are there for who looks at the node
        const QString port = side == PortSide::out ? portsOf(m_node, side).front().name : QString();
        m_at = m_view.toView(m_view.scene().portAt(node, side, port)).toPoint();
        return timed([&] {
            QTest::mousePress(&m_view, Qt::LeftButton, {}, m_at);
            pull({60, 40});
            frame();
        });
    }
    double next(int i)
    {
        return timed([&] {
            pull({i % 80 < 40 ? 11 : -11, i % 20 < 10 ? 7 : -7});
            frame();
        });
    }
    void end()
    {
        const QImage pulled = m_image;
        QTest::keyClick(&m_view, Qt::Key_Escape);
        frame();
        if (m_image == pulled)
            std::printf("  nothing was pulled\n");
    }
    double knowing()
    {
        return timed([&] { m_judge = std::make_unique<designer::DocumentJudge>(m_editor.document()); });
    }
    double offering()
    {
        return timed([&] { (void)linkOffers(*m_judge, m_view.graph(), m_node.id); });
    }

private:
    static QString write(const QTemporaryDir& folder, const std::string& text)
    {
        QDir(folder.path()).mkdir(u"pipelines"_s);
        QFile file(folder.filePath(u"pipelines/large.pipeline.yaml"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.data(), static_cast<qint64>(text.size()));
        return u"pipelines/large.pipeline.yaml"_s;
    }
    void pull(const QPoint& by)
    {
        m_at += by;
        QMouseEvent move(QEvent::MouseMove, m_at, m_view.mapToGlobal(m_at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&m_view, &move);
    }
    void frame() { m_view.render(&m_image, {}, {}, QWidget::DrawWindowBackground); }

    QTemporaryDir m_folder;
    QString m_file;
    platform::DiskFileSystem m_files;
    designer::PipelineEditor m_editor;
    canvas::GraphView m_view;
    designer::CanvasEditing m_editing;
    QImage m_image{1600, 900, QImage::Format_ARGB32_Premultiplied};
    std::unique_ptr<designer::DocumentJudge> m_judge;
    canvas::Node m_node;
    QPoint m_at;
};

} // namespace

void benchPulling(int steps)
{
    PullStand stand(steps);
    const std::string count = std::to_string(steps).append(" steps, ");
    for (const auto& [side, word] : {std::pair(PortSide::out, "output"), std::pair(PortSide::in, "input")}) {
        std::vector<double> first, frames;
        for (int round = 0; round < 5; ++round) {
            first.push_back(stand.begin(side));
            for (int i = 1; i < 60; ++i)
                frames.push_back(stand.next(i));
            stand.end();
        }
        report(count + "begin to pull a link from an " + word, first, {}, "16");
        report(count + "pull it, each frame", frames, {}, "16");
    }
    std::vector<double> known, offered;
    for (int round = 0; round < 5; ++round) {
        known.push_back(stand.knowing());
        offered.push_back(stand.offering());
    }
    report(count + "what may be linked, beforehand", known, {}, "-");
    report(count + "all that a step can be linked to", offered, {}, "100");
}

} // namespace penstock::bench
