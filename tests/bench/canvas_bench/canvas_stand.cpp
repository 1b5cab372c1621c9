#include "tests/bench/canvas_bench/stand.h"
#include "ui/canvas/graph_view.h"

#include <QCoreApplication>
#include <QImage>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>

namespace penstock::bench {
namespace {

class CanvasStand final : public Stand {
public:
    explicit CanvasStand(const canvas::Graph& graph)
    {
        m_view.resize(1600, 900);
        m_view.setGraph(graph);
        m_view.show();
        m_middle = graph.nodes[graph.nodes.size() / 2 + std::min<std::size_t>(25, graph.nodes.size() / 4)].id;
    }

    void zoomTo(double zoom) override { m_view.setZoom(zoom); }
    double fitting() override
    {
        m_view.fit();
        return m_view.zoom();
    }
    void panBy(const QPoint& by) override
    {
        QWheelEvent wheel({800, 450}, {800, 450}, by, by, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&m_view, &wheel);
    }
    void grasp() override
    {
        m_view.setZoom(1);
        m_view.reveal(m_middle);
        m_at = m_view.viewRect(m_middle).center();
        QTest::mousePress(&m_view, Qt::LeftButton, {}, m_at);
    }
    void dragBy(const QPoint& by) override
    {
        m_at += by;
        QMouseEvent move(QEvent::MouseMove, m_at, m_view.mapToGlobal(m_at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&m_view, &move);
    }
    void letGo() override { QTest::mouseRelease(&m_view, Qt::LeftButton, {}, m_at); }
    void selectAll(bool all) override
    {
        QStringList ids;
        for (const canvas::Node& node : m_view.graph().nodes)
            ids.append(node.id);
        m_view.select(all ? ids : QStringList());
    }
    void frame(QImage& image) override { m_view.render(&image, {}, {}, QWidget::DrawWindowBackground); }

private:
    canvas::GraphView m_view;
    QString m_middle;
    QPoint m_at;
};

} // namespace

std::unique_ptr<Stand> canvasStand(const canvas::Graph& graph)
{
    return std::make_unique<CanvasStand>(graph);
}

} // namespace penstock::bench
