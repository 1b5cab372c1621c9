#include "ui/canvas/painter.h"

#include "ui/theme/contrast.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace penstock::canvas {

using theme::Metrics;
using theme::Role;
using theme::StateMark;
using theme::Theme;
using theme::Type;

namespace {

constexpr double textLeft = 36;
constexpr double margin = 8; // around a node: ports and the mark of a problem
constexpr double markSide = 16;

QRectF sharp(const QRectF& rect)
{
    return rect.adjusted(0.5, 0.5, -0.5, -0.5);
}

QPolygonF diamond(const QRectF& r)
{
    return {{r.center().x(), r.top()}, {r.right(), r.center().y()}, {r.center().x(), r.bottom()}, {r.left(), r.center().y()}};
}

QPen border(const Look& look, int node)
{
    if (look.selected.contains(node))
        return {look.theme.color(Role::accent), 2};
    if (look.hovered == node)
        return {theme::mix(look.theme.color(Role::hairline), look.theme.color(Role::text), 0.35), 1};
    return {look.theme.color(Role::hairline), 1};
}

// What is no longer there is a ghost, what is new or another is framed in the colour of its change.
QPen border(const Look& look, int node, Change change)
{
    QPen pen = border(look, node);
    if (isChange(change) && !look.selected.contains(node))
        pen = {look.theme.color(roleOf(change)), 1.4};
    if (change == Change::removed)
        pen.setDashPattern({4, 3});
    return pen;
}

void paintGrid(QPainter& painter, const QRect& area, const Camera& camera, const Theme& theme)
{
    painter.fillRect(area, theme.color(Role::canvas));
    const double step = 24 * camera.zoom;
    if (step < 12)
        return;
    QList<QPointF> dots;
    const QPointF start(std::fmod(camera.offset.x(), step), std::fmod(camera.offset.y(), step));
    const auto first = [](double origin, double from, double by) { return origin + std::ceil((from - origin) / by) * by; };
    for (double y = first(start.y(), area.top(), step); y <= area.bottom(); y += step) {
        for (double x = first(start.x(), area.left(), step); x <= area.right(); x += step)
            dots.append({std::floor(x), std::floor(y)});
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme::mix(theme.color(Role::canvas), theme.color(Role::hairline), 0.8), 1));
    painter.drawPoints(dots.constData(), static_cast<int>(dots.size()));
}

} // namespace

QRectF markRect(const Scene& scene, int node, double zoom)
{
    constexpr double leastOnScreen = 11;
    const QRectF rect = scene.rect(node);
    const double side = ScenePainter::detail(zoom) == Detail::full ? markSide : qBound(markSide, leastOnScreen / zoom, 40.0);
    if (scene.node(node).kind == NodeKind::choice)
        return {rect.center().x() - side * 7 / 16, rect.top() + 8, side * 14 / 16, side * 14 / 16};
    return {rect.right() - side - 10, rect.top() + qMin(11.0, (rect.height() - side) / 2), side, side};
}

Detail ScenePainter::detail(double zoom)
{
    if (zoom >= 0.55)
        return Detail::full;
    return zoom >= 0.22 ? Detail::sketch : Detail::blocks;
}

void ScenePainter::paint(QPainter& painter, const QRegion& area, const Scene& scene, const Camera& camera, const Look& look)
{
    painter.save();
    painter.setClipRegion(area);
    const QRect bounds = area.boundingRect();
    if (!look.isPicture)
        paintGrid(painter, bounds, camera, look.theme);
    const QRectF shown = camera.toScene(QRectF(bounds));
    const auto nodes = scene.nodesIn(shown);
    // Judged by the whole view: a strip of a frame must have the detail of the rest.
    constexpr double mostDrawn = 900;
    const double share = double(bounds.width()) * bounds.height() / qMax(1.0, look.viewArea);
    const bool crowded = static_cast<double>(nodes.size()) > mostDrawn * qMax(share, 0.02) && detail(camera.zoom) == Detail::sketch && camera.zoom < 0.3;
    const Detail detail = look.isPicture ? Detail::full : crowded ? Detail::blocks : ScenePainter::detail(camera.zoom);
    painter.setTransform(camera.transform(), true);
    paintFrames(painter, shown, scene, look, detail);
    paintWires(painter, area, shown, scene, camera, look, detail);
    if (detail == Detail::blocks)
        paintBlocks(painter, nodes, scene, camera, look);
    else
        paintNodes(painter, area, nodes, scene, camera, look, detail);
    if (detail == Detail::full)
        paintWireLabels(painter, shown, scene, look);
    painter.restore();
}

void ScenePainter::paintNodes(QPainter& painter, const QRegion& area, const std::vector<int>& nodes, const Scene& scene, const Camera& camera,
                              const Look& look, Detail detail)
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const int index : nodes) {
        const QRectF rect = scene.rect(index).adjusted(-margin, -margin, margin, margin);
        if (!area.intersects(camera.toView(rect).toAlignedRect()))
            continue;
        const bool lively = look.isPicture || isLookedAt(look, index) || scene.node(index).mark == theme::Mark::running;
        if (lively) {
            paintNode(painter, scene, index, look, detail);
            continue;
        }
        const QPixmap& cached = picture(scene, index, look, camera.zoom, painter.device()->devicePixelRatioF());
        const QPointF at = camera.snapped(camera.toView(rect.topLeft()));
        painter.setWorldMatrixEnabled(false);
        if (look.isFaded(index))
            painter.setOpacity(Look::fadedShare);
        painter.drawPixmap(at, cached);
        painter.setOpacity(1);
        painter.setWorldMatrixEnabled(true);
    }
}

const QPixmap& ScenePainter::picture(const Scene& scene, int index, const Look& look, double zoom, double ratio)
{
    if (m_pictureScale != zoom * ratio) {
        m_pictures.clear();
        m_pictureScale = zoom * ratio;
    }
    if (const QPixmap* known = m_pictures.object(index))
        return *known;
    const QRectF rect = scene.rect(index).adjusted(-margin, -margin, margin, margin);
    auto* pixmap = new QPixmap((rect.size() * m_pictureScale).toSize() + QSize(1, 1));
    pixmap->setDevicePixelRatio(ratio);
    pixmap->fill(Qt::transparent);
    QPainter painter(pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(zoom, zoom);
    painter.translate(-rect.topLeft());
    paintNode(painter, scene, index, look, detail(zoom));
    painter.end();
    m_pictures.insert(index, pixmap, static_cast<qsizetype>(pixmap->width()) * pixmap->height() * 4 / 1024);
    return *m_pictures.object(index);
}

void ScenePainter::forget()
{
    m_texts.clear();
    m_pictures.clear();
    m_pictures.setMaxCost(32 * 1024); // KiB
    m_name = Theme::font(Type::name);
    m_secondary = Theme::font(Type::secondary);
}

const ScenePainter::Texts& ScenePainter::texts(const Scene& scene, int index)
{
    auto it = m_texts.find(index);
    if (it != m_texts.end())
        return *it;
    const Node& node = scene.node(index);
    const bool choice = node.kind == NodeKind::choice;
    const double room = choice ? scene.rect(index).width() * 0.7 : Metrics::nodeWidth - textLeft - markSide - 18;
    const auto prepared = [](const QString& text, const QFont& font, double width) {
        QStaticText result(QFontMetricsF(font).elidedText(text, Qt::ElideRight, width));
        result.setTextFormat(Qt::PlainText);
        result.prepare({}, font);
        return result;
    };
    return *m_texts.insert(index, {prepared(node.title, m_name, room),
                                   prepared(node.subtitle, m_secondary, choice ? room : Metrics::nodeWidth - textLeft - 12)});
}

void ScenePainter::paintNode(QPainter& painter, const Scene& scene, int index, const Look& look, Detail detail)
{
    const Node& node = scene.node(index);
    const QRectF rect = scene.rect(index);
    if (node.kind == NodeKind::note)
        return paintNote(painter, rect, node.title, look.selected.contains(index), look.theme);
    if (look.isFaded(index))
        painter.setOpacity(Look::fadedShare);
    else if (node.change == Change::removed)
        painter.setOpacity(0.75); // still to be read
    else if (!node.enabled)
        painter.setOpacity(0.5);
    if (node.kind == NodeKind::choice)
        paintDiamond(painter, scene, index, look, detail);
    else
        paintBox(painter, scene, index, look, detail);
    const double zoom = detail == Detail::full ? 1 : painter.worldTransform().m11();
    if (node.change == Change::none)
        StateMark::paint(painter, markRect(scene, index, zoom), node.mark, look.theme, Role::panel, look.phase);
    else
        paintChange(painter, markRect(scene, index, zoom), node.change, look.theme);
    if (node.problem)
        StateMark::paint(painter, {rect.left() - 7, rect.top() - 7, 15, 15}, theme::Mark::warning, look.theme, Role::canvas);
    if (look.current == index && !look.selected.contains(index)) {
        painter.setPen(QPen(look.theme.color(Role::accent), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(sharp(rect).adjusted(-4, -4, 4, 4), Metrics::radius + 3, Metrics::radius + 3);
    }
    painter.setOpacity(1);
}

void ScenePainter::paintBox(QPainter& painter, const Scene& scene, int index, const Look& look, Detail detail)
{
    const Node& node = scene.node(index);
    const QRectF rect = scene.rect(index);
    const Theme& theme = look.theme;
    QPen pen = border(look, index, node.change);
    if (node.kind == NodeKind::placeholder)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(theme.color(Role::panel));
    painter.drawRoundedRect(sharp(rect), Metrics::radius, Metrics::radius);
    if (node.change == Change::none && StateMark::wantsAttention(node.mark)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(StateMark::role(node.mark)));
        painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 6, 3, rect.height() - 12), 1.5, 1.5);
    }
    if (detail == Detail::full)
        theme::paintIcon(painter, {rect.left() + 12, rect.top() + 10, 17, 17}, iconOf(node.kind), theme.color(Role::muted));
    const Texts& text = texts(scene, index);
    painter.setFont(m_name);
    painter.setPen(theme.color(Role::text));
    painter.drawStaticText(QPointF(rect.left() + textLeft, rect.top() + 19 - text.title.size().height() / 2), text.title);
    if (!node.subtitle.isEmpty()) {
        painter.setFont(m_secondary);
        painter.setPen(theme.ink(Role::muted));
        painter.drawStaticText(QPointF(rect.left() + textLeft, rect.top() + 38.5 - text.subtitle.size().height() / 2), text.subtitle);
    }
    if (node.progress >= 0) {
        const QRectF groove(rect.left() + textLeft, rect.bottom() - 7, rect.width() - textLeft - 18, 3);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Role::hairline));
        painter.drawRoundedRect(groove, 1.5, 1.5);
        painter.setBrush(theme.color(Role::running));
        painter.drawRoundedRect(QRectF(groove.topLeft(), QSizeF(groove.width() * qMin(1.0, node.progress), 3)), 1.5, 1.5);
    }
    if (detail == Detail::full)
        paintPorts(painter, scene, index, look);
}

void ScenePainter::paintDiamond(QPainter& painter, const Scene& scene, int index, const Look& look, Detail detail)
{
    const QRectF rect = scene.rect(index);
    QPen pen = border(look, index, scene.node(index).change);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(look.theme.color(Role::panel));
    painter.drawPolygon(diamond(sharp(rect)));
    const QStaticText& title = texts(scene, index).title;
    painter.setFont(m_name);
    painter.setPen(look.theme.color(Role::text));
    painter.drawStaticText(QPointF(rect.center().x() - title.size().width() / 2, rect.center().y() + 4 - title.size().height() / 2), title);
    if (detail == Detail::full && isLookedAt(look, index))
        paintPorts(painter, scene, index, look);
}

} // namespace penstock::canvas
