#pragma once

#include <QWidget>

#include "ui/models/comparison_model.h"
#include "ui/models/live_series.h"

#include <map>

class QComboBox;
class QGridLayout;

namespace penstock::charts {
class Chart;
}
namespace penstock::common {
class Card;
}

namespace penstock::compare {

// Charts of the ticked runs: bars of one metric's final values, and curves of one series where steps wrote any. Two charts that
// can be switched, not one a metric: thousands of charts are the known way to freeze such a screen.
class MetricCharts final : public QWidget {
    Q_OBJECT

public:
    MetricCharts(models::WorkspaceModel& workspace, const models::ComparisonModel& comparison, QWidget* parent = nullptr);

private:
    void refresh();
    void showBars();
    void showLines();
    void askForSeries();
    void showSeries();

    models::WorkspaceModel& m_workspace;
    const models::ComparisonModel& m_comparison;
    common::Card* m_barsCard;
    common::Card* m_linesCard;
    QComboBox* m_metric;
    QComboBox* m_series;
    charts::Chart* m_bars;
    charts::Chart* m_lines;
    models::LiveSeries m_logged;
    std::map<AttemptId, std::size_t> m_rows; // whose it is, by row of the comparison
};

} // namespace penstock::compare
