#include "ui/canvas/graph_view.h"

#include "ui/canvas/accessible_graph.h"
#include "ui/canvas/overlays.h"
#include "ui/theme/style.h"

#include <QAccessible>
#include <QPainter>
#include <QPaintEvent>

#include <algorithm>

namespace penstock::canvas {

using theme::Role;
using theme::themeOf;

namespace {

constexpr int animationInterval = 50; // ms: 20 frames a second turn a ring smoothly enough
constexpr int turnDuration = 1400;

} // namespace

GraphView::GraphView(QWidget* parent)
    : QWidget(parent)
    , m_zoomBox(new ZoomBox(*this))
    , m_overview(new Overview(*this))
{
    installAccessibleGraph();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Pipeline graph"));
    setMinimumSize(160, 120);
    m_overview->hide();
    m_clock.start();
    connect(&m_placement, &Placement::settled, this, &GraphView::settle);
    connect(&m_placement, &Placement::takesLong, this, &GraphView::placingTakesLong);
}

GraphView::~GraphView() = default;

void GraphView::setGraph(Graph graph)
{
    m_gesture.reset();
    m_collapseTo.reset();
    const QStringList selectedBefore = selection();
    const QString currentBefore = current();
    const bool wasEmpty = m_scene.nodeCount() == 0;
    m_placement.place(graph);
    m_scene.setGraph(std::move(graph));
    m_painter.forget();
    const bool hadEdge = m_links.edge().has_value();
    m_links.graphChanged(m_scene);
    m_hovered = -1;
    m_band = {};
    m_guides.clear();
    m_selected.clear();
    m_fitted.reset();
    for (const QString& id : selectedBefore) {
        if (const auto index = m_scene.indexOf(id))
            m_selected.insert(*index);
    }
    m_current = m_scene.indexOf(currentBefore).value_or(-1);
    if (wasEmpty && m_scene.nodeCount() > 0)
        m_fitWhenShown = true;
    relate();
    if (m_fitWhenShown && isVisible())
        fit();
    QAccessibleEvent changed(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&changed);
    if (selection() != selectedBefore)
        Q_EMIT selectionChanged(selection());
    if (hadEdge && !m_links.edge())
        Q_EMIT edgeChosen();
    Q_EMIT viewChanged();
    animate();
    spoilAll();
}

void GraphView::updateNode(const Node& node)
{
    const auto index = m_scene.indexOf(node.id);
    if (!index)
        return;
    Node wished = node;
    wished.position = m_scene.node(*index).position;
    if (wished == m_scene.node(*index))
        return;
    const bool sameState = wished.mark == m_scene.node(*index).mark;
    m_scene.setAppearance(*index, wished);
    m_painter.forget(*index);
    repaintNode(*index);
    if (!sameState) {
        QAccessibleEvent changed(this, QAccessible::NameChanged);
        changed.setChild(*index);
        QAccessible::updateAccessibility(&changed);
        animate();
        m_overview->update();
    }
}

void GraphView::setTaken(const QString& from, const QString& to, EdgeKind kind, bool taken)
{
    const auto source = m_scene.indexOf(from);
    const auto target = m_scene.indexOf(to);
    if (!source || !target)
        return;
    const QRectF changed = m_scene.setTaken(*source, *target, kind, taken);
    if (!changed.isEmpty())
        repaint(changed);
}

QStringList GraphView::ids(const std::vector<int>& nodes) const
{
    QStringList result;
    for (const int node : nodes)
        result.append(m_scene.node(node).id);
    return result;
}

QStringList GraphView::selection() const
{
    std::vector<int> nodes(m_selected.begin(), m_selected.end());
    std::sort(nodes.begin(), nodes.end());
    return ids(nodes);
}

void GraphView::select(const QStringList& wished)
{
    QSet<int> nodes;
    for (const QString& id : wished) {
        if (const auto index = m_scene.indexOf(id))
            nodes.insert(*index);
    }
    setSelected(nodes);
}

void GraphView::setSelected(const QSet<int>& nodes)
{
    if (nodes == m_selected)
        return;
    const QSet<int> before = m_selected;
    m_selected = nodes;
    for (const int node : (before - nodes) + (nodes - before))
        repaintWithWires(node);
    if (m_onlyRelated)
        relate();
    if (!nodes.isEmpty())
        chooseEdge(std::nullopt);
    Q_EMIT selectionChanged(selection());
}

QString GraphView::current() const
{
    return m_current < 0 || m_current >= m_scene.nodeCount() ? QString() : m_scene.node(m_current).id;
}

void GraphView::setCurrent(const QString& id)
{
    setCurrentIndex(m_scene.indexOf(id).value_or(-1));
}

void GraphView::setCurrentIndex(int node)
{
    if (node == m_current)
        return;
    if (m_current >= 0)
        repaintNode(m_current);
    m_current = node;
    if (node >= 0) {
        repaintNode(node);
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(node);
        QAccessible::updateAccessibility(&focused);
    }
    Q_EMIT currentChanged(current());
}

QRect GraphView::frameTitleRect(const QString& id) const
{
    constexpr double height = 28;
    const auto& frames = m_scene.graph().frames;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const QRectF around = m_scene.frameRect(static_cast<int>(i));
        if (frames[i].id == id)
            return m_camera.toView(QRectF(around.topLeft(), QSizeF(around.width(), height))).toAlignedRect();
    }
    return {};
}

QRect GraphView::viewRect(const QString& id) const
{
    const auto index = m_scene.indexOf(id);
    return index ? m_camera.toView(m_scene.rect(*index)).toAlignedRect() : QRect();
}

void GraphView::reveal(const QString& id)
{
    const QRectF target = QRectF(viewRect(id)).adjusted(-24, -24, 24, 24);
    if (!m_scene.indexOf(id))
        return;
    QPointF by;
    if (target.left() < 0 || target.width() > width())
        by.setX(-target.left());
    else if (target.right() > width())
        by.setX(width() - target.right());
    if (target.top() < 0 || target.height() > height())
        by.setY(-target.top());
    else if (target.bottom() > height())
        by.setY(height() - target.bottom());
    if (!by.isNull())
        panBy(by);
}

void GraphView::panBy(const QPointF& pixels)
{
    m_camera.pan(pixels);
    // A corner of the graph always stays in view: nobody gets lost on empty ground.
    constexpr double kept = 80;
    const QRectF shown = m_camera.toView(m_scene.bounds());
    const QPointF excess(qMin(0.0, shown.right() - kept) + qMax(0.0, shown.left() - (width() - kept)),
                         qMin(0.0, shown.bottom() - kept) + qMax(0.0, shown.top() - (height() - kept)));
    m_camera.pan(-excess);
    cameraMoved();
}

void GraphView::spoil(const QRect& area)
{
    if (!area.intersects(rect()))
        return;
    m_frame.spoil(area);
    update(area);
}

void GraphView::spoilAll()
{
    m_frame.spoilAll();
    update();
}

void GraphView::cameraMoved()
{
    animate();
    update();
    Q_EMIT viewChanged();
}

void GraphView::zoomAbout(const QPointF& view, double zoom)
{
    m_camera.zoomAbout(view, zoom);
    Q_EMIT zoomChanged(m_camera.zoom);
    panBy({});
}

void GraphView::setZoom(double zoom)
{
    zoomAbout(QPointF(rect().center()), zoom);
}

void GraphView::zoomIn()
{
    setZoom(m_camera.zoom * 1.25);
}

void GraphView::resetZoom()
{
    setZoom(1);
}

void GraphView::zoomOut()
{
    setZoom(m_camera.zoom / 1.25);
}

void GraphView::fit()
{
    m_fitWhenShown = false;
    m_camera.fit(m_scene.bounds(), size());
    if (!m_placement.isSettled())
        m_fitted = m_camera;
    Q_EMIT zoomChanged(m_camera.zoom);
    cameraMoved();
}

void GraphView::fitSelection()
{
    QRectF area;
    for (const int node : std::as_const(m_selected))
        area |= m_scene.rect(node);
    if (area.isEmpty())
        return fit();
    m_camera.fit(area, size(), 80);
    Q_EMIT zoomChanged(m_camera.zoom);
    cameraMoved();
}

void GraphView::setOverviewVisible(bool visible)
{
    m_overview->setVisible(visible);
    placeOverlays();
}

void GraphView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void GraphView::repaint(const QRectF& sceneArea)
{
    spoil(m_camera.toView(sceneArea).toAlignedRect().adjusted(-2, -2, 2, 2));
    m_overview->update();
}

void GraphView::repaintNode(int node)
{
    spoil(m_camera.toView(m_scene.rect(node).adjusted(-8, -8, 8, 8)).toAlignedRect());
}

void GraphView::repaintWithWires(int node)
{
    repaintNode(node);
    const auto& wires = m_scene.wiresOf(node);
    if (wires.size() > 32) {
        spoilAll();
        return;
    }
    for (const int wire : wires)
        spoil(m_camera.toView(m_scene.wires()[static_cast<std::size_t>(wire)].bounds).toAlignedRect());
}

void GraphView::nodesWereMoved(const std::vector<int>& nodes)
{
    QList<QPointF> positions;
    for (const int node : nodes)
        positions.append(m_scene.rect(node).topLeft());
    Q_EMIT viewChanged();
    Q_EMIT nodesMoved(ids(nodes), positions);
}

void GraphView::setBand(const QRectF& sceneArea)
{
    const QRectF changed = m_band | sceneArea;
    m_band = sceneArea;
    repaint(changed);
}

void GraphView::setLinking(Judging judging, Linking linking)
{
    m_judging = std::move(judging);
    m_linking = std::move(linking);
    setAcceptDrops(m_judging != nullptr);
}

QList<QAction*> GraphView::nodeActions() const
{
    QList<QAction*> own = actions();
    own.removeIf([this](QAction* action) { return !m_nodeActions.contains(action); });
    return own;
}

void GraphView::chooseEdge(const std::optional<Edge>& edge)
{
    if (!edge && !m_links.edge())
        return;
    m_links.chooseEdge(edge);
    update();
    if (edge)
        setSelected({});
    Q_EMIT edgeChosen();
}

void GraphView::setSketch(std::optional<LinkSketch> sketch)
{
    m_links.setSketch(std::move(sketch));
    update();
}

void GraphView::setDropWire(std::optional<int> wire)
{
    if (m_links.dropWire() == wire)
        return;
    m_links.setDropWire(wire);
    update();
}

void GraphView::dropped(int node, int wire)
{
    const Edge edge = m_scene.graph().edges[static_cast<std::size_t>(m_scene.wires()[static_cast<std::size_t>(wire)].edge)];
    Q_EMIT viewChanged();
    Q_EMIT nodeDropped(m_scene.node(node).id, edge, m_scene.rect(node).topLeft());
}

void GraphView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const auto& theme = themeOf(this);
    const double phase = static_cast<double>(m_clock.elapsed() % turnDuration) / turnDuration;
    const Look look{theme, m_selected, m_hovered, hasFocus() ? m_current : -1, phase, double(width()) * height(), false, m_related ? &*m_related : nullptr};
    m_camera.ratio = painter.device()->devicePixelRatioF();
    const QPixmap& picture = m_frame.picture(size(), m_camera.ratio, m_camera,
                                             [&](QPainter& into, const QRegion& area) { m_painter.paint(into, area, m_scene, m_camera, look); });
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, picture);
    m_links.paint(painter, QRectF(rect()), m_scene, m_camera, theme);
    if (!m_band.isEmpty()) {
        QColor fill = theme.color(Role::accent);
        fill.setAlphaF(0.08F);
        painter.setPen(QPen(theme.color(Role::accent), 1));
        painter.setBrush(fill);
        painter.drawRect(m_camera.toView(m_band).toRect());
    }
    paintGuides(painter);
    if (m_scene.nodeCount() == 0 && !m_emptyText.isEmpty()) {
        painter.setPen(theme.ink(Role::muted, Role::canvas));
        painter.setFont(theme::Theme::font(theme::Type::text));
        painter.drawText(rect().adjusted(40, 40, -40, -40), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
}

void GraphView::animate()
{
    const QRectF shown = m_camera.toScene(QRectF(rect()));
    const bool turning = isVisible() && ScenePainter::detail(m_camera.zoom) != Detail::blocks && [&] {
        const auto nodes = m_scene.nodesIn(shown);
        return std::any_of(nodes.begin(), nodes.end(), [this](int node) { return m_scene.node(node).mark == theme::Mark::running; });
    }();
    if (turning && !m_animation.isActive())
        m_animation.start(animationInterval, this);
    else if (!turning)
        m_animation.stop();
}

void GraphView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_animation.timerId())
        return QWidget::timerEvent(event);
    if (!isVisible() || window()->isMinimized())
        return m_animation.stop();
    for (const int node : m_scene.nodesIn(m_camera.toScene(QRectF(rect())))) {
        if (m_scene.node(node).mark == theme::Mark::running)
            spoil(m_camera.toView(markRect(m_scene, node, m_camera.zoom)).toAlignedRect());
    }
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    placeOverlays();
    if (m_fitWhenShown && m_scene.nodeCount() > 0)
        fit();
    else
        Q_EMIT viewChanged();
    QWidget::resizeEvent(event);
}

void GraphView::placeOverlays()
{
    constexpr int margin = 16;
    m_zoomBox->move(width() - m_zoomBox->width() - margin, height() - m_zoomBox->height() - margin);
    m_overview->move(margin, height() - m_overview->height() - margin);
}

void GraphView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_painter.forget();
        spoilAll();
    }
    QWidget::changeEvent(event);
}

} // namespace penstock::canvas
