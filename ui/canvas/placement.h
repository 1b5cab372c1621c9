// Finds places for the nodes of a view that come without: at once where that takes no time, else first a rough place and
// the good one as soon as a thread has found it. What has been placed stays where it is when the graph grows. GUI thread.
#pragma once

#include <QObject>

#include "ui/canvas/graph.h"
#include "ui/canvas/layout_job.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace penstock::canvas {

class Placement final : public QObject {
    Q_OBJECT

public:
    explicit Placement(QObject* parent = nullptr);

    // All nodes have positions afterwards. A node keeps the place it was given here before, as long as the same wires lead
    // to it; one whose place a document gave, and gives no more, gets a new one.
    void place(Graph& graph);
    bool isSettled() const { return !m_job.isRunning(); }

Q_SIGNALS:
    // The good places of the graph that was placed last, after rough ones.
    void settled(const QStringList& ids, const QList<QPointF>& positions);
    void takesLong();

private:
    struct Known {
        QPointF position;
        size_t wires = 0; // digest of those that lead to it
        bool given = false;
    };

    void take(const std::vector<Point>& positions);
    void remember(const Graph& graph, const QSet<QString>& given, const QHash<QString, size_t>& wires);

    LayoutJob m_job;
    QStringList m_ids; // of the job, in its order
    QSet<QString> m_rough; // those of them that wait for a good place
    QHash<QString, Known> m_known;
};

// Rows and columns by the distance from the sources along the edges: in the blink of an eye, without regard to crossings.
std::vector<Point> roughPositions(const LayoutInput& input);

} // namespace penstock::canvas
