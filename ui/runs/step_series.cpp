#include "ui/runs/step_series.h"

#include "core/session/logged_by.h"
#include "ui/charts/chart.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/scrolled.h"
#include "ui/models/qt_text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;
using models::qt;
using theme::Metrics;

namespace {

constexpr int mostPanels = 4;
constexpr std::size_t mostItems = 12; // curves of a mapped step: its first items

// Scripts that count no steps log everything at one: their curves run over time.
bool isOverTime(const std::vector<const tracking::LoggedSeries*>& all)
{
    const auto stands = [](const tracking::LoggedSeries* series) {
        return series->values.size() > 1 && series->values.front().step == series->values.back().step;
    };
    return std::ranges::any_of(all, stands);
}

double secondsOf(const tracking::SeriesPoint& point, Instant begin)
{
    return static_cast<double>((point.time.value_or(begin) - begin).count()) / 1000.0;
}

std::vector<QPointF> pointsOf(const tracking::LoggedSeries& series, bool overTime)
{
    std::vector<QPointF> points;
    points.reserve(series.values.size());
    const Instant begin = series.values.empty() ? Instant{} : series.values.front().time.value_or(Instant{});
    for (const tracking::SeriesPoint& point : series.values)
        points.emplace_back(overTime ? secondsOf(point, begin) : static_cast<double>(point.step), point.value);
    return points;
}

} // namespace

StepSeries::StepSeries(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_series(workspace)
    , m_pages(new QStackedWidget)
    , m_empty(new common::EmptyState(
          theme::Icon::compare, tr("Nothing was logged"),
          tr("What a script writes to $PENSTOCK_METRICS, or logs with MLflow, is drawn here while it runs.")))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* charts = new QWidget;
    auto* grid = new QGridLayout(charts);
    grid->setContentsMargins(Metrics::margin, 12, Metrics::margin, Metrics::margin);
    grid->setSpacing(12);
    for (int i = 0; i < mostPanels; ++i) {
        m_panels.push_back(makePanel());
        grid->addWidget(m_panels.back().card, i / 2, i % 2);
    }
    m_pages->addWidget(m_empty);
    auto* scroll = common::scrolled(charts, tr("Series")); // else the charts decide how low the other views of the step may be
    scroll->setBackgroundRole(QPalette::Base);
    m_pages->addWidget(scroll);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connect(&m_series, &models::LiveSeries::changed, this, &StepSeries::refresh);
}

StepSeries::Panel StepSeries::makePanel()
{
    Panel panel{new common::Card, new QComboBox, charts::makeChart()};
    panel.name->setAccessibleName(tr("Series"));
    panel.name->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    panel.card->addToHead(panel.name);
    panel.card->body()->addWidget(panel.chart, 1);
    connect(panel.name, &QComboBox::activated, this, &StepSeries::choose);
    return panel;
}

void StepSeries::showNothing()
{
    m_titles.clear();
    m_series.follow({});
    m_pages->setCurrentIndex(0);
}

void StepSeries::show(const engine::Run& run, const engine::Instance& instance)
{
    std::vector<AttemptId> attempts;
    const auto add = [&](const engine::Instance& each) {
        const auto attempt = session::loggedBy(m_workspace.view().workspace, run, each);
        if (!attempt || attempts.size() >= mostItems)
            return;
        attempts.push_back(*attempt);
        m_titles[*attempt] = qt(each.id.text());
    };
    m_titles.clear();
    if (instance.fan) {
        for (const std::size_t place : instance.fan->begun) {
            if (place < run.instances.size())
                add(run.instances[place]);
        }
    } else {
        add(instance);
    }
    m_series.follow(attempts);
    if (attempts.empty())
        m_pages->setCurrentIndex(0);
}

void StepSeries::refresh()
{
    const bool isEmpty = m_series.names().empty();
    m_pages->setCurrentIndex(isEmpty ? 0 : 1);
    if (isEmpty)
        return; // what was chosen is kept for the next step
    fillNames();
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        m_panels[i].card->setVisible(i < m_names.size());
        if (i < m_names.size())
            draw(m_panels[i]);
    }
}

// Each panel keeps what a person chose; at first they show the first ones.
void StepSeries::fillNames()
{
    const auto names = m_series.names();
    if (names == m_names)
        return;
    m_names = names;
    QStringList texts;
    for (const std::string& name : m_names)
        texts.append(qt(name));
    int next = 0;
    for (const Panel& panel : m_panels) {
        const QString chosen = panel.name->currentText();
        panel.name->clear();
        panel.name->addItems(texts);
        const auto kept = texts.indexOf(chosen);
        panel.name->setCurrentIndex(kept >= 0 ? static_cast<int>(kept)
                                              : std::min(next, static_cast<int>(texts.size()) - 1));
        ++next;
    }
    choose();
}

void StepSeries::choose()
{
    std::set<std::string> wanted;
    for (const Panel& panel : m_panels) {
        wanted.insert(models::utf8(panel.name->currentText()));
        panel.chart->setAccessibleName(tr("Chart of %1").arg(panel.name->currentText()));
    }
    m_series.want(wanted);
    for (const Panel& panel : m_panels)
        draw(panel);
}

std::vector<const tracking::LoggedSeries*> StepSeries::seriesNamed(const std::string& name,
                                                                   std::vector<QString>& titles) const
{
    std::vector<const tracking::LoggedSeries*> found;
    for (const AttemptId& attempt : m_series.followed()) {
        const auto* all = m_series.of(attempt);
        if (!all)
            continue;
        const QString title = m_titles.contains(attempt) ? m_titles.at(attempt) : qt(attempt.instance.text());
        for (const tracking::LoggedSeries& series : *all) {
            if (series.name != name)
                continue;
            found.push_back(&series);
            titles.push_back(series.of.empty() ? title : title % u" · "_s % qt(series.of));
        }
    }
    return found;
}

void StepSeries::draw(const Panel& panel)
{
    std::vector<QString> titles;
    const auto all = seriesNamed(models::utf8(panel.name->currentText()), titles);
    const bool overTime = isOverTime(all);
    std::vector<charts::Series> lines;
    std::uint64_t points = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i]->values.empty())
            continue; // asked for, not come yet
        lines.push_back({titles[i], pointsOf(*all[i], overTime), static_cast<int>(i), false});
        points += all[i]->points;
    }
    panel.card->setTitle(panel.name->currentText());
    panel.card->setRemark(tr("%n point(s)", nullptr, static_cast<int>(std::min<std::uint64_t>(points, 2'000'000'000))));
    panel.chart->setAxes({overTime ? tr("seconds") : tr("step"), false}, {});
    panel.chart->setLines(std::move(lines));
}

} // namespace penstock::runs
