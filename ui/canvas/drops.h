// Files and new nodes that are dragged onto a GraphView from elsewhere.
#pragma once

#include <QObject>

class QDragEnterEvent;
class QDropEvent;

namespace penstock::canvas {

class GraphView;

class Drops final : public QObject {
    Q_OBJECT

public:
    explicit Drops(GraphView& view); // outlives this

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void enter(QDragEnterEvent& event);
    void drop(QDropEvent& event);

    GraphView& m_view;
};

} // namespace penstock::canvas
