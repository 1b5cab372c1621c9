#pragma once

#include <QObject>

#include "ui/canvas/graph_view.h"
#include "ui/designer/pipeline_editor.h"

namespace penstock::designer {

class CanvasEditing;

// Makes edits of what is drawn around and beside steps: frames, what is in them, notes. One gesture is one step of undo.
class FrameEditing final : public QObject {
    Q_OBJECT

public:
    FrameEditing(canvas::GraphView& view, PipelineEditor& editor, CanvasEditing& editing); // all outlive this

    void frame(const QStringList& steps); // a new one around them
    void reframe(const QStringList& steps, const canvas::FrameChange& change); // out of frames, or into one
    void offer(const QStringList& steps); // frames into which they can be put, to choose from
    void note(const QPointF& at);
    void retitle(const QString& id); // a frame or note, where it stands

private:
    void moveAmong(const QStringList& ids, const QList<QPointF>& places, const canvas::FrameChange& frames);
    const pipeline::Pipeline& pipeline() const { return m_editor.document().pipeline(); }

    canvas::GraphView& m_view;
    PipelineEditor& m_editor;
    CanvasEditing& m_editing;
};

} // namespace penstock::designer
