#include "ui/canvas/drops.h"

#include "ui/canvas/graph_view.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

namespace penstock::canvas {

Drops::Drops(GraphView& view)
    : m_view(view)
{
    view.installEventFilter(this);
}

bool Drops::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::DragEnter)
        enter(*static_cast<QDragEnterEvent*>(event));
    else if (event->type() == QEvent::Drop)
        drop(*static_cast<QDropEvent*>(event));
    else
        return false;
    return true;
}

void Drops::enter(QDragEnterEvent& event)
{
    if (event.mimeData()->hasUrls() || event.mimeData()->hasFormat(newNodeType))
        event.acceptProposedAction();
}

void Drops::drop(QDropEvent& event)
{
    const QPointF at = m_view.toScene(event.position());
    if (event.mimeData()->hasFormat(newNodeType)) {
        event.acceptProposedAction();
        return Q_EMIT m_view.thingDropped(event.mimeData()->data(newNodeType), at);
    }
    QStringList paths;
    for (const QUrl& url : event.mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (paths.isEmpty())
        return;
    event.acceptProposedAction();
    Q_EMIT m_view.filesDropped(paths, at);
}

} // namespace penstock::canvas
