// Paints a part of a scene at a level of detail that the zoom and the number of things in view can bear.
#pragma once

#include "ui/canvas/camera.h"
#include "ui/canvas/scene.h"
#include "ui/theme/theme.h"

#include <QCache>
#include <QFont>
#include <QPixmap>
#include <QRegion>
#include <QSet>
#include <QStaticText>

class QPainter;

namespace penstock::canvas {

struct Look {
    const theme::Theme& theme;
    QSet<int> selected;
    int hovered = -1;
    int current = -1; // keyboard focus; -1 when the view has none
    double phase = 0; // of running marks, 0..1
    double viewArea = 0; // of the whole widget, in square pixels
    bool isPicture = false; // to be kept: all of it in full detail, as shapes and texts, without a grid
    const QSet<int>* related = nullptr; // the others are faded; null: nothing is

    static constexpr double fadedShare = 0.22; // enough to see that something is there

    bool isFaded(int node) const { return related && !related->contains(node); }
};

enum class Detail { full, sketch, blocks };

class ScenePainter final {
public:
    ScenePainter() { forget(); }

    // `area` in widget coordinates: nothing outside it is touched.
    void paint(QPainter& painter, const QRegion& area, const Scene& scene, const Camera& camera, const Look& look);
    // Texts and pictures of nodes are kept between frames; call when the scene, fonts or colours change.
    void forget();
    void forget(int node)
    {
        m_texts.remove(node);
        m_pictures.remove(node);
    }

    static Detail detail(double zoom);

private:
    struct Texts {
        QStaticText title, subtitle;
    };

    const Texts& texts(const Scene& scene, int node);
    void paintNodes(QPainter& painter, const QRegion& area, const std::vector<int>& nodes, const Scene& scene, const Camera& camera, const Look& look, Detail detail);
    const QPixmap& picture(const Scene& scene, int node, const Look& look, double scale, double ratio);
    void paintNode(QPainter& painter, const Scene& scene, int node, const Look& look, Detail detail);
    void paintBox(QPainter& painter, const Scene& scene, int node, const Look& look, Detail detail);
    void paintDiamond(QPainter& painter, const Scene& scene, int node, const Look& look, Detail detail);

    QHash<int, Texts> m_texts;
    QCache<int, QPixmap> m_pictures; // of quiet nodes, at m_pictureScale
    double m_pictureScale = 0;
    QFont m_name, m_secondary; // asking the theme for a font each time would cost more than the text
};

// Grows as the zoom shrinks, so that its shape is still told from others.
QRectF markRect(const Scene& scene, int node, double zoom);

// Whether its ports on demand are shown.
bool isLookedAt(const Look& look, int node);

// Ports (painter_ports.cpp): each kind of its own shape and colour.
void paintPort(QPainter& painter, const QPointF& center, PortKind kind, const theme::Theme& theme, bool lit = false);
void paintPorts(QPainter& painter, const Scene& scene, int node, const Look& look);

// Behind the nodes, and notes among them (painter_frames.cpp).
void paintFrames(QPainter& painter, const QRectF& area, const Scene& scene, const Look& look, Detail detail);
void paintNote(QPainter& painter, const QRectF& rect, const QString& text, bool selected, const theme::Theme& theme);

// Far away a node is a block in the colour of its state (painter_blocks.cpp).
void paintBlocks(QPainter& painter, const std::vector<int>& nodes, const Scene& scene, const Camera& camera, const Look& look);

// What changed (painter_changes.cpp).
theme::Role roleOf(Change change);
theme::Role roleOf(const Node& node); // of what stands for its state far away
void paintChange(QPainter& painter, const QRectF& box, Change change, const theme::Theme& theme, theme::Role surface = theme::Role::panel);

// Wires (painter_wires.cpp).
void paintWires(QPainter& painter, const QRegion& region, const QRectF& area, const Scene& scene, const Camera& camera, const Look& look, Detail detail);
void paintWireLabels(QPainter& painter, const QRectF& area, const Scene& scene, const Look& look);

} // namespace penstock::canvas
