// Keys and mouse of LogArea.
#include "ui/common/log_area.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextLayout>

namespace penstock::common {

LogPlace LogArea::placeAt(const QPoint& position) const
{
    if (m_lines == 0)
        return {};
    const qint64 row = position.y() < 0 ? -1 : position.y() / lineHeight();
    const qint64 line = std::clamp<qint64>(topLine() + row, 0, m_lines - 1);
    QTextLayout layout(text(line).text, font());
    layout.beginLayout();
    QTextLine laid = layout.createLine();
    if (laid.isValid())
        laid.setNumColumns(static_cast<int>(text(line).text.size()) + 1);
    layout.endLayout();
    constexpr int margin = 16;
    return {line, laid.isValid() ? laid.xToCursor(position.x() - margin + horizontalScrollBar()->value()) : 0};
}

void LogArea::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_caret = placeAt(event->pos());
    if (!(event->modifiers() & Qt::ShiftModifier) || !m_anchor)
        m_anchor = m_caret;
    viewport()->update();
}

void LogArea::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_caret = placeAt(event->pos());
    const int step = event->pos().y() < 0 ? -1 : event->pos().y() >= viewport()->height() ? 1 : 0;
    if (step != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
    viewport()->update();
}

void LogArea::mouseDoubleClickEvent(QMouseEvent* event)
{
    const LogPlace at = placeAt(event->pos());
    const QString line = lineText(at.line);
    const auto isPart = [&line](qsizetype i) { return i >= 0 && i < line.size() && (line[i].isLetterOrNumber() || QStringView(u"_-./").contains(line[i])); };
    qsizetype start = at.column, end = at.column;
    while (isPart(start - 1))
        --start;
    while (isPart(end))
        ++end;
    m_anchor = LogPlace{at.line, static_cast<int>(start)};
    m_caret = LogPlace{at.line, static_cast<int>(end)};
    viewport()->update();
}

void LogArea::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    QAction* copyAction = menu.addAction(tr("Copy"), QKeySequence::Copy, this, &LogArea::copy);
    copyAction->setEnabled(m_anchor && m_caret && *m_anchor != *m_caret);
    menu.addAction(tr("Select all"), QKeySequence::SelectAll, this, &LogArea::selectAll);
    menu.exec(event->globalPos());
}

void LogArea::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    switch (event->key()) {
    case Qt::Key_Up: bar->triggerAction(QAbstractSlider::SliderSingleStepSub); return;
    case Qt::Key_Down: bar->triggerAction(QAbstractSlider::SliderSingleStepAdd); return;
    case Qt::Key_PageUp: bar->triggerAction(QAbstractSlider::SliderPageStepSub); return;
    case Qt::Key_PageDown: bar->triggerAction(QAbstractSlider::SliderPageStepAdd); return;
    case Qt::Key_Left: horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub); return;
    case Qt::Key_Right: horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd); return;
    case Qt::Key_Home: bar->triggerAction(QAbstractSlider::SliderToMinimum); return;
    case Qt::Key_End: setFollowing(true); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace penstock::common
