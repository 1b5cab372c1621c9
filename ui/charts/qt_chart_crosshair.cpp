// The cross-hair of QtChart: which values stand at a place, and how it is moved.
#include "ui/charts/crosshair.h"
#include "ui/charts/qt_chart.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QChartView>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace penstock::charts {

// The finite point nearest in x, of each series that reaches so far; the largest value first.
std::vector<QtChart::Value> QtChart::nearest(double x) const
{
    std::vector<Value> values;
    const double reach = (m_greatest - m_least) * 0.02;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const auto& points = m_series[i].points;
        if (m_series[i].faint || points.empty())
            continue;
        auto it = std::lower_bound(points.begin(), points.end(), x, [](const QPointF& point, double at) { return point.x() < at; });
        if (it == points.end() || (it != points.begin() && x - std::prev(it)->x() <= it->x() - x))
            --it;
        const bool reaches = x >= points.front().x() - reach && x <= points.back().x() + reach;
        if (reaches && std::isfinite(it->y()))
            values.push_back({i, *it});
    }
    std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.point.y() > b.point.y(); });
    return values;
}

QString QtChart::valueText(const Value& value) const
{
    return m_series[value.series].name % QLatin1Char(' ') % QLocale().toString(value.point.y(), 'g', 5);
}

QStringList QtChart::valuesAt(double x) const
{
    QStringList result;
    for (const Value& value : nearest(x))
        result.append(valueText(value));
    return result;
}

void QtChart::setCrosshair(double x)
{
    const auto wished = std::isfinite(x) && !m_lines.empty() ? std::optional(std::clamp(x, m_least, m_greatest)) : std::nullopt;
    if (wished == m_at)
        return;
    m_at = wished;
    showCrosshair();
    setAccessibleDescription(m_at ? valuesAt(*m_at).join(QStringLiteral(", ")) : QString());
    Q_EMIT crosshairMoved(m_at.value_or(std::numeric_limits<double>::quiet_NaN()));
}

void QtChart::showCrosshair()
{
    const QRectF plot = m_chart->plotArea().translated(m_view->geometry().topLeft());
    if (!m_at || m_lines.empty()) {
        m_crosshair->show(plot, std::nullopt, {}, {});
        return;
    }
    std::vector<CrosshairValue> values;
    std::optional<double> x;
    for (const Value& value : nearest(*m_at)) {
        const QPointF at = m_chart->mapToPosition(value.point, m_lines[value.series]) + m_view->geometry().topLeft();
        x = x.value_or(at.x());
        values.push_back({colorOf(value.series, m_series[value.series].color), valueText(value), at});
    }
    const QString name = m_x.title.isEmpty() ? QStringLiteral("x") : m_x.title;
    const double shown = nearest(*m_at).empty() ? *m_at : nearest(*m_at).front().point.x();
    m_crosshair->show(plot, x, name % QLatin1Char(' ') % QLocale().toString(shown, 'g', 6), std::move(values));
}

bool QtChart::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove && !m_lines.empty()) {
        const QPointF at = static_cast<QMouseEvent*>(event)->position();
        const bool inside = m_chart->plotArea().adjusted(-2, -2, 2, 2).contains(at);
        setCrosshair(inside ? m_chart->mapToValue(at, m_lines.front()).x() : std::numeric_limits<double>::quiet_NaN());
    } else if (event->type() == QEvent::Leave) {
        setCrosshair(std::numeric_limits<double>::quiet_NaN());
    }
    return Chart::eventFilter(watched, event);
}

void QtChart::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (event->key() == Qt::Key_Escape && m_at)
        return setCrosshair(std::numeric_limits<double>::quiet_NaN());
    if (step == 0 || m_series.empty() || m_series.front().points.empty())
        return Chart::keyPressEvent(event);
    if (!m_at)
        return setCrosshair(step > 0 ? m_least : m_greatest);
    const auto& points = m_series.front().points;
    auto it = std::lower_bound(points.begin(), points.end(), *m_at, [](const QPointF& point, double x) { return point.x() < x; });
    if (step > 0)
        it = std::upper_bound(points.begin(), points.end(), *m_at, [](double x, const QPointF& point) { return x < point.x(); });
    else if (it != points.begin())
        --it;
    if (it != points.end())
        setCrosshair(it->x());
}

} // namespace penstock::charts
