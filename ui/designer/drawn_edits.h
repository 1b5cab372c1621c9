// Frames and notes as edits of a document. Pure. On the canvas a frame is called "frame:NAME", a note "note:NAME".
#pragma once

#include "core/edit/edit.h"
#include "ui/canvas/graph.h"

#include <QStringList>

#include <vector>

namespace penstock::designer {

QString frameId(const std::string& frame);
QString noteId(const std::string& note);
bool isFrame(const QString& id);
bool isNote(const QString& id);

// Frames of the document, and its notes as nodes, added to what is drawn.
void addDrawn(canvas::Graph& graph, const pipeline::Pipeline& pipeline, const format::NodePositions& positions);

struct DrawnEdit {
    edit::Edit edit;
    QString id; // of what was made
};
DrawnEdit newFrame(const pipeline::Pipeline& pipeline, const QStringList& steps, const QString& title);
DrawnEdit newNote(const pipeline::Pipeline& pipeline, const QString& text, const QPointF& at);
// What a drag means for frames, beside moving: which of these steps they hold. Other ids are passed over; a frame that
// would be left empty goes.
std::vector<edit::Edit> reframed(const pipeline::Pipeline& pipeline, const QStringList& ids, const canvas::FrameChange& change);
Message nameOf(const pipeline::Pipeline& pipeline, const canvas::FrameChange& change); // of such edits, for menus
QStringList framesHolding(const pipeline::Pipeline& pipeline, const QStringList& steps); // ids of those that hold any of them
edit::Edit retitled(const pipeline::Pipeline& pipeline, const QString& id, const QString& text); // another title of the frame, another text of the note
edit::Edit withoutDrawn(const QString& id);

} // namespace penstock::designer
