// What all painted things of the canvas have in common in the accessibility tree. A part holds what it stands for by id: it
// stays the same object when the graph is set anew, and is invalid as long as the graph does not have it.
#pragma once

#include <QAccessible>
#include <QHash>
#include <QRectF>

#include <functional>

namespace penstock::canvas {

class AccessibleGraph;
class GraphView;
struct Graph;

class AccessiblePart : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessiblePart(AccessibleGraph& graph, QAccessible::Role role) // the graph outlives this
        : m_graph(graph)
        , m_role(role)
    {}

    QAccessible::Role role() const override { return m_role; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override;
    QAccessibleInterface* parent() const override;
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface* child) const override;
    void setText(QAccessible::Text, const QString&) override {}
    QString text(QAccessible::Text kind) const override;
    QRect rect() const override;
    QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

    virtual int indexInParent() const = 0; // -1: the graph does not have it
    bool isValid() const override { return indexInParent() >= 0; }

protected:
    // Asked only while it is valid.
    virtual QString name() const = 0;
    virtual QString description() const { return {}; }
    virtual QRectF place() const = 0; // in the scene
    virtual void addTo(QAccessible::State& state) const = 0;

    AccessibleGraph& graph() const { return m_graph; }
    GraphView& view() const;
    const Graph& drawn() const;
    // What opens something of its own begins after the answer: whoever asked is not kept waiting.
    void answerFirst(std::function<void(GraphView&)> act) const;

private:
    AccessibleGraph& m_graph;
    QAccessible::Role m_role;
};

// Parts by what they stand for, made when asked for.
class AccessibleParts final {
public:
    AccessibleParts() = default;
    ~AccessibleParts();
    AccessibleParts(const AccessibleParts&) = delete;
    AccessibleParts& operator=(const AccessibleParts&) = delete;

    QAccessibleInterface* part(const QString& key, const std::function<AccessiblePart*()>& make);

private:
    QHash<QString, QAccessible::Id> m_known;
};

} // namespace penstock::canvas
