#include "ui/canvas/link_layer.h"

#include "ui/canvas/painter.h"

#include <QLineF>
#include <QPainter>

namespace penstock::canvas {

using theme::Role;

namespace {

std::optional<int> wireInto(const Scene& scene, const PortRef& port)
{
    std::optional<int> found;
    const auto node = scene.indexOf(port.node);
    for (const int wire : node ? scene.wiresOf(*node) : std::vector<int>()) {
        const Edge& edge = scene.edgeOf(wire);
        if (edge.to == port.node && edge.input == port.port && edge.kind != EdgeKind::back)
            found = wire;
    }
    return found;
}

// Near one of its ends an edge is taken by that end.
std::optional<Pull> byItsEnd(const Scene& scene, int wire, const QPointF& point)
{
    constexpr double handle = 36;
    const QPainterPath& path = scene.wires()[static_cast<std::size_t>(wire)].path;
    const double toStart = QLineF(path.elementAt(0), point).length(), toEnd = QLineF(path.currentPosition(), point).length();
    const double reach = std::min(handle, path.length() / 3);
    const Edge& edge = scene.edgeOf(wire);
    if (std::min(toStart, toEnd) > reach)
        return std::nullopt;
    if (toEnd <= toStart)
        return Pull{{edge.from, PortSide::out, edge.output}, edge};
    return Pull{{edge.to, PortSide::in, edge.input}, edge};
}

void paintReason(QPainter& painter, const QRectF& view, const QPointF& at, const QString& reason, const theme::Theme& theme)
{
    const QFont font = theme::Theme::font(theme::Type::secondary);
    const QFontMetricsF metrics(font);
    QRectF box = metrics.boundingRect(QRectF(0, 0, 300, 400), Qt::TextWordWrap, reason).adjusted(-10, -6, 10, 6);
    box.moveTopLeft(at + QPointF(16, 16));
    box.moveRight(std::min(box.right(), view.right() - 8));
    box.moveBottom(std::min(box.bottom(), view.bottom() - 8));
    painter.setPen(QPen(theme.color(Role::failed), 1));
    painter.setBrush(theme.color(Role::panel));
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(theme.color(Role::text));
    painter.setFont(font);
    painter.drawText(box.adjusted(10, 6, -10, -6), Qt::TextWordWrap, reason);
}

} // namespace

std::optional<Pull> pullAt(const Scene& scene, const QPointF& point, double reach, int looked)
{
    if (const auto port = scene.portAt(point, reach)) {
        const int node = *scene.indexOf(port->node);
        const auto& ports = portsOf(scene.node(node), port->side);
        const auto own = std::find_if(ports.begin(), ports.end(), [&](const Port& each) { return each.name == port->port; });
        const bool shown = own != ports.end() && (!own->onDemand || node == looked);
        if (shown && port->side == PortSide::in) {
            if (const auto wire = wireInto(scene, *port))
                return Pull{{scene.edgeOf(*wire).from, PortSide::out, scene.edgeOf(*wire).output}, scene.edgeOf(*wire)};
        }
        if (shown)
            return Pull{*port, std::nullopt};
    }
    if (scene.nodeAt(point))
        return std::nullopt;
    const auto wire = scene.wireAt(point, reach / 2);
    return wire ? byItsEnd(scene, *wire, point) : std::nullopt;
}

std::optional<int> LinkLayer::wireOf(const Scene& scene, const Edge& edge) const
{
    for (std::size_t i = 0; i < scene.wires().size(); ++i) {
        if (isSameLink(scene.edgeOf(static_cast<int>(i)), edge))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

void LinkLayer::graphChanged(const Scene& scene)
{
    m_sketch.reset();
    m_cut.reset();
    m_dropWire.reset();
    if (m_edge && !wireOf(scene, *m_edge))
        m_edge.reset();
}

void LinkLayer::paint(QPainter& painter, const QRectF& view, const Scene& scene, const Camera& camera, const theme::Theme& theme) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto chosen = m_edge ? wireOf(scene, *m_edge) : std::nullopt;
    for (const auto wire : {chosen, m_dropWire}) {
        if (wire)
            paintWire(painter, *wire, theme.color(Role::accent), wire == m_dropWire ? 4 : 2.6, scene, camera);
    }
    if (m_cut)
        paintCut(painter, scene, camera, theme);
    if (m_sketch)
        paintSketch(painter, view, scene, camera, theme);
    painter.restore();
}

void LinkLayer::paintWire(QPainter& painter, int wire, const QColor& color, double width, const Scene& scene, const Camera& camera) const
{
    if (wire >= static_cast<int>(scene.wires().size()))
        return;
    painter.save();
    painter.setTransform(camera.transform(), true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(scene.wires()[static_cast<std::size_t>(wire)].path);
    painter.restore();
}

void LinkLayer::paintCut(QPainter& painter, const Scene& scene, const Camera& camera, const theme::Theme& theme) const
{
    const QColor color = theme.color(Role::failed);
    for (const int wire : m_cut->wires)
        paintWire(painter, wire, color, 2.6, scene, camera);
    painter.setPen(QPen(color, 1.5, Qt::DashLine, Qt::RoundCap));
    painter.drawLine(camera.toView(m_cut->line.p1()), camera.toView(m_cut->line.p2()));
}

void LinkLayer::paintSketch(QPainter& painter, const QRectF& view, const Scene& scene, const Camera& camera, const theme::Theme& theme) const
{
    QColor fog = theme.color(Role::canvas);
    fog.setAlphaF(0.62F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fog);
    for (const int node : m_sketch->faded)
        painter.drawRect(camera.toView(scene.rect(node)).adjusted(-6, -6, 6, 6));
    const auto node = scene.indexOf(m_sketch->fixed.node);
    if (!node)
        return;
    const bool forward = m_sketch->fixed.side == PortSide::out;
    const QPointF start = camera.toView(scene.portAt(*node, m_sketch->fixed.side, m_sketch->fixed.port)), end = camera.toView(m_sketch->loose);
    const double handle = std::max(30.0, std::abs(end.x() - start.x()) / 2) * (forward ? 1 : -1);
    QPainterPath path(start);
    path.cubicTo(start + QPointF(handle, 0), end - QPointF(handle, 0), end);
    const bool refused = !m_sketch->refusal.isEmpty();
    const QColor color = theme.color(refused ? Role::failed : Role::accent);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2, refused ? Qt::DashLine : Qt::SolidLine));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(end, 5, 5);
    if (refused)
        paintReason(painter, view, end, m_sketch->refusal, theme);
}

} // namespace penstock::canvas
