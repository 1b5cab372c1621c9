#include "ui/charts/crosshair.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace penstock::charts {

using theme::Role;

Crosshair::Crosshair(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFont(theme::Theme::font(theme::Type::mono));
}

void Crosshair::show(const QRectF& plot, std::optional<double> x, const QString& head, std::vector<CrosshairValue> values)
{
    m_plot = plot;
    m_x = x;
    m_head = head;
    m_values = std::move(values);
    raise();
    update();
}

void Crosshair::paintEvent(QPaintEvent*)
{
    if (!m_x)
        return;
    const auto& theme = theme::themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dashes(theme.color(Role::muted), 1);
    dashes.setDashPattern({3, 3});
    painter.setPen(dashes);
    const double x = std::floor(*m_x) + 0.5;
    painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    for (const CrosshairValue& value : m_values) {
        painter.setPen(QPen(theme.color(Role::panel), 1.5));
        painter.setBrush(value.color);
        painter.drawEllipse(value.at, 4, 4);
    }
    constexpr qsizetype mostShown = 12;
    const auto shown = std::min<qsizetype>(mostShown, static_cast<qsizetype>(m_values.size()));
    const QFontMetricsF metrics(font());
    const double line = metrics.height() * 1.25;
    double width = metrics.horizontalAdvance(m_head);
    for (qsizetype i = 0; i < shown; ++i)
        width = std::max(width, metrics.horizontalAdvance(m_values[static_cast<std::size_t>(i)].text) + 16);
    QRectF box(x + 10, 0, width + 20, line * (static_cast<double>(shown) + 1) + 12);
    box.moveBottom(m_plot.bottom() - 8);
    if (box.right() > m_plot.right())
        box.moveRight(x - 10);
    painter.setPen(QPen(theme.color(Role::hairline), 1));
    painter.setBrush(theme.color(Role::panel));
    painter.drawRoundedRect(box.toRect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    QRectF row(box.left() + 10, box.top() + 6, width, line);
    painter.setPen(theme.ink(Role::muted));
    painter.drawText(row, Qt::AlignVCenter, m_head);
    for (qsizetype i = 0; i < shown; ++i) {
        const CrosshairValue& value = m_values[static_cast<std::size_t>(i)];
        row.translate(0, line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(value.color);
        painter.drawEllipse(QPointF(row.left() + 4, row.center().y()), 4, 4);
        painter.setPen(theme.color(Role::text));
        painter.drawText(row.adjusted(16, 0, 0, 0), Qt::AlignVCenter, value.text);
    }
}

} // namespace penstock::charts
