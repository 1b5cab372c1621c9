#pragma once

#include <QWidget> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "ui/designer/fold_memory.h"
#include "ui/designer/pipeline_editor.h"
#include "ui/designer/pipeline_graph.h"

class QMenu;

namespace penstock::canvas {
class GraphView;
}

namespace penstock::designer {

class CanvasEditing;
class GraphOutput;
class Nesting;
class StepActions;
class Tidy;
class ViewActions;

// The document on the canvas, with the states of its newest run. What is done there becomes edits of the document.
class DesignCanvas final : public QWidget {
    Q_OBJECT

public:
    // All outlive the canvas.
    DesignCanvas(PipelineEditor& editor, const models::WorkspaceModel& workspace, FileSystem& files, QWidget* parent = nullptr);

    const canvas::Graph& graph() const; // all steps with their states, also those in folded frames
    QList<std::pair<QString, QString>> keys() const;
    void showStates(const ShownRun& run); // changes nothing but the looks of nodes
    void setPlace(const QString& pipeline);  // said to those who hear the canvas
    void forget();                           // another file follows: selection and camera are its own
    std::optional<canvas::Edge> chosenEdge() const;
    void showStep(const QString& step);      // selects and reveals it, or the folded frame that holds it; empty: none
    void showDrawn(const QString& id);       // so a frame, by all that is in it, or a note
    void layOut();                           // all of it, or what is selected of several; again while it takes long: no more
    canvas::GraphView& view() { return *m_view; }
    StepActions& actions() const { return *m_actions; }
    CanvasEditing& editing() const { return *m_editing; }
    QList<QAction*> allActions() const;
    void fillMenu(QMenu& menu) const; // all that can be done here, in groups
    void refreshActions(bool mayRun, bool hasRun); // see StepActions
    QByteArray viewState() const { return m_folds.bytes(); } // which frames are folded, in all files
    void restoreViewState(const QByteArray& state);

Q_SIGNALS:
    void chosen(const QString& step);    // empty: none
    void activated(const QString& step); // double click or Enter
    void selectionChanged();
    void edgeChosen(); // or no longer: see chosenEdge()
    void thingDropped(const QByteArray& thing, const QPointF& scene); // from the palette
    void folded(); // or unfolded: drawn without states
    void problemMet(const QString& sentence);
    void fileMade(const QString& file); // another pipeline of the workspace
    void fileWanted(const QString& file); // to be opened by itself
    void written(const QString& path);  // a picture

private:
    void addActions(const models::WorkspaceModel& workspace, FileSystem& files);
    void draw();
    void toggleFold(const QString& frame);
    void fold(const QSet<QString>& frames);
    void move(const QStringList& ids, const QList<QPointF>& places);

    PipelineEditor& m_editor;
    const models::WorkspaceModel& m_workspace;
    canvas::GraphView* m_view;
    Tidy* m_tidy;
    CanvasEditing* m_editing;
    StepActions* m_actions;
    ViewActions* m_viewActions;
    Nesting* m_nesting;
    GraphOutput* m_output = nullptr;
    FoldMemory m_folds;
    DesignGraph m_drawn;    // the document as it is in the view, without states
    canvas::Graph m_whole;  // with states, where a frame is folded
    bool m_isFresh = true;  // nothing of the file has been drawn yet
    QMenu* m_picture = nullptr;
};

} // namespace penstock::designer
