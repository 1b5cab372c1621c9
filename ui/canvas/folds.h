// The frames that are folded in a view, and the whole graph behind what it shows. Without a folded frame it keeps nothing.
#pragma once

#include "ui/canvas/graph.h"

#include <QHash>
#include <QPointF>
#include <QSet>

#include <optional>

namespace penstock::canvas {

class Folds final {
public:
    void set(const QSet<QString>& frames) { m_frames = frames; } // as of the next graph
    const QSet<QString>& frames() const { return m_frames; }

    // What is to be shown of a graph whose nodes all have positions.
    Graph show(Graph whole);
    bool isAnyShown() const { return !m_away.isEmpty(); }
    QString holderOf(const QString& node) const { return m_away.value(node); } // empty: it is shown itself, if at all
    // The same graph with other positions.
    Graph moved(const QStringList& ids, const QList<QPointF>& positions);
    // How the frame looks now into which this node is folded; nothing when it is in none, or as it was.
    std::optional<Node> update(const Node& node);
    // In place of a folded frame the nodes that it takes along.
    void unfold(QStringList& ids, QList<QPointF>& positions) const;

private:
    std::vector<const Node*> membersOf(const NodeFrame& frame) const;
    const NodeFrame* frame(const QString& id) const;

    QSet<QString> m_frames;
    Graph m_whole;
    QHash<QString, std::size_t> m_index;
    QHash<QString, QString> m_away; // nodes, and the frame that stands for them
};

} // namespace penstock::canvas
