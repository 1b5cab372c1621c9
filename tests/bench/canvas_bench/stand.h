#pragma once

#include "ui/canvas/graph.h"

#include <QPoint>

#include <memory>

class QImage;

namespace penstock::bench {

// A view of 1600 x 900 that is painted into an image, by the raster engine as on a screen.
class Stand {
public:
    virtual ~Stand() = default;

    virtual void zoomTo(double zoom) = 0; // about the middle
    virtual double fitting() = 0;         // fits all; the zoom for that
    virtual void panBy(const QPoint& by) = 0;
    virtual void grasp() = 0; // a node in the middle of the graph, at 1:1
    virtual void dragBy(const QPoint& by) = 0;
    virtual void letGo() = 0;
    virtual void selectAll(bool all) = 0;
    virtual void frame(QImage& image) = 0;
};

std::unique_ptr<Stand> canvasStand(const canvas::Graph& graph);
// What one writes first with Qt: an item for each node with texts below it, an item for each edge.
std::unique_ptr<Stand> itemsStand(const canvas::Graph& graph);

} // namespace penstock::bench
