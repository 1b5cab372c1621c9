#include "ui/compare/metric_charts.h"

#include "ui/charts/chart.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/models/qt_text.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <limits>
#include <set>

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

MetricCharts::MetricCharts(const models::WorkspaceModel& workspace, const ComparisonModel& comparison, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_comparison(comparison)
    , m_barsCard(new common::Card(tr("Final values")))
    , m_linesCard(new common::Card(tr("While it ran")))
    , m_metric(new QComboBox)
    , m_series(new QComboBox)
    , m_bars(charts::makeChart())
    , m_lines(charts::makeChart())
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
    connect(m_series, &QComboBox::currentIndexChanged, this, &MetricCharts::showLines);
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

std::map<QString, QStringList> MetricCharts::seriesFiles() const
{
    std::map<QString, QStringList> files;
    for (const std::size_t row : m_comparison.ticked()) {
        const auto id = m_comparison.runAt(static_cast<int>(row));
        const engine::Run* run = id ? m_workspace.run(*id) : nullptr;
        if (!run)
            continue;
        for (const engine::Instance& instance : run->instances) {
            if (!instance.attempts.empty())
                files[qt(id->text())].append(m_workspace.attemptFolder({*id, instance.id, instance.attempts.back().number}) % u"/metrics.jsonl"_s);
        }
    }
    return files;
}

void MetricCharts::askForSeries()
{
    m_reader.read(seriesFiles(), [this](const SeriesReader::Answer& answer) {
        m_known = answer;
        std::set<std::string> names;
        for (const auto& [run, series] : m_known) {
            for (const auto& [name, points] : series)
                names.insert(name);
        }
        QStringList texts;
        for (const std::string& name : names)
            texts.append(qt(name));
        fill(m_series, texts);
        m_linesCard->setVisible(!texts.isEmpty());
        showLines();
    });
    m_linesCard->setVisible(!m_known.empty() && m_series->count() > 0);
}

void MetricCharts::showLines()
{
    std::vector<charts::Series> lines;
    for (const std::size_t row : m_comparison.ticked()) {
        const QString run = qt(m_comparison.comparison().runs[row]);
        const auto known = m_known.find(run);
        if (known == m_known.end())
            continue;
        const auto series = known->second.find(models::utf8(m_series->currentText()));
        if (series == known->second.end())
            continue;
        charts::Series line{run, {}, m_comparison.seriesIndex(row), false};
        for (const tracking::SeriesPoint& point : series->second)
            line.points.emplace_back(static_cast<double>(point.step), point.value);
        lines.push_back(std::move(line));
    }
    m_lines->setAxes({tr("step"), false}, {});
    m_lines->setLines(std::move(lines));
}

} // namespace penstock::compare
