#include "ui/canvas/accessible_frame.h"

#include "ui/canvas/accessible_graph.h"
#include "ui/canvas/graph_view.h"
#include "ui/canvas/spoken_links.h"

namespace penstock::canvas {

using namespace Qt::Literals::StringLiterals;

QString AccessibleFrame::renameAction() { return u"rename"_s; }

int AccessibleFrame::frame() const
{
    const auto& frames = drawn().frames;
    const auto found = std::find_if(frames.begin(), frames.end(), [this](const NodeFrame& frame) { return frame.id == m_id; });
    return found == frames.end() ? -1 : static_cast<int>(found - frames.begin());
}

const NodeFrame& AccessibleFrame::inGraph() const { return drawn().frames[static_cast<std::size_t>(frame())]; }

int AccessibleFrame::indexInParent() const
{
    const int index = frame();
    return index < 0 ? -1 : graph().firstFrame() + index;
}

QString AccessibleFrame::name() const { return spokenFrame(drawn(), inGraph()); }

QRectF AccessibleFrame::place() const { return graph().scene().frameTitle(frame()); }

void AccessibleFrame::addTo(QAccessible::State& state) const
{
    const auto nodes = graph().scene().nodesOfFrame(frame());
    state.selectable = true;
    state.selected = !nodes.empty() && std::all_of(nodes.begin(), nodes.end(), [this](int node) { return graph().isSelected(node); });
}

QString AccessibleFrame::localizedActionName(const QString& action) const
{
    return action == renameAction() ? GraphView::tr("Rename") : QAccessibleActionInterface::localizedActionName(action);
}

void AccessibleFrame::doAction(const QString& action)
{
    if (!isValid())
        return;
    view().select(inGraph().nodes);
    if (action == renameAction())
        answerFirst([id = m_id](GraphView& view) { Q_EMIT view.frameActivated(id); });
    else if (action == showMenuAction())
        answerFirst([id = m_id, at = rect().center()](GraphView& view) { Q_EMIT view.menuRequested(id, at); });
}

} // namespace penstock::canvas
