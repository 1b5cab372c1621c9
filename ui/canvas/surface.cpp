#include "ui/canvas/surface.h"

#include "ui/canvas/viewport.h"

#include <QPainter>
#include <QWidget>

namespace penstock::canvas {

using theme::Role;
using theme::Theme;

Surface::Surface(QWidget& view, const Scene& scene, Viewport& viewport)
    : m_view(view)
    , m_scene(scene)
    , m_viewport(viewport)
{}

const Camera& Surface::camera() const { return m_viewport.camera(); }

void Surface::spoilInView(const QRect& area)
{
    if (!area.intersects(m_view.rect()))
        return;
    m_frame.spoil(area);
    m_view.update(area);
}

void Surface::spoilAll()
{
    m_frame.spoilAll();
    m_view.update();
}

void Surface::spoil(const QRectF& sceneArea) { spoilInView(camera().toView(sceneArea).toAlignedRect().adjusted(-2, -2, 2, 2)); }

void Surface::spoilNode(int node) { spoilInView(camera().toView(m_scene.rect(node).adjusted(-8, -8, 8, 8)).toAlignedRect()); }

void Surface::spoilMark(int node) { spoilInView(camera().toView(markRect(m_scene, node, camera().zoom)).toAlignedRect()); }

void Surface::spoilWithWires(int node)
{
    constexpr std::size_t mostSingly = 32;
    spoilNode(node);
    const auto& wires = m_scene.wiresOf(node);
    if (wires.size() > mostSingly)
        return spoilAll();
    for (const int wire : wires)
        spoilInView(camera().toView(m_scene.wires()[static_cast<std::size_t>(wire)].bounds).toAlignedRect());
}

void Surface::forget(int node)
{
    m_painter.forget(node);
    spoilNode(node);
}

void Surface::forget()
{
    m_painter.forget();
    spoilAll();
}

void Surface::graphChanged()
{
    m_links.graphChanged(m_scene);
    m_band = {};
    m_guides.clear();
    m_catching.reset();
    forget();
}

void Surface::update() { m_view.update(); }

void Surface::setBand(const QRectF& sceneArea)
{
    const QRectF changed = m_band | sceneArea;
    m_band = sceneArea;
    spoil(changed);
}

QRect Surface::areaOf(const Guide& guide) const
{
    return camera().toView(QRectF(QPointF(guide.from.x, guide.from.y), QPointF(guide.to.x, guide.to.y))).toAlignedRect().adjusted(-2, -2, 2, 2);
}

void Surface::setGuides(const std::vector<Guide>& guides)
{
    if (guides == m_guides)
        return;
    for (const Guide& guide : m_guides)
        m_view.update(areaOf(guide)); // they float above the frame, which stays as it is
    m_guides = guides;
    for (const Guide& guide : m_guides)
        m_view.update(areaOf(guide));
}

void Surface::setCatchingFrame(std::optional<int> frame)
{
    if (frame == m_catching)
        return;
    m_catching = frame;
    update();
}

void Surface::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void Surface::paint(const QRegion& region, const Look& look)
{
    QPainter painter(&m_view);
    m_viewport.setRatio(painter.device()->devicePixelRatioF());
    const QPixmap& picture = m_frame.picture(m_view.size(), camera().ratio, camera(),
                                             [&](QPainter& into, const QRegion& area) { m_painter.paint(into, area, m_scene, camera(), look); });
    painter.setClipRegion(region);
    painter.drawPixmap(0, 0, picture);
    m_links.paint(painter, QRectF(m_view.rect()), m_scene, camera(), look.theme);
    paintBand(painter, look.theme);
    paintCatching(painter, look.theme);
    paintGuides(painter, look.theme);
    paintEmpty(painter, look.theme);
}

void Surface::paintBand(QPainter& painter, const Theme& theme) const
{
    if (m_band.isEmpty())
        return;
    QColor fill = theme.color(Role::accent);
    fill.setAlphaF(0.08F);
    painter.setPen(QPen(theme.color(Role::accent), 1));
    painter.setBrush(fill);
    painter.drawRect(camera().toView(m_band).toRect());
}

void Surface::paintCatching(QPainter& painter, const Theme& theme) const
{
    if (!m_catching)
        return;
    QColor fill = theme.color(Role::accent);
    fill.setAlphaF(0.08F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::accent), 2));
    painter.setBrush(fill);
    painter.drawRoundedRect(camera().toView(m_scene.frameRect(*m_catching)).adjusted(1, 1, -1, -1), 8, 8);
}

void Surface::paintGuides(QPainter& painter, const Theme& theme) const
{
    if (m_guides.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.color(Role::accent), 1));
    for (const Guide& guide : m_guides)
        painter.drawLine(camera().toView(QPointF(guide.from.x, guide.from.y)), camera().toView(QPointF(guide.to.x, guide.to.y)));
}

void Surface::paintEmpty(QPainter& painter, const Theme& theme) const
{
    if (m_scene.nodeCount() > 0 || m_emptyText.isEmpty())
        return;
    painter.setPen(theme.ink(Role::muted, Role::canvas));
    painter.setFont(Theme::font(theme::Type::text));
    painter.drawText(m_view.rect().adjusted(40, 40, -40, -40), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace penstock::canvas
