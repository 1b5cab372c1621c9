#pragma once

#include <QObject>

#include "ui/canvas/graph.h"
#include "ui/canvas/layout_job.h"

#include <QStringList>

#include <functional>

namespace penstock::canvas {
class GraphView;
}

namespace penstock::designer {

// "Lay out": places for all steps, or for those that are selected, found in another thread and taken over as one edit.
// GUI thread.
class Tidy final : public QObject {
    Q_OBJECT

public:
    // `view` outlives this. `take` is given all places at once, top left corners by id.
    using Take = std::function<void(const QStringList& ids, const QList<QPointF>& positions)>;
    Tidy(canvas::GraphView& view, Take take, QObject* parent = nullptr);

    // Of two orders the newer one counts. What is drawn when the places are found has to be what it was when they were
    // asked for; otherwise they are dropped.
    void all(); // frames keep their steps together, notes stay beside theirs
    void selection(); // fewer than two steps: nothing happens
    void stop();
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    void takesLong(); // a second has passed
    void ended();     // done, dropped or stopped

private:
    void begin();
    void takeNotesAlong(QStringList& ids, QList<QPointF>& places) const;
    void finish(const std::vector<canvas::Point>& positions);

    canvas::GraphView& m_view;
    Take m_take;
    canvas::LayoutJob m_job;
    canvas::Graph m_asked;
    QStringList m_ids;
    bool m_isAll = true;
};

} // namespace penstock::designer
