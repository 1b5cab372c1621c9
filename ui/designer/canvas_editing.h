#pragma once

#include <QObject>

#include "core/base/file_system.h"
#include "ui/canvas/graph_view.h"
#include "ui/designer/design_edits.h"
#include "ui/designer/frame_editing.h"
#include "ui/designer/link_knowledge.h"
#include "ui/designer/pipeline_editor.h"

namespace penstock::designer {

// Makes edits of what is done on the canvas with the pointer: links, new steps, steps put into edges, scripts that are dropped.
// One gesture is one step of undo.
class CanvasEditing final : public QObject {
    Q_OBJECT

public:
    // All outlive this.
    CanvasEditing(canvas::GraphView& view, PipelineEditor& editor, const FileSystem& files, QString workspace, QObject* parent);

    std::vector<StepOffer> offers() const;
    void add(const StepOffer& offer);             // after the current step, linked to it; else in the middle
    void add(const StepOffer& offer, const QPointF& at);
    void offerSteps(const NewPlace& place);      // what can be put there, to choose from
    void offerAfterCurrent();                    // the same at the right of the current step, linked to it
    void offerLinks(const QString& from);        // what the step can be linked to, to choose from
    void linkInARow(const QStringList& steps);   // from left to right
    void rename(const QString& id);              // a step, frame or note, where it stands
    enum class Sight { revealed, asPut };        // asPut: the view stays where it is
    void apply(const edit::Edit& edit, const QStringList& select = {}, Sight sight = Sight::revealed); // and selects these steps
    edit::MoveNodes moved(QStringList ids, QList<QPointF> places) const; // a folded frame takes along what it holds
    void removeEdge(const canvas::Edge& edge);
    void removeEdges(const QList<canvas::Edge>& edges);
    const canvas::Node* node(const QString& id) const; // as it is drawn; null: it is not
    FrameEditing& drawn() { return m_drawn; }
    void openFresh();                            // the document was drawn: selects what an edit made

Q_SIGNALS:
    void problemMet(const QString& sentence);
    void stepMade(const QString& step);

private:
    void show(const QStringList& steps);
    void link(const canvas::PortRef& from, const canvas::PortRef& to);
    void pull(const canvas::Edge& edge, const canvas::PortRef& from, const canvas::PortRef& to);
    void put(const QString& step, const canvas::Edge& edge, const QPointF& at, const canvas::FrameChange& frames);
    void takeFiles(const QStringList& paths, const QPointF& at);
    StepOffer asOfNow(const StepOffer& offer) const;
    void take(const StepOffer& offer, const NewPlace& place, bool goOn);
    void askCondition(const edit::Link& link);
    NewPlace placeAfterCurrent() const;
    const pipeline::Pipeline& pipeline() const { return m_editor.document().pipeline(); }

    canvas::GraphView& m_view;
    PipelineEditor& m_editor;
    const FileSystem& m_files;
    QString m_workspace;
    LinkKnowledge m_links;
    FrameEditing m_drawn;
    QStringList m_fresh; // made by the newest edit, to be selected once they are drawn
    Sight m_sight = Sight::revealed;
};

} // namespace penstock::designer
