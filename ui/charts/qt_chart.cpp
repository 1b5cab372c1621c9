#include "ui/charts/qt_chart.h"

#include "ui/charts/crosshair.h"
#include "ui/charts/decimate.h"
#include "ui/charts/legend.h"
#include "ui/charts/ticks.h"
#include "ui/theme/contrast.h"
#include "ui/theme/style.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QLegend>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QValueAxis>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace penstock::charts {

using theme::Role;
using theme::Theme;
using theme::themeOf;
using theme::Type;

QtChart::QtChart(QWidget* parent)
    : Chart(parent)
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_crosshair(new Crosshair(this))
    , m_legend(new Legend(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_legend);
    column->addWidget(m_view, 1);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart"));
    setMinimumSize(200, 140);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundRoundness(0);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide(); // it takes a third of a small chart
    connect(m_chart, &QChart::plotAreaChanged, this, [this] {
        refill();
        showCrosshair();
    });
    rebuild();
}

QtChart::~QtChart() = default;

void QtChart::setLines(std::vector<Series> series)
{
    m_series = std::move(series);
    m_bars = {};
    rebuild();
}

void QtChart::setBars(Bars bars)
{
    m_bars = std::move(bars);
    m_series.clear();
    rebuild();
}

void QtChart::setAxes(const Axis& x, const Axis& y)
{
    m_x = x;
    m_y = y;
    rebuild();
}

std::size_t QtChart::givenPoints() const
{
    std::size_t count = 0;
    for (const Series& series : m_series)
        count += series.points.size();
    return count;
}

QColor QtChart::colorOf(std::size_t index, int wished) const
{
    return themeOf(this).seriesColor(wished >= 0 ? wished : static_cast<int>(index));
}

void QtChart::dress(QAbstractAxis* axis, bool grid)
{
    const Theme& theme = themeOf(this);
    axis->setLabelsFont(Theme::font(Type::caption));
    axis->setTitleFont(Theme::font(Type::caption));
    axis->setLabelsColor(theme.ink(Role::muted));
    axis->setTitleBrush(theme.ink(Role::muted));
    axis->setLinePen(QPen(theme.color(Role::hairline), 1));
    axis->setLineVisible(!grid);
    axis->setGridLineVisible(grid);
    axis->setGridLinePen(QPen(theme.color(Role::hairline), 1));
}

QAbstractAxis* QtChart::valueAxis(const Axis& wish, double least, double greatest, int count, bool grid)
{
    QAbstractAxis* result = nullptr;
    if (wish.logarithmic && least > 0) {
        auto* axis = new QLogValueAxis;
        axis->setRange(least, greatest > least ? greatest : least * 10);
        axis->setLabelFormat(QStringLiteral("%g"));
        result = axis;
    } else {
        const Ticks ticks = niceTicks(least, greatest, count);
        auto* axis = new QValueAxis;
        // Round numbers at the ends of y; x ends where the data ends.
        axis->setRange(grid ? ticks.least : least, grid ? ticks.greatest : (greatest > least ? greatest : least + 1));
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickAnchor(ticks.least);
        axis->setTickInterval(ticks.step);
        axis->setLabelFormat(std::abs(greatest) >= 1e6 ? QStringLiteral("%g") : QStringLiteral("%.%1f").arg(ticks.decimals));
        result = axis;
    }
    result->setTitleText(wish.title);
    dress(result, grid);
    return result;
}

void QtChart::rebuild()
{
    const Theme& theme = themeOf(this);
    m_lines.clear();
    m_chart->removeAllSeries();
    for (QAbstractAxis* axis : m_chart->axes()) {
        m_chart->removeAxis(axis);
        delete axis;
    }
    m_chart->setBackgroundBrush(theme.color(Role::panel));
    m_view->setBackgroundBrush(theme.color(Role::panel));
    if (m_bars.groups.empty())
        buildLines();
    else
        buildBars();
    fillLegend();
    refill();
    showCrosshair();
}

void QtChart::fillLegend()
{
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const Series& series = m_series[i];
        const int place = series.color >= 0 ? series.color : static_cast<int>(i);
        if (!series.faint && !series.name.isEmpty())
            entries.push_back({series.name, colorOf(i, series.color), Theme::seriesPen(place)});
    }
    for (std::size_t i = 0; i < m_bars.groups.size(); ++i)
        entries.push_back({m_bars.groups[i].name, colorOf(i, m_bars.groups[i].color), Qt::SolidLine});
    if (entries.size() < 2)
        entries.clear(); // the title of the card says it
    m_legend->setEntries(std::move(entries));
}

void QtChart::buildLines()
{
    const Theme& theme = themeOf(this);
    double lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
    m_least = lowest;
    m_greatest = highest;
    for (const Series& series : m_series) {
        for (const QPointF& point : series.points) {
            if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
                continue;
            m_least = std::min(m_least, point.x());
            m_greatest = std::max(m_greatest, point.x());
            lowest = std::min(lowest, point.y());
            highest = std::max(highest, point.y());
        }
    }
    if (!(m_greatest >= m_least)) {
        m_least = lowest = 0;
        m_greatest = highest = 1;
    }
    QAbstractAxis* x = valueAxis(m_x, m_least, m_greatest, 6, false);
    if (auto* counted = qobject_cast<QValueAxis*>(x); counted && isCounted() && counted->tickInterval() < 1) {
        counted->setTickInterval(1); // there is nothing between step 1 and step 2
        counted->setLabelFormat(QStringLiteral("%.0f"));
    }
    QAbstractAxis* y = valueAxis(m_y, lowest, highest, 5, true);
    m_chart->addAxis(x, Qt::AlignBottom);
    m_chart->addAxis(y, Qt::AlignLeft);
    m_lines.assign(m_series.size(), nullptr);
    // The faint ones first, to lie behind.
    for (const bool faint : {true, false}) {
        for (std::size_t i = 0; i < m_series.size(); ++i) {
            const Series& series = m_series[i];
            if (series.faint != faint)
                continue;
            const int place = series.color >= 0 ? series.color : static_cast<int>(i);
            const QColor color = colorOf(i, series.color);
            QPen pen(faint ? theme::mix(theme.color(Role::panel), color, 0.35) : color, faint ? 1 : 1.8, Theme::seriesPen(place));
            pen.setJoinStyle(Qt::RoundJoin);
            m_lines[i] = new QLineSeries;
            m_lines[i]->setName(series.name);
            m_lines[i]->setPen(pen);
            m_chart->addSeries(m_lines[i]);
            m_lines[i]->attachAxis(x);
            m_lines[i]->attachAxis(y);
        }
    }
}

bool QtChart::isCounted() const
{
    return std::all_of(m_series.begin(), m_series.end(), [](const Series& series) {
        return std::all_of(series.points.begin(), series.points.end(), [](const QPointF& point) { return point.x() == std::floor(point.x()); });
    });
}

// As wide as their share of the place, but no wider than what still reads as a bar.
void QtChart::fitBars()
{
    constexpr double widest = 72;
    const double room = m_chart->plotArea().width() / std::max<double>(1, static_cast<double>(m_bars.categories.size()));
    if (m_barSeries && room > 0)
        m_barSeries->setBarWidth(std::min(0.62, widest * static_cast<double>(m_bars.groups.size()) / room));
}

void QtChart::buildBars()
{
    const Theme& theme = themeOf(this);
    auto* bars = new QBarSeries;
    m_barSeries = bars;
    bars->setLabelsVisible(true);
    bars->setLabelsFormat(QStringLiteral("@value"));
    bars->setLabelsPrecision(4);
    bars->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    double lowest = 0, highest = 0;
    for (std::size_t i = 0; i < m_bars.groups.size(); ++i) {
        const Bars::Group& group = m_bars.groups[i];
        auto* set = new QBarSet(group.name);
        set->setColor(colorOf(i, group.color));
        set->setPen(Qt::NoPen);
        set->setLabelColor(theme.ink(Role::text));
        set->setLabelFont(Theme::font(Type::caption));
        for (std::size_t k = 0; k < m_bars.categories.size(); ++k) {
            const double value = k < group.values.size() && std::isfinite(group.values[k]) ? group.values[k] : 0;
            set->append(value);
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
        }
        bars->append(set);
    }
    m_chart->addSeries(bars);
    auto* x = new QBarCategoryAxis;
    for (const QString& category : m_bars.categories)
        x->append(category);
    x->setTitleText(m_x.title);
    dress(x, false);
    x->setLabelsVisible(m_bars.categories.size() > 1); // else the title of the card says it
    QAbstractAxis* y = valueAxis({m_y.title, false}, lowest, highest, 5, true); // bars begin at zero
    if (auto* range = qobject_cast<QValueAxis*>(y); range && highest > 0)
        range->setMax(std::max(range->max(), highest * 1.08)); // room for the numbers above the bars
    m_chart->addAxis(x, Qt::AlignBottom);
    m_chart->addAxis(y, Qt::AlignLeft);
    bars->attachAxis(x);
    bars->attachAxis(y);
}

void QtChart::refill()
{
    m_drawn = 0;
    fitBars();
    const int columns = std::max(16, static_cast<int>(m_chart->plotArea().width()));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto points = decimate(m_series[i].points, m_least, m_greatest, columns);
        m_drawn += points.size();
        if (m_lines[i]->count() == static_cast<int>(points.size()) && std::equal(points.begin(), points.end(), m_lines[i]->points().cbegin()))
            continue;
        m_lines[i]->replace(QList<QPointF>(points.begin(), points.end()));
    }
}

void QtChart::resizeEvent(QResizeEvent* event)
{
    Chart::resizeEvent(event);
    m_crosshair->setGeometry(rect());
    showCrosshair();
}

void QtChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        rebuild();
    Chart::changeEvent(event);
}

} // namespace penstock::charts
