// What a GraphView shows: a graph as a value, by ids. Screens make one from a document or from a run and hand it over;
// the view never asks back.
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/mark.h"

#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace penstock::canvas {

struct LayoutInput;

enum class NodeKind { command, choice, wait, approve, registerModel, promote, pipeline, placeholder, end, map, frame, note }; // frame: a folded one

// What goes through a port; its shape and colour say so.
enum class PortKind { order, artifact, model, value, branch, failure };
enum class PortSide { in, out };

struct Port {
    QString name; // unique on its side; empty: the order of steps, nothing flows
    PortKind kind = PortKind::order;
    bool onDemand = false; // without a wire so far: shown while the node is looked at, at the lower end of its side
    QString says;          // for people: "output model"

    bool operator==(const Port&) const = default;
};

// Beside an older version of the graph; none: nothing is compared.
enum class Change { none, same, added, removed, changed, renamed };

struct Node {
    QString id;
    NodeKind kind = NodeKind::command;
    QString title;    // one line; elided
    QString subtitle; // one muted line: what it runs, or how far it is
    theme::Mark mark = theme::Mark::pending;
    double progress = -1; // 0..1; below 0: not known, nothing is drawn
    bool enabled = true;  // a disabled step is drawn faint
    bool problem = false; // the step has issues: a warning at its corner
    std::optional<QPointF> position; // top left; without one the layout finds a place
    std::vector<Port> inputs = {}, outputs = {}; // from top to bottom; none: one for order
    Change change = Change::none; // stands where else the state does

    bool operator==(const Node&) const = default;
};

enum class EdgeKind { data, order, branch, failure, back };

struct Edge {
    QString from;
    QString to;
    EdgeKind kind = EdgeKind::data;
    QString label;      // "yes", "not yet · back ≤ 3×"
    bool taken = false; // the run went this way
    QString output = {}, input = {}; // ports; empty or unknown: those of order
    int branch = -1;       // of a choice: which of its branches
    Change change = Change::none;

    bool operator==(const Edge&) const = default;
};

struct PortRef {
    QString node;
    PortSide side = PortSide::out;
    QString port;

    bool operator==(const PortRef&) const = default;
};

// Drawn around its nodes; those that are unknown are passed over.
struct NodeFrame {
    QString id, title;
    QStringList nodes;

    bool operator==(const NodeFrame&) const = default;
};

// What became of nodes that were dragged: frames that they have left, and the one that has taken them.
struct FrameChange {
    QStringList left;
    QString joined; // empty: none

    bool isEmpty() const { return left.isEmpty() && joined.isEmpty(); }
    bool operator==(const FrameChange&) const = default;
};

struct Graph {
    std::vector<Node> nodes; // ids are unique; their order breaks ties of the layout
    std::vector<Edge> edges; // edges to unknown ids are not drawn
    std::vector<NodeFrame> frames = {};

    bool operator==(const Graph&) const = default;
};

inline const QString newNodeType = QStringLiteral("application/x-penstock-new-node"); // of what is dragged onto the canvas to become a node

theme::Icon iconOf(NodeKind kind);
QString wordOf(NodeKind kind); // "Command"
QString wordOf(Change change); // "added"; empty where nothing changed
inline bool isChange(Change change) { return change > Change::same; }
QString stateOf(const Node& node); // the word of its change, or else of its state
inline constexpr double notePadding = 10;
QSizeF sizeOf(const Node& node);
QString spoken(const Node& node); // "train, Command, running, epoch 31 of 50"
const std::vector<Port>& portsOf(const Node& node, PortSide side); // nothing leaves an end
bool isSameLink(const Edge& a, const Edge& b);                     // whatever their labels and whether they were taken
// Place of a port, from the top left corner of its node, which has this size.
QPointF portOffset(const Node& node, const QSizeF& size, PortSide side, const QString& port);

// Fills in the positions that are missing by the layered layout and keeps the others. Runs in this thread: a window
// uses Placement, which does not make it wait. `relayoutAll` forgets given positions first.
enum class Placing { keepGiven, relayoutAll };
LayoutInput layoutInputOf(const Graph& graph, Placing placing);
void placeNodes(Graph& graph, Placing placing = Placing::keepGiven);

} // namespace penstock::canvas
