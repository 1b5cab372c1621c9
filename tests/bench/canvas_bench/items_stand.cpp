#include "tests/bench/canvas_bench/stand.h"

#include <QGraphicsRectItem>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsView>
#include <QHash>
#include <QImage>
#include <QScrollBar>

namespace penstock::bench {
namespace {

class ItemsStand final : public Stand {
public:
    explicit ItemsStand(const canvas::Graph& graph)
        : m_view(&m_scene)
    {
        QHash<QString, QGraphicsRectItem*> items;
        for (const canvas::Node& node : graph.nodes) {
            auto* item = m_scene.addRect(QRectF({}, canvas::sizeOf(node)), QPen(Qt::gray), QBrush(Qt::white));
            item->setPos(*node.position);
            item->setFlags(QGraphicsItem::ItemIsSelectable | QGraphicsItem::ItemIsMovable);
            item->setZValue(1);
            (new QGraphicsSimpleTextItem(node.title, item))->setPos(36, 8);
            (new QGraphicsSimpleTextItem(node.subtitle, item))->setPos(36, 30);
            items.insert(node.id, item);
        }
        for (const canvas::Edge& edge : graph.edges) {
            Line line{items.value(edge.from), items.value(edge.to), m_scene.addPath({}, QPen(Qt::darkGray, 1.4))};
            lead(line);
            m_lines.push_back(line);
        }
        m_middle = items.value(graph.nodes[graph.nodes.size() / 2 + std::min<std::size_t>(25, graph.nodes.size() / 4)].id);
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.setFrameShape(QFrame::NoFrame);
        m_view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.resize(1600, 900);
        m_view.show();
    }

    void zoomTo(double zoom) override { m_view.setTransform(QTransform::fromScale(zoom, zoom)); }
    double fitting() override
    {
        m_view.fitInView(m_scene.itemsBoundingRect(), Qt::KeepAspectRatio);
        return m_view.transform().m11();
    }
    void panBy(const QPoint& by) override
    {
        m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() - by.x());
        m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->value() - by.y());
    }
    void grasp() override
    {
        zoomTo(1);
        m_view.centerOn(m_middle);
        m_middle->setSelected(true);
    }
    void dragBy(const QPoint& by) override
    {
        m_middle->setPos(m_middle->pos() + by);
        for (Line& line : m_lines) {
            if (line.from == m_middle || line.to == m_middle)
                lead(line);
        }
    }
    void letGo() override { m_middle->setSelected(false); }
    void selectAll(bool all) override
    {
        for (QGraphicsItem* item : m_scene.items())
            item->setSelected(all);
    }
    void frame(QImage& image) override { m_view.viewport()->render(&image); }

private:
    struct Line {
        QGraphicsRectItem* from;
        QGraphicsRectItem* to;
        QGraphicsPathItem* path;
    };

    static void lead(Line& line)
    {
        const QPointF start = line.from->sceneBoundingRect().center() + QPointF(line.from->rect().width() / 2, 0);
        const QPointF end = line.to->sceneBoundingRect().center() - QPointF(line.to->rect().width() / 2, 0);
        const double handle = std::max(24.0, (end.x() - start.x()) / 2);
        QPainterPath path(start);
        path.cubicTo(start + QPointF(handle, 0), end - QPointF(handle, 0), end);
        line.path->setPath(path);
    }

    QGraphicsScene m_scene;
    QGraphicsView m_view;
    std::vector<Line> m_lines;
    QGraphicsRectItem* m_middle = nullptr;
};

} // namespace

std::unique_ptr<Stand> itemsStand(const canvas::Graph& graph)
{
    return std::make_unique<ItemsStand>(graph);
}

} // namespace penstock::bench
