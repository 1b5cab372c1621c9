#include "ui/charts/legend.h"

#include "ui/theme/style.h"

#include <QPainter>

namespace penstock::charts {

namespace {

constexpr int swatch = 16;
constexpr int gap = 16;
constexpr int widestName = 260;

} // namespace

Legend::Legend(QWidget* parent)
    : QWidget(parent)
{
    setFont(theme::Theme::font(theme::Type::secondary));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Legend::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
    setVisible(!m_entries.empty());
    QStringList names;
    for (const LegendEntry& entry : m_entries)
        names.append(entry.name);
    setAccessibleName(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int Legend::place(int width, std::vector<QRect>* places) const
{
    const int row = fontMetrics().height() + 4;
    int x = 0, y = 0;
    for (const LegendEntry& entry : m_entries) {
        const int own = swatch + 6 + qMin(widestName, fontMetrics().horizontalAdvance(entry.name) + 2);
        if (x > 0 && x + own > width) {
            x = 0;
            y += row;
        }
        if (places)
            places->emplace_back(x, y, own, row);
        x += own + gap;
    }
    return m_entries.empty() ? 0 : y + row;
}

QSize Legend::sizeHint() const
{
    return {200, heightForWidth(qMax(200, width()))};
}

int Legend::heightForWidth(int width) const
{
    return place(width, nullptr);
}

void Legend::paintEvent(QPaintEvent*)
{
    std::vector<QRect> places;
    place(width(), &places);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& theme = theme::themeOf(this);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const QRectF box = places[i];
        painter.setPen(QPen(m_entries[i].color, 3, m_entries[i].pen, Qt::FlatCap));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.left() + swatch, box.center().y()));
        painter.setPen(theme.ink(theme::Role::text));
        const QRectF text = box.adjusted(swatch + 6, 0, 0, 0);
        painter.drawText(text, Qt::AlignVCenter, fontMetrics().elidedText(m_entries[i].name, Qt::ElideMiddle, qCeil(text.width())));
    }
}

} // namespace penstock::charts
