// What a pressed button does until it is released: one class per gesture, behind the few things it may ask of the view.
#pragma once

#include "ui/canvas/camera.h"
#include "ui/canvas/guides.h"
#include "ui/canvas/scene.h"

#include <QSet>

#include <memory>

namespace penstock::canvas {

class Stage {
public:
    virtual ~Stage() = default;

    virtual Scene& scene() = 0;
    virtual const Camera& camera() const = 0;
    virtual const QSet<int>& selected() const = 0;
    virtual void setSelected(const QSet<int>& nodes) = 0;
    virtual void panBy(const QPointF& pixels) = 0;
    virtual void repaint(const QRectF& sceneArea) = 0;
    virtual void nodesWereMoved(const std::vector<int>& nodes) = 0;
    virtual void setBand(const QRectF& sceneArea) = 0; // empty: none
    virtual void setGuides(const std::vector<Guide>& guides) = 0; // empty: none
};

class Gesture {
public:
    virtual ~Gesture() = default;

    virtual void moveTo(const QPointF& view, Qt::KeyboardModifiers modifiers) = 0;
    virtual bool finish() = 0; // the button was released; whether it was more than a click
    virtual void cancel() = 0; // Escape: as if it had not begun
};

std::unique_ptr<Gesture> panGesture(Stage& stage, const QPointF& view);
// Moves the selected nodes on a grid of 8, or to where they line up with others (Alt: freely). Nothing is announced before the distance of a drag is reached.
std::unique_ptr<Gesture> moveGesture(Stage& stage, const QPointF& view);
// Selects what the band touches; with `keep` in addition to what was selected.
std::unique_ptr<Gesture> bandGesture(Stage& stage, const QPointF& view, bool keep);

} // namespace penstock::canvas
