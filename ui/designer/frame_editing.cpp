#include "ui/designer/frame_editing.h"

#include "ui/designer/canvas_editing.h"
#include "ui/designer/drawn_edits.h"
#include "ui/models/chooser.h"
#include "ui/models/qt_text.h"
#include "ui/tools/inline_editor.h"

#include <algorithm>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using canvas::GraphView;
using models::Chooser;

FrameEditing::FrameEditing(GraphView& view, PipelineEditor& editor, CanvasEditing& editing)
    : m_view(view)
    , m_editor(editor)
    , m_editing(editing)
{
    connect(&view, &GraphView::nodesReframed, this, &FrameEditing::moveAmong);
    connect(&view, &GraphView::frameActivated, this, &FrameEditing::retitle);
}

void FrameEditing::frame(const QStringList& steps)
{
    const DrawnEdit made = newFrame(pipeline(), steps, tr("Frame"));
    m_editing.apply(made.edit);
    retitle(made.id);
}

void FrameEditing::note(const QPointF& at)
{
    const DrawnEdit made = newNote(pipeline(), tr("A note"), at);
    m_editing.apply(made.edit, {made.id});
    retitle(made.id);
}

void FrameEditing::retitle(const QString& id)
{
    const auto& frames = m_view.graph().frames;
    const auto frame = std::find_if(frames.begin(), frames.end(), [&](const canvas::NodeFrame& each) { return each.id == id; });
    const canvas::Node* drawn = m_editing.node(id);
    if (!drawn && frame == frames.end())
        return;
    const QString before = drawn ? drawn->title : frame->title;
    const QRect over = drawn ? m_view.viewRect(id) : m_view.frameTitleRect(id);
    auto* field = new tools::InlineEditor(before, isFrame(id) ? tr("Title of the frame") : tr("Text of the note"), over, &m_view);
    connect(field, &tools::InlineEditor::changed, this, [this, id](const QString& text) { m_editing.apply(retitled(pipeline(), id, text)); });
}

void FrameEditing::moveAmong(const QStringList& ids, const QList<QPointF>& places, const canvas::FrameChange& frames)
{
    edit::Several all{nameOf(pipeline(), frames), reframed(pipeline(), ids, frames)};
    all.edits.emplace_back(m_editing.moved(ids, places));
    m_editing.apply(all);
}

void FrameEditing::reframe(const QStringList& steps, const canvas::FrameChange& change)
{
    if (auto edits = reframed(pipeline(), steps, change); !edits.empty())
        m_editing.apply(edit::Several{nameOf(pipeline(), change), std::move(edits)}, steps);
}

void FrameEditing::offer(const QStringList& steps)
{
    std::vector<models::Choice> choices;
    QStringList ids;
    for (const canvas::NodeFrame& frame : m_view.graph().frames) {
        const bool holdsAll = std::all_of(steps.begin(), steps.end(), [&](const QString& step) { return frame.nodes.contains(step); });
        if (holdsAll)
            continue;
        ids.append(frame.id);
        choices.push_back({frame.title, frame.nodes.join(u", "_s), std::nullopt, canvas::iconOf(canvas::NodeKind::frame)});
    }
    auto* chooser = new Chooser(std::move(choices), tr("Put into the frame"), &m_view);
    connect(chooser, &Chooser::chosen, this, [this, steps, ids](std::size_t index, bool) { reframe(steps, {{}, ids[static_cast<qsizetype>(index)]}); });
    chooser->showAt(m_view.mapToGlobal(m_view.viewRect(steps.value(0)).topRight() + QPoint(12, 0)));
}

} // namespace penstock::designer
