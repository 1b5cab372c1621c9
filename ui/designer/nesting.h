#pragma once

#include <QAction>
#include <QObject>

#include "core/base/file_system.h"
#include "ui/canvas/graph_view.h"
#include "ui/designer/pipeline_editor.h"

namespace penstock::designer {

// Steps become a pipeline of their own, opened by one step; and back; and the way into it. The new file stays when this is undone: nothing that is
// written is taken away.
class Nesting final : public QObject {
    Q_OBJECT

public:
    // All outlive this; the keys work while `view` has the focus.
    Nesting(canvas::GraphView& view, PipelineEditor& editor, FileSystem& files, QString workspace, QObject* parent);

    QList<QAction*> all() const { return {m_open, m_openAlone, m_expand, m_collapse}; }
    void refresh();

Q_SIGNALS:
    void problemMet(const QString& sentence);
    void fileMade(const QString& file);
    void openWanted(const QString& step); // what it opens, as a part of this pipeline
    void fileWanted(const QString& file); // by itself

private:
    std::vector<std::string> steps() const;
    QString openedFile() const; // by the one step that is chosen; empty: none
    void askName();
    void collapse(const QString& name);
    void expand();

    canvas::GraphView& m_view;
    PipelineEditor& m_editor;
    FileSystem& m_files;
    QString m_workspace;
    QAction *m_open, *m_openAlone, *m_collapse, *m_expand;
};

} // namespace penstock::designer
