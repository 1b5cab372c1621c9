#include "ui/canvas/painter.h"
#include "ui/theme/contrast.h"

#include <QFontMetricsF>
#include <QPainter>

#include <array>
#include <cmath>

namespace penstock::canvas {
namespace {

using theme::Role;

enum class Tone { faded, off, quiet, lit, taken, failure, back, added, removed };
constexpr std::size_t toneCount = 9;

Tone toneOf(const Scene& scene, const Wire& wire, const Look& look)
{
    const Edge& edge = scene.graph().edges[static_cast<std::size_t>(wire.edge)];
    if (look.isFaded(wire.from) || look.isFaded(wire.to))
        return Tone::faded;
    if (isChange(edge.change))
        return edge.change == Change::removed ? Tone::removed : Tone::added;
    const bool touched = look.hovered == wire.from || look.hovered == wire.to || look.selected.contains(wire.from) || look.selected.contains(wire.to);
    if (!scene.node(wire.from).enabled || !scene.node(wire.to).enabled)
        return touched ? Tone::lit : Tone::off; // nothing goes this way
    if (edge.kind == EdgeKind::back)
        return Tone::back;
    if (edge.taken)
        return Tone::taken;
    if (edge.kind == EdgeKind::failure)
        return Tone::failure;
    return touched ? Tone::lit : Tone::quiet;
}

QPen penOf(Tone tone, const theme::Theme& theme)
{
    switch (tone) {
    case Tone::faded: return {theme::mix(theme.color(Role::idle), theme.color(Role::canvas), 0.75), 1.2};
    case Tone::off: return {theme::mix(theme.color(Role::idle), theme.color(Role::canvas), 0.55), 1.4};
    case Tone::lit: return {theme::mix(theme.color(Role::idle), theme.color(Role::text), 0.45), 1.6};
    case Tone::taken: return {theme.color(Role::running), 1.7};
    case Tone::failure: {
        QPen pen(theme.color(Role::failed), 1.4);
        pen.setDashPattern({1.5, 3});
        pen.setCapStyle(Qt::RoundCap);
        return pen;
    }
    case Tone::back: {
        QPen pen(theme.color(Role::warning), 1.6);
        pen.setDashPattern({4, 2.6});
        pen.setCapStyle(Qt::FlatCap);
        return pen;
    }
    case Tone::added: return {theme.color(roleOf(Change::added)), 2.2};
    case Tone::removed: {
        QPen pen(theme.color(roleOf(Change::removed)), 1.6);
        pen.setDashPattern({3, 3});
        pen.setCapStyle(Qt::FlatCap);
        return pen;
    }
    case Tone::quiet: break;
    }
    return {theme::mix(theme.color(Role::idle), theme.color(Role::canvas), 0.18), 1.4};
}

// Far away a wire is a straight hairline: thousands of them in one call per colour.
void paintHairlines(QPainter& painter, const std::vector<int>& wires, const Scene& scene, const Camera& camera, const Look& look)
{
    std::array<QList<QLineF>, toneCount> lines;
    for (const int index : wires) {
        const Wire& wire = scene.wires()[static_cast<std::size_t>(index)];
        lines[static_cast<std::size_t>(toneOf(scene, wire, look))].append({camera.toView(scene.rect(wire.from).center()), camera.toView(scene.rect(wire.to).center())});
    }
    painter.save();
    painter.resetTransform();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t tone = 0; tone < toneCount; ++tone) {
        QColor color = penOf(static_cast<Tone>(tone), look.theme).color();
        if (static_cast<Tone>(tone) == Tone::quiet) // opaque, because blending ten thousand lines costs more than drawing them
            color = theme::mix(look.theme.color(Role::canvas), color, 0.55);
        painter.setPen(QPen(color, 0));
        painter.drawLines(lines[tone]);
    }
    painter.restore();
}

void paintArrow(QPainter& painter, const QPainterPath& path, const QColor& color)
{
    const QPointF tip = path.elementAt(path.elementCount() - 1);
    const QPointF before = path.elementAt(path.elementCount() - 2);
    const QLineF line(before, tip);
    if (line.length() < 0.01)
        return;
    const QPointF along = (tip - before) / line.length();
    const QPointF across(-along.y(), along.x());
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{tip, tip - along * 8 + across * 4, tip - along * 8 - across * 4});
    painter.restore();
}

} // namespace

void paintWires(QPainter& painter, const QRegion& region, const QRectF& area, const Scene& scene, const Camera& camera, const Look& look, Detail detail)
{
    auto wires = scene.wiresIn(area);
    constexpr std::size_t mostCurves = 2'000;
    if (region.rectCount() > 1) {
        std::erase_if(wires, [&](int index) {
            return !region.intersects(camera.toView(scene.wires()[static_cast<std::size_t>(index)].bounds).toAlignedRect());
        });
    }
    if (!look.isPicture && (detail == Detail::blocks || wires.size() > mostCurves)) {
        paintHairlines(painter, wires, scene, camera, look);
        return;
    }
    constexpr std::size_t mostSmooth = 700; // beyond that nobody sees the steps between so many lines
    const bool smooth = look.isPicture || wires.size() <= mostSmooth;
    painter.setRenderHint(QPainter::Antialiasing, smooth);
    painter.setBrush(Qt::NoBrush);
    const bool twice = smooth && !look.isPicture && std::abs(painter.deviceTransform().m11()) < 1.3;
    // Quiet wires first: coloured ones must not be crossed out.
    for (std::size_t tone = 0; tone < toneCount; ++tone) {
        QPen pen = penOf(static_cast<Tone>(tone), look.theme);
        const bool hair = twice && static_cast<Tone>(tone) == Tone::quiet;
        if (hair)
            pen.setWidthF(0);
        painter.setPen(pen);
        for (const int index : wires) {
            const Wire& wire = scene.wires()[static_cast<std::size_t>(index)];
            if (toneOf(scene, wire, look) != static_cast<Tone>(tone))
                continue;
            painter.drawPath(wire.path);
            if (hair) { // Qt draws smooth lines of one pixel ten times faster than wider ones: two make one of 1.4
                painter.translate(0.3, 0.3);
                painter.drawPath(wire.path);
                painter.translate(-0.3, -0.3);
            }
            if (static_cast<Tone>(tone) == Tone::back)
                paintArrow(painter, wire.path, look.theme.color(Role::warning));
        }
    }
}

void paintWireLabels(QPainter& painter, const QRectF& area, const Scene& scene, const Look& look)
{
    QFont font = theme::Theme::font(theme::Type::caption);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const int index : scene.wiresIn(area)) {
        const Wire& wire = scene.wires()[static_cast<std::size_t>(index)];
        const Edge& edge = scene.graph().edges[static_cast<std::size_t>(wire.edge)];
        if (edge.label.isEmpty())
            continue;
        const QString text = metrics.elidedText(edge.label, Qt::ElideMiddle, 200); // a bound stands at its end
        const double width = std::ceil(metrics.horizontalAdvance(text)) + 16;
        const double height = std::ceil(metrics.height()) + 4;
        const QRectF pill(std::round(wire.label.x() - width / 2) + 0.5, std::round(wire.label.y() - height / 2) + 0.5, width, height);
        const bool back = edge.kind == EdgeKind::back;
        painter.setPen(QPen(look.theme.color(Role::hairline), 1));
        painter.setBrush(look.theme.color(Role::canvas));
        painter.drawRoundedRect(pill, height / 2, height / 2);
        painter.setPen(look.theme.ink(back ? Role::warning : edge.taken ? Role::running : Role::muted, Role::canvas));
        painter.drawText(pill, Qt::AlignCenter, text);
    }
}

} // namespace penstock::canvas
