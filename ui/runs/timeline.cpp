#include "ui/runs/timeline.h"

#include "ui/models/qt_text.h"
#include "ui/theme/style.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace penstock::runs {

using theme::Metrics;
using theme::Role;
using theme::Theme;
using theme::Type;

namespace {

constexpr int scaleHeight = 28;
constexpr int rowHeight = 30;
constexpr int namesWidth = 168;
constexpr int rightMargin = 24;

} // namespace

Timeline::Timeline(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline"));
}

void Timeline::setRows(std::vector<TimelineRow> rows, Duration extent, bool running)
{
    m_rows = std::move(rows);
    m_extent = std::max(extent, Duration(1000));
    m_running = running;
    updateScrollBars();
    viewport()->update();
}

void Timeline::setRemark(const InstanceId& instance, const QString& remark)
{
    m_remarked = instance;
    m_remark = remark;
}

void Timeline::select(const InstanceId& instance)
{
    if (m_selected == instance)
        return;
    m_selected = instance;
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        if (m_rows[static_cast<std::size_t>(i)].id != instance)
            continue;
        const int top = scaleHeight + i * rowHeight;
        if (top < verticalScrollBar()->value() + scaleHeight || top + rowHeight > verticalScrollBar()->value() + viewport()->height())
            verticalScrollBar()->setValue(top - viewport()->height() / 2);
    }
    viewport()->update();
}

// The whole run fits at zoom 1, with room for "now" to move on.
double Timeline::xOf(Duration at) const
{
    const double width = (viewport()->width() - namesWidth - rightMargin) * m_zoom;
    const double whole = static_cast<double>(m_extent.count()) * (m_running ? 1.15 : 1.0);
    return namesWidth + static_cast<double>(at.count()) / whole * width - horizontalScrollBar()->value();
}

QRect Timeline::rowRect(int row) const { return {0, scaleHeight + row * rowHeight - verticalScrollBar()->value(), viewport()->width(), rowHeight}; }

int Timeline::rowAt(const QPoint& position) const
{
    if (position.y() < scaleHeight)
        return -1;
    const int row = (position.y() - scaleHeight + verticalScrollBar()->value()) / rowHeight;
    return row < static_cast<int>(m_rows.size()) ? row : -1;
}

void Timeline::updateScrollBars()
{
    const int height = scaleHeight + static_cast<int>(m_rows.size()) * rowHeight;
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight);
    const int width = viewport()->width() - namesWidth - rightMargin;
    horizontalScrollBar()->setRange(0, static_cast<int>(width * (m_zoom - 1)));
    horizontalScrollBar()->setPageStep(width);
}

void Timeline::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = theme::themeOf(this);
    painter.fillRect(viewport()->rect(), theme.color(Role::panel));
    const int first = verticalScrollBar()->value() / rowHeight;
    const int last = std::min(static_cast<int>(m_rows.size()) - 1, (verticalScrollBar()->value() + viewport()->height()) / rowHeight);
    for (int row = first; row <= last; ++row) {
        if (m_rows[static_cast<std::size_t>(row)].id == m_selected)
            painter.fillRect(rowRect(row), theme.color(Role::selection));
    }
    paintScale(painter);
    painter.setClipRect(0, scaleHeight, viewport()->width(), viewport()->height());
    for (int row = first; row <= last; ++row)
        paintRow(painter, row);
    if (m_running) {
        painter.setPen(QPen(theme.color(Role::running), 1, Qt::DashLine));
        const double x = std::round(xOf(m_extent)) + 0.5;
        painter.drawLine(QPointF(x, scaleHeight), QPointF(x, viewport()->height()));
    }
}

void Timeline::paintScale(QPainter& painter) const
{
    const Theme& theme = theme::themeOf(this);
    const double width = (viewport()->width() - namesWidth - rightMargin) * m_zoom;
    const Duration step = tickStep(m_extent, std::max(1, static_cast<int>(width / 90)));
    painter.setFont(Theme::font(Type::caption));
    for (Duration at{};; at += step) {
        const double x = std::round(xOf(at)) + 0.5;
        if (x > viewport()->width())
            break;
        if (x < namesWidth - 1)
            continue;
        painter.setPen(theme.color(Role::hairline));
        painter.drawLine(QPointF(x, scaleHeight - 4), QPointF(x, viewport()->height()));
        painter.setPen(theme.ink(Role::muted));
        painter.drawText(QRectF(x - 40, 0, 80, scaleHeight - 4), Qt::AlignCenter, tickText(at));
    }
}

void Timeline::paintRow(QPainter& painter, int index) const
{
    const Theme& theme = theme::themeOf(this);
    const TimelineRow& row = m_rows[static_cast<std::size_t>(index)];
    const QRect rect = rowRect(index);
    const Role surface = row.id == m_selected ? Role::selection : Role::panel;
    painter.save();
    painter.setClipRect(QRect(namesWidth - 1, scaleHeight, viewport()->width(), viewport()->height()));
    if (row.wait)
        paintBar(painter, rect, *row.wait, row.wait->mark == theme::Mark::pending ? 3 : 8);
    for (const TimelineBar& bar : row.bars)
        paintBar(painter, rect, bar, 14);
    if (row.isWaitingNow && row.id == m_remarked) {
        painter.setPen(theme.ink(Role::muted, surface));
        painter.setFont(Theme::font(Type::secondary));
        painter.drawText(rect.adjusted(static_cast<int>(xOf(m_extent)) + 8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter, m_remark);
    }
    painter.restore();
    theme::StateMark::paint(painter, QRectF(Metrics::margin + 4, rect.center().y() - 7, 16, 16), row.mark, theme, surface);
    painter.setFont(Theme::font(Type::text));
    painter.setPen(theme.ink(Role::text, surface));
    const QRect name = rect.adjusted(48, 0, 0, 0);
    painter.drawText(QRect(name.left(), name.top(), namesWidth - 56, name.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.title, Qt::ElideRight, namesWidth - 56));
}

void Timeline::paintBar(QPainter& painter, const QRect& row, const TimelineBar& bar, double height) const
{
    const Theme& theme = theme::themeOf(this);
    const double left = xOf(bar.from);
    const double width = std::max(3.0, xOf(bar.to) - left); // what was too short to see was there all the same
    const bool waited = bar.mark == theme::Mark::pending;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(waited ? Role::hairline : theme::StateMark::role(bar.mark)));
    painter.drawRoundedRect(QRectF(left, row.center().y() + 1 - height / 2, width, height), std::min(height / 2, 3.0), std::min(height / 2, 3.0));
}

void Timeline::resizeEvent(QResizeEvent*) { updateScrollBars(); }

void Timeline::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return;
    select(m_rows[static_cast<std::size_t>(row)].id);
    Q_EMIT selected(m_selected);
}

void Timeline::mousePressEvent(QMouseEvent* event) { choose(rowAt(event->pos())); }

void Timeline::keyPressEvent(QKeyEvent* event)
{
    const auto current = std::find_if(m_rows.begin(), m_rows.end(), [this](const TimelineRow& row) { return row.id == m_selected; });
    const int at = current == m_rows.end() ? -1 : static_cast<int>(current - m_rows.begin());
    switch (event->key()) {
    case Qt::Key_Up: return choose(at - 1);
    case Qt::Key_Down: return choose(at + 1);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(static_cast<int>(m_rows.size()) - 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomAbout((viewport()->width() - namesWidth) / 2.0, m_zoom * 1.25);
    case Qt::Key_Minus: return zoomAbout((viewport()->width() - namesWidth) / 2.0, m_zoom / 1.25);
    case Qt::Key_0: return zoomAbout(0, 1);
    default: return QAbstractScrollArea::keyPressEvent(event);
    }
}

void Timeline::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    zoomAbout(event->position().x() - namesWidth, m_zoom * std::pow(1.2, event->angleDelta().y() / 120.0));
}

void Timeline::zoomAbout(double x, double zoom)
{
    const double before = m_zoom;
    m_zoom = std::clamp(zoom, 1.0, 200.0);
    updateScrollBars();
    horizontalScrollBar()->setValue(static_cast<int>((horizontalScrollBar()->value() + x) * m_zoom / before - x));
    viewport()->update();
}

void Timeline::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

} // namespace penstock::runs
