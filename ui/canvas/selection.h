// The nodes that somebody deals with: those that are selected, the current one that keys start from, the one under the pointer.
// Nodes are indices of the scene. GUI thread.
#pragma once

#include <QObject>

#include <QSet>
#include <QStringList>

#include <vector>

namespace penstock::canvas {

class Scene;

class Selection final : public QObject {
    Q_OBJECT

public:
    static constexpr int none = -1;

    explicit Selection(const Scene& scene); // outlives this

    const QSet<int>& nodes() const { return m_nodes; }
    std::vector<int> sorted() const;
    QStringList ids() const; // in the order of the graph
    void set(const QSet<int>& nodes);
    void toggle(int node);
    void selectAll();

    int current() const { return m_current; }
    QString currentId() const; // empty when there is none
    void setCurrent(int node);
    int hovered() const { return m_hovered; }
    void setHovered(int node);

    // Across another graph: what has the same ids there stays. Nothing is announced.
    struct Ids {
        QStringList selected;
        QString current;
    };
    Ids byIds() const { return {ids(), currentId()}; }
    void restore(const Ids& ids);

Q_SIGNALS:
    void changed(const QSet<int>& nodes); // these are selected now, or no longer
    void currentChanged(int before, int now);
    void hoveredChanged(int before, int now);

private:
    const Scene& m_scene;
    QSet<int> m_nodes;
    int m_current = none, m_hovered = none;
};

} // namespace penstock::canvas
