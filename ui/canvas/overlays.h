// What floats above the canvas: the zoom box at the lower right, the overview at the lower left.
#pragma once

#include <QPixmap>
#include <QWidget>

class QToolButton;

namespace penstock::canvas {

class GraphView;

class ZoomBox final : public QWidget {
    Q_OBJECT

public:
    explicit ZoomBox(GraphView& view);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* m_percent;
};

// The whole graph, small, with the part in view framed; click or drag to go there.
class Overview final : public QWidget {
    Q_OBJECT

public:
    explicit Overview(GraphView& view);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QTransform toOverview() const;
    void go(const QPointF& position);

    GraphView& m_view;
};

} // namespace penstock::canvas
