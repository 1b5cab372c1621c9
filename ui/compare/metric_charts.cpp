#include "ui/compare/metric_charts.h"

#include "core/session/logged_by.h"
#include "ui/charts/chart.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/models/qt_text.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <limits>

namespace penstock::compare {

using namespace Qt::Literals::StringLiterals;
using models::ComparisonModel;
using models::qt;

namespace {

// Keeps what a person chose when the list changes.
void fill(QComboBox* box, const QStringList& names)
{
    const QString chosen = box->currentText();
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItems(names);
    box->setCurrentIndex(std::max(0, static_cast<int>(names.indexOf(chosen))));
    box->setEnabled(names.size() > 1);
}

} // namespace

MetricCharts::MetricCharts(models::WorkspaceModel& workspace, const ComparisonModel& comparison, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_comparison(comparison)
    , m_barsCard(new common::Card(tr("Final values")))
    , m_linesCard(new common::Card(tr("While it ran")))
    , m_metric(new QComboBox)
    , m_series(new QComboBox)
    , m_bars(charts::makeChart())
    , m_lines(charts::makeChart())
    , m_logged(workspace)
{
    m_metric->setAccessibleName(tr("Metric"));
    m_series->setAccessibleName(tr("Series"));
    m_bars->setAccessibleName(tr("Chart of final values"));
    m_lines->setAccessibleName(tr("Chart of series"));
    for (const auto& [card, box, chart] : {std::tuple(m_barsCard, m_metric, m_bars), {m_linesCard, m_series, m_lines}}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        card->addToHead(box);
        card->body()->addWidget(chart, 1);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::Metrics::margin, 12, theme::Metrics::margin, theme::Metrics::margin);
    row->setSpacing(12);
    m_barsCard->setMaximumWidth(760); // bars as wide as a screen say nothing more
    row->addWidget(m_barsCard, 1);
    row->addWidget(m_linesCard, 1);
    row->addStretch(0);
    connect(m_metric, &QComboBox::currentIndexChanged, this, &MetricCharts::showBars);
    connect(m_series, &QComboBox::currentIndexChanged, this, &MetricCharts::showSeries);
    connect(&m_logged, &models::LiveSeries::changed, this, &MetricCharts::showSeries);
    connect(&comparison, &ComparisonModel::tickedChanged, this, &MetricCharts::refresh);
    refresh();
}

void MetricCharts::refresh()
{
    QStringList names;
    for (const bool decides : {true, false}) {
        for (const tracking::ComparedMetric& metric : m_comparison.comparison().metrics) {
            if ((metric.direction != tracking::Direction::unknown) == decides)
                names.append(qt(metric.name));
        }
    }
    fill(m_metric, names);
    showBars();
    askForSeries();
}

void MetricCharts::showBars()
{
    charts::Bars bars;
    bars.categories = {m_metric->currentText()};
    for (const tracking::ComparedMetric& metric : m_comparison.comparison().metrics) {
        if (qt(metric.name) != m_metric->currentText())
            continue;
        for (const std::size_t row : m_comparison.ticked()) {
            const auto& value = metric.cells[row].value;
            bars.groups.push_back({qt(m_comparison.comparison().runs[row]), {value ? *value : std::numeric_limits<double>::quiet_NaN()}, m_comparison.seriesIndex(row)});
        }
    }
    m_bars->setBars(std::move(bars));
}

// A series of a run is that of the step that logs it.
void MetricCharts::askForSeries()
{
    std::vector<AttemptId> attempts;
    m_rows.clear();
    for (const std::size_t row : m_comparison.ticked()) {
        const auto id = m_comparison.runAt(static_cast<int>(row));
        const engine::Run* run = id ? m_workspace.run(*id) : nullptr;
        if (!run)
            continue;
        for (const engine::Instance& instance : run->instances) {
            const auto attempt = session::loggedBy(m_workspace.view().workspace, *run, instance);
            if (attempt && m_rows.emplace(*attempt, row).second)
                attempts.push_back(*attempt);
        }
    }
    m_logged.follow(attempts);
    showSeries();
}

void MetricCharts::showSeries()
{
    QStringList texts;
    for (const std::string& name : m_logged.names())
        texts.append(qt(name));
    fill(m_series, texts);
    m_linesCard->setVisible(!texts.isEmpty());
    m_logged.want({models::utf8(m_series->currentText())});
    showLines();
}

void MetricCharts::showLines()
{
    const std::string name = models::utf8(m_series->currentText());
    std::vector<charts::Series> lines;
    for (const AttemptId& attempt : m_logged.followed()) {
        const auto* all = m_logged.of(attempt);
        const auto row = m_rows.find(attempt);
        if (!all || row == m_rows.end())
            continue;
        for (const tracking::LoggedSeries& series : *all) {
            if (series.name != name || series.values.empty())
                continue;
            const QString run = qt(m_comparison.comparison().runs[row->second]);
            charts::Series line{series.of.empty() ? run : run % u" · "_s % qt(series.of), {}, m_comparison.seriesIndex(row->second), !series.of.empty()};
            for (const tracking::SeriesPoint& point : series.values)
                line.points.emplace_back(static_cast<double>(point.step), point.value);
            lines.push_back(std::move(line));
        }
    }
    m_lines->setAxes({tr("step"), false}, {});
    m_lines->setLines(std::move(lines));
}

} // namespace penstock::compare
