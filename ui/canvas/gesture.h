// What a pressed button does until it is released: one class per gesture, behind the few things it may ask of the view.
#pragma once

#include "ui/canvas/camera.h"
#include "ui/canvas/guides.h"
#include "ui/canvas/scene.h"

#include <QLineF>
#include <QSet>

#include <functional>
#include <memory>

namespace penstock::canvas {

// What the screen knows about links, asked while one is pulled.
class LinkJudge {
public:
    virtual ~LinkJudge() = default;
    // Why there can be no such link, in words; empty: there can be one. `from` is an output, `to` an input.
    virtual QString refusal(const PortRef& from, const PortRef& to) const = 0;
};

// A link that is being pulled, as it is drawn.
struct LinkSketch {
    PortRef fixed;
    QPointF loose;                // scene; where the pointer or the port under it is
    std::optional<PortRef> other; // that it would be linked to
    QString refusal;              // why not to what is under the pointer
    QSet<int> faded;              // nodes that it cannot be linked to
};

// A line through edges that are about to be cut, as it is drawn.
struct Cut {
    QLineF line;            // scene
    std::vector<int> wires; // that it crosses
};

class Stage {
public:
    virtual ~Stage() = default;

    virtual Scene& scene() = 0;
    virtual const Camera& camera() const = 0;
    virtual const QSet<int>& selected() const = 0;
    virtual void setSelected(const QSet<int>& nodes) = 0;
    virtual void panBy(const QPointF& pixels) = 0;
    virtual void repaint(const QRectF& sceneArea) = 0;
    virtual void nodesWereMoved(const std::vector<int>& nodes, const FrameChange& frames) = 0;
    virtual void setBand(const QRectF& sceneArea) = 0; // empty: none
    virtual void setGuides(const std::vector<Guide>& guides) = 0; // empty: none

    virtual std::unique_ptr<LinkJudge> judge() const = 0; // null: nothing is linked here
    virtual QRectF sceneInView() const = 0;
    virtual void setSketch(std::optional<LinkSketch> sketch) = 0;
    virtual void setDropWire(std::optional<int> wire) = 0; // that the moved node would be put into
    virtual void dropped(int node, int wire, const FrameChange& frames) = 0;
    virtual void setCatchingFrame(std::optional<int> frame) = 0; // that takes what is dragged
    virtual void linked(const PortRef& from, const PortRef& to) = 0;
    virtual void linkReleased(const PortRef& fixed, const QPointF& scene) = 0; // over empty ground
    virtual void edgeMoved(const Edge& edge, const PortRef& from, const PortRef& to) = 0;
    virtual void edgeReleased(const Edge& edge) = 0; // pulled off and let go over empty ground
    virtual void setCut(std::optional<Cut> cut) = 0;
    virtual void edgesCut(const std::vector<Edge>& edges) = 0; // in one go
};

// Where a link is pulled: the end that stays, and the edge whose other end was taken.
struct Pull {
    PortRef fixed;
    std::optional<Edge> edge;
};

class Gesture {
public:
    virtual ~Gesture() = default;

    virtual void moveTo(const QPointF& view, Qt::KeyboardModifiers modifiers) = 0;
    virtual bool finish() = 0; // the button was released; whether it was more than a click
    virtual void cancel() = 0; // Escape: as if it had not begun
};

std::unique_ptr<Gesture> panGesture(Stage& stage, const QPointF& view);
// Moves the selected nodes on a grid of 8, or to where they line up with others, into frames and out of them (Alt: freely, and
// no frame takes or loses them). Nothing is announced before the distance of a drag is reached.
std::unique_ptr<Gesture> moveGesture(Stage& stage, const QPointF& view);
// Selects what the band touches; with `keep` in addition to what was selected.
std::unique_ptr<Gesture> bandGesture(Stage& stage, const QPointF& view, bool keep);
// Cuts all edges that the line from here to the pointer crosses.
std::unique_ptr<Gesture> cutGesture(Stage& stage, const QPointF& view);

} // namespace penstock::canvas
