#include "ui/designer/canvas_editing.h"

#include "ui/designer/chain.h"
#include "ui/designer/design_links.h"
#include "ui/designer/drawn_edits.h"
#include "ui/designer/held_places.h"
#include "ui/designer/link_offers.h"
#include "ui/models/qt_text.h"
#include "ui/tools/inline_editor.h"
#include "ui/tools/link_gesture.h"

#include <QDir>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using canvas::GraphView;
using canvas::PortRef;
using canvas::PortSide;
using models::Chooser;
using models::qt;
using models::utf8;

namespace {

constexpr double nextColumn = 56; // between a step and the one after it

} // namespace

CanvasEditing::CanvasEditing(GraphView& view, PipelineEditor& editor, const FileSystem& files, QString workspace, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_editor(editor)
    , m_files(files)
    , m_workspace(std::move(workspace))
    , m_links(editor)
    , m_drawn(view, editor, *this)
{
    view.setLinking([this] { return m_links.asked(); },
                    [](canvas::Stage& stage, canvas::Pull pull, const QPointF& at) { return std::make_unique<tools::LinkGesture>(stage, std::move(pull), at); });
    connect(&view, &GraphView::linkMade, this, &CanvasEditing::link);
    connect(&view, &GraphView::linkDropped, this, [this](const PortRef& fixed, const QPointF& at) {
        const canvas::Node* other = node(fixed.node);
        const QSizeF size = other ? sizeOf(canvas::Node{}) : QSizeF();
        offerSteps({fixed.side == PortSide::out ? at - QPointF(0, size.height() / 2) : at - QPointF(size.width(), size.height() / 2), fixed}); // the wire comes out straight
    });
    connect(&editor, &PipelineEditor::travelled, this, &CanvasEditing::show);
    connect(&view, &GraphView::edgePulled, this, &CanvasEditing::pull);
    connect(&view, &GraphView::edgesRemoved, this, &CanvasEditing::removeEdges);
    connect(&view, &GraphView::nodeDropped, this, &CanvasEditing::put);
    connect(&view, &GraphView::filesDropped, this, &CanvasEditing::takeFiles);
    connect(&view, &GraphView::backgroundActivated, this, [this](const QPointF& at) { offerSteps({at, std::nullopt}); });
    connect(&view, &GraphView::newNodeWanted, this, [this](const QPointF& at) { m_view.selection().size() == 1 ? offerAfterCurrent() : offerSteps({at, std::nullopt}); });
}

const canvas::Node* CanvasEditing::node(const QString& step) const
{
    const auto& nodes = m_view.graph().nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const canvas::Node& each) { return each.id == step; });
    return found == nodes.end() ? nullptr : &*found;
}

void CanvasEditing::apply(const edit::Edit& edit, const QStringList& select, Sight sight)
{
    m_fresh = select;
    m_sight = sight;
    const QString problem = m_editor.apply(m_view.isSettled() ? holdingPlaces(edit, m_editor.document(), m_view.graph()) : edit);
    if (!problem.isEmpty()) {
        m_fresh.clear();
        return Q_EMIT problemMet(problem);
    }
    openFresh();
}

// Undo and redo may change what is out of sight: nobody has to look for it.
void CanvasEditing::show(const QStringList& steps)
{
    m_fresh = steps;
    m_sight = Sight::revealed;
    openFresh();
}

void CanvasEditing::openFresh()
{
    const bool drawn = !m_fresh.isEmpty() && std::all_of(m_fresh.begin(), m_fresh.end(), [this](const QString& step) { return node(step); });
    if (!drawn)
        return;
    const QStringList fresh = std::exchange(m_fresh, {});
    m_view.select(fresh);
    m_view.setCurrent(fresh.first());
    if (m_sight == Sight::revealed)
        m_view.reveal(fresh.first());
}

NewPlace CanvasEditing::placeAfterCurrent() const
{
    const canvas::Node* current = node(m_view.selection().value(0));
    if (!current || portsOf(*current, PortSide::out).empty())
        return {m_view.toScene(m_view.rect().center()), std::nullopt};
    return {*current->position + QPointF(sizeOf(*current).width() + nextColumn, 0), usualOutput(*current)};
}

void CanvasEditing::offerAfterCurrent() { offerSteps(placeAfterCurrent()); }

std::vector<StepOffer> CanvasEditing::offers() const
{
    return m_editor.isOpen() ? stepOffers(m_files, m_workspace, m_editor.file(), pipeline()) : std::vector<StepOffer>();
}

// A list of offers may be older than the pipeline: what it registers or promotes may have come since.
StepOffer CanvasEditing::asOfNow(const StepOffer& offer) const
{
    auto fresh = offers();
    const auto found = std::find_if(fresh.begin(), fresh.end(), [&](const StepOffer& each) { return each.name == offer.name && each.choice.title == offer.choice.title; });
    return found == fresh.end() ? offer : std::move(*found);
}

void CanvasEditing::add(const StepOffer& offer) { take(asOfNow(offer), placeAfterCurrent(), false); }

void CanvasEditing::add(const StepOffer& offer, const QPointF& at) { take(asOfNow(offer), {at, std::nullopt}, false); }

void CanvasEditing::offerSteps(const NewPlace& place)
{
    if (!m_editor.isOpen())
        return;
    auto offered = offers();
    if (place.link)
        offered = offersFor(std::move(offered), *place.link);
    std::vector<models::Choice> choices;
    for (const StepOffer& offer : offered)
        choices.push_back(offer.choice);
    const QString wish = !place.link ? tr("New step") : place.link->side == PortSide::out ? tr("New step after %1").arg(place.link->node) : tr("New step before %1").arg(place.link->node);
    auto* chooser = new Chooser(std::move(choices), wish, &m_view);
    connect(chooser, &Chooser::chosen, this, [this, place, offered = std::move(offered)](std::size_t index, bool goOn) { take(offered[index], place, goOn); });
    chooser->showAt(m_view.mapToGlobal(m_view.toView(place.at).toPoint()));
}

void CanvasEditing::take(const StepOffer& offer, const NewPlace& place, bool goOn)
{
    const NewStepEdit made = newStep(pipeline(), offer, place);
    apply(made.edit, {made.step}, place.link ? Sight::revealed : Sight::asPut);
    Q_EMIT stepMade(made.step);
    if (goOn)
        offerAfterCurrent();
    else
        m_view.setFocus();
}

void CanvasEditing::offerLinks(const QString& from)
{
    if (!node(from) || !m_editor.document().isEditable())
        return;
    auto offers = linkOffers(m_links.judge(), m_view.graph(), from);
    std::vector<models::Choice> choices;
    for (const LinkOffer& offer : offers) {
        const QString ports = tr("%1 → %2", "two ports").arg(offer.fromSays, offer.toSays);
        choices.push_back({offer.to.node, offer.replaces.isEmpty() ? ports : tr("%1, in place of %2", "two ports, a step").arg(ports, offer.replaces), std::nullopt,
                           canvas::iconOf(node(offer.to.node)->kind)});
    }
    auto* chooser = new Chooser(std::move(choices), tr("Link %1 to").arg(from), &m_view);
    connect(chooser, &Chooser::chosen, this, [this, offers = std::move(offers)](std::size_t index, bool) { link(offers[index].from, offers[index].to); });
    chooser->showAt(m_view.mapToGlobal(m_view.viewRect(from).topRight() + QPoint(12, 0)));
}

void CanvasEditing::link(const PortRef& from, const PortRef& to)
{
    const edit::Link link = m_links.judge().bounded(linkOf(pipeline(), from, to));
    apply(edit::Connect{link});
    if (link.kind == edit::LinkKind::branch && !link.condition.empty())
        askCondition(link);
}

void CanvasEditing::linkInARow(const QStringList& steps)
{
    Chain made = chain(pipeline(), m_links.judge(), m_view.graph(), steps);
    if (!made.refusal.isEmpty())
        return Q_EMIT problemMet(made.refusal);
    if (!made.links.empty())
        apply(edit::Several{{"edit.connect_row", {{"count", std::to_string(steps.size())}}}, std::move(made.links)});
}

// A new branch is taken never until somebody says when.
void CanvasEditing::askCondition(const edit::Link& link)
{
    const pipeline::Step* step = pipeline().step(link.from);
    const auto* choose = step ? std::get_if<pipeline::Choose>(&step->body) : nullptr;
    if (!choose)
        return;
    const auto branch = std::find_if(choose->branches.rbegin(), choose->branches.rend(), [&](const pipeline::Branch& each) { return each.target == link.to; });
    if (branch == choose->branches.rend())
        return;
    const std::string index = std::to_string(std::distance(branch, choose->branches.rend()) - 1);
    const QRect middle = m_view.viewRect(qt(link.from)).united(m_view.viewRect(qt(link.to)));
    auto* field = new tools::InlineEditor(qt(link.condition), tr("Condition of the branch to %1").arg(qt(link.to)), QRect(middle.center() - QPoint(130, 12), QSize(260, 24)), &m_view);
    connect(field, &tools::InlineEditor::changed, this, [this, from = link.from, index](const QString& text) { apply(edit::SetValue{{"steps", from, "choose", index, "if"}, utf8(text)}); });
}

void CanvasEditing::pull(const canvas::Edge& edge, const PortRef& from, const PortRef& to)
{
    const edit::Link before = linkOf(pipeline(), edge);
    const edit::Link after = m_links.judge().bounded(movedLink(pipeline(), edge, from, to));
    if (!(before == after))
        apply(edit::Reconnect{before, after});
}

void CanvasEditing::removeEdge(const canvas::Edge& edge) { removeEdges({edge}); }

void CanvasEditing::removeEdges(const QList<canvas::Edge>& edges)
{
    std::vector<edit::Link> links;
    for (const canvas::Edge& edge : edges)
        links.push_back(linkOf(pipeline(), edge));
    // A branch is known by its number among those of its step, and those behind it move up.
    std::stable_sort(links.begin(), links.end(), [](const edit::Link& a, const edit::Link& b) { return a.branch > b.branch; });
    if (links.size() == 1)
        return apply(edit::Disconnect{links.front()});
    edit::Several all{{"edit.cut", {{"count", std::to_string(links.size())}}}, {}};
    for (edit::Link& link : links)
        all.edits.emplace_back(edit::Disconnect{std::move(link)});
    apply(all);
}

void CanvasEditing::put(const QString& step, const canvas::Edge& edge, const QPointF& at, const canvas::FrameChange& frames)
{
    const edit::Edit into = putInto(pipeline(), step, edge, roomBetween(m_view.graph(), step, at, edge));
    edit::Several all{edit::nameOf(into), {into}};
    for (edit::Edit& each : reframed(pipeline(), {step}, frames))
        all.edits.push_back(std::move(each));
    apply(all, {step});
}

void CanvasEditing::takeFiles(const QStringList& paths, const QPointF& at)
{
    QPointF place = at;
    for (const QString& path : paths) {
        const QString inside = QDir(m_workspace).relativeFilePath(path);
        if (inside.startsWith(u"../"_s) || QDir::isAbsolutePath(inside)) {
            Q_EMIT problemMet(tr("%1 lies outside of the workspace. Copy it there first: a run must find what it needs.").arg(path));
            continue;
        }
        const StepOffer offer = inside.endsWith(u".pipeline.yaml"_s) ? pipelineOffer(inside) : scriptOffer(m_files, m_workspace, inside, pipeline());
        take(offer, {place, std::nullopt}, false);
        place += QPointF(0, theme::Metrics::nodeHeight + 30);
    }
}

void CanvasEditing::rename(const QString& id)
{
    if (isFrame(id) || isNote(id))
        return m_drawn.retitle(id);
    if (!node(id))
        return;
    auto* field = new tools::InlineEditor(id, tr("Name of the step"), m_view.viewRect(id), &m_view);
    connect(field, &tools::InlineEditor::changed, this, [this, id](const QString& name) { apply(edit::RenameStep{utf8(id), utf8(name)}, {name}); });
}

edit::MoveNodes CanvasEditing::moved(QStringList ids, QList<QPointF> places) const
{
    m_view.folds().unfold(ids, places);
    edit::MoveNodes move;
    for (qsizetype i = 0; i < ids.size(); ++i)
        move.positions[utf8(ids[i])] = {places[i].x(), places[i].y()};
    return move;
}

} // namespace penstock::designer
