#include "ui/canvas/graph_view.h"

#include "ui/canvas/accessible_graph.h"
#include "ui/canvas/drops.h"
#include "ui/canvas/graph_stage.h"
#include "ui/canvas/keys.h"
#include "ui/canvas/overlays.h"
#include "ui/canvas/pointer.h"
#include "ui/canvas/selection_moves.h"
#include "ui/theme/style.h"

#include <QAccessible>
#include <QAction>
#include <QPaintEvent>

namespace penstock::canvas {

using namespace Qt::Literals::StringLiterals;

GraphView::GraphView(QWidget* parent)
    : QWidget(parent)
    , m_viewport(m_scene, *this)
    , m_selection(m_scene)
    , m_fading(m_scene, m_selection)
    , m_surface(*this, m_scene, m_viewport)
    , m_turning(*this, m_scene, m_viewport, m_surface)
    , m_stage(std::make_unique<GraphStage>(*this, m_scene, m_viewport, m_selection, m_surface))
    , m_pointer(std::make_unique<Pointer>(*this, *m_stage, m_viewport, m_selection))
    , m_keys(std::make_unique<Keys>(*this, *m_pointer, m_selection, m_surface))
    , m_drops(std::make_unique<Drops>(*this))
    , m_zoomBox(new ZoomBox(*this))
    , m_overview(new Overview(*this))
{
    installAccessibleGraph();
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Pipeline graph"));
    setMinimumSize(160, 120);
    m_overview->hide();
    listen();
}

GraphView::~GraphView() = default;

void GraphView::listen()
{
    connect(&m_placement, &Placement::settled, this, &GraphView::settle);
    connect(&m_placement, &Placement::takesLong, this, &GraphView::placingTakesLong);
    connect(&m_viewport, &Viewport::zoomed, this, &GraphView::zoomChanged);
    connect(&m_viewport, &Viewport::moved, this, [this] {
        m_turning.refresh();
        update();
        Q_EMIT viewChanged();
    });
    connect(&m_selection, &Selection::changed, this, &GraphView::selectionWasChanged);
    connect(&m_selection, &Selection::currentChanged, this, &GraphView::currentWasChanged);
    connect(&m_selection, &Selection::hoveredChanged, this, [this](int before, int now) {
        for (const int node : {before, now}) {
            if (node >= 0)
                m_surface.spoilWithWires(node);
        }
        setToolTip(now >= 0 ? QString(m_scene.node(now).title % u'\n' % stateOf(m_scene.node(now))).trimmed() : QString());
        m_fading.hover();
    });
    connect(&m_fading, &Fading::changed, this, [this] { m_surface.spoilAll(); });
}

void GraphView::setEditable(bool editable)
{
    m_editable = editable;
    m_pointer->setMoves(editable);
}

void GraphView::setLinking(Judging judging, Linking linking)
{
    setAcceptDrops(judging != nullptr);
    m_stage->setJudging(std::move(judging));
    m_pointer->setLinking(std::move(linking));
}

bool GraphView::canLink() const { return m_pointer->canLink(); }

Stage& GraphView::stage() { return *m_stage; }

QList<QAction*> GraphView::nodeActions() const
{
    QList<QAction*> own = actions();
    own.removeIf([this](QAction* action) { return !m_nodeActions.contains(action); });
    return own;
}

void GraphView::chooseEdge(const std::optional<Edge>& edge)
{
    if (!edge && !chosenEdge())
        return;
    m_surface.links().chooseEdge(edge);
    update();
    if (edge)
        m_selection.set({});
    Q_EMIT edgeChosen();
}

void GraphView::select(const QStringList& ids)
{
    QSet<int> nodes;
    for (const QString& id : ids) {
        if (const auto index = m_scene.indexOf(id))
            nodes.insert(*index);
    }
    m_selection.set(nodes);
}

void GraphView::selectReach(Reach how)
{
    QSet<int> from = m_selection.nodes();
    if (from.isEmpty() && m_selection.current() >= 0)
        from = {m_selection.current()};
    m_selection.set(reach(m_scene, from, how));
}

void GraphView::setCurrent(const QString& id) { m_selection.setCurrent(m_scene.indexOf(id).value_or(Selection::none)); }

void GraphView::selectionWasChanged(const QSet<int>& nodes)
{
    for (const int node : nodes)
        m_surface.spoilWithWires(node);
    m_fading.refresh();
    if (!m_selection.nodes().isEmpty())
        chooseEdge(std::nullopt);
    Q_EMIT selectionChanged(selection());
}

void GraphView::currentWasChanged(int before, int now)
{
    if (before >= 0)
        m_surface.spoilNode(before);
    if (now >= 0) {
        m_surface.spoilNode(now);
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(now);
        QAccessible::updateAccessibility(&focused);
    }
    Q_EMIT currentChanged(current());
}

void GraphView::reveal(const QString& id)
{
    if (const auto node = m_scene.indexOf(id))
        m_viewport.reveal(m_scene.rect(*node));
}

void GraphView::fitSelection()
{
    QRectF area;
    for (const int node : m_selection.nodes())
        area |= m_scene.rect(node);
    area.isEmpty() ? m_viewport.fit() : m_viewport.fit(area);
}

QRect GraphView::viewRect(const QString& id) const
{
    const auto index = m_scene.indexOf(id);
    return index ? m_viewport.camera().toView(m_scene.rect(*index)).toAlignedRect() : QRect();
}

QRect GraphView::frameTitleRect(const QString& id) const
{
    for (int frame = 0; frame < static_cast<int>(graph().frames.size()); ++frame) {
        if (m_scene.frame(frame).id == id)
            return m_viewport.camera().toView(m_scene.frameTitle(frame)).toAlignedRect();
    }
    return {};
}

QList<std::pair<QString, QString>> GraphView::keys() const { return m_keys->forPeople(m_editable); }

void GraphView::arrange(Arrangement how)
{
    if (m_editable)
        SelectionMoves(*m_stage, m_selection).arrange(how);
}

void GraphView::nudge(const QPointF& by)
{
    if (m_editable)
        SelectionMoves(*m_stage, m_selection).nudge(by);
}

void GraphView::setOverviewVisible(bool visible)
{
    m_overview->setVisible(visible);
    placeOverlays();
}

void GraphView::placeOverlays()
{
    constexpr int margin = 16;
    m_zoomBox->move(width() - m_zoomBox->width() - margin, height() - m_zoomBox->height() - margin);
    m_overview->move(margin, height() - m_overview->height() - margin);
}

void GraphView::paintEvent(QPaintEvent* event)
{
    const int current = hasFocus() ? m_selection.current() : Selection::none;
    m_surface.paint(event->region(), {theme::themeOf(this), m_selection.nodes(), m_selection.hovered(), current, m_turning.phase(), double(width()) * height(), false, m_fading.spared()});
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    placeOverlays();
    if (!m_viewport.fitIfWanted())
        Q_EMIT viewChanged();
    QWidget::resizeEvent(event);
}

void GraphView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_surface.forget();
    QWidget::changeEvent(event);
}

} // namespace penstock::canvas
