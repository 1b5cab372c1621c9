// What a view shows: the painted frame, of which only what was spoilt is painted anew, and what floats above it while
// somebody drags.
#pragma once

#include "ui/canvas/frame.h"
#include "ui/canvas/link_layer.h"
#include "ui/canvas/painter.h"

class QWidget;

namespace penstock::canvas {

class Viewport;

class Surface final {
public:
    Surface(QWidget& view, const Scene& scene, Viewport& viewport); // all outlive this

    void spoil(const QRectF& sceneArea);
    void spoilNode(int node);
    void spoilWithWires(int node);
    void spoilMark(int node);
    void spoilAll();
    void forget(int node); // it looks different from now on
    void forget();         // so does everything
    void graphChanged();   // nothing floats any more

    LinkLayer& links() { return m_links; } // whoever changes it says update()
    const LinkLayer& links() const { return m_links; }
    void update();
    void setBand(const QRectF& sceneArea);
    void setGuides(const std::vector<Guide>& guides);
    void setCatchingFrame(std::optional<int> frame); // that takes what is dragged
    void setEmptyText(const QString& text); // what to do next when there is no node

    void paint(const QRegion& region, const Look& look);

private:
    void spoilInView(const QRect& area);
    void paintBand(QPainter& painter, const theme::Theme& theme) const;
    void paintGuides(QPainter& painter, const theme::Theme& theme) const;
    void paintCatching(QPainter& painter, const theme::Theme& theme) const;
    void paintEmpty(QPainter& painter, const theme::Theme& theme) const;
    QRect areaOf(const Guide& guide) const;
    const Camera& camera() const;

    QWidget& m_view;
    const Scene& m_scene;
    Viewport& m_viewport;
    ScenePainter m_painter;
    Frame m_frame;
    LinkLayer m_links;
    QRectF m_band;
    std::vector<Guide> m_guides;
    std::optional<int> m_catching;
    QString m_emptyText;
};

} // namespace penstock::canvas
