#pragma once

#include "ui/models/live_series.h"

#include <QWidget>

#include <map>
#include <set>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QStackedWidget;

namespace penstock::charts {
class Chart;
struct Series;
} // namespace penstock::charts
namespace penstock::common {
class Card;
class EmptyState;
} // namespace penstock::common

namespace penstock::runs {

// Curves of what the script of a step logs, while it runs and afterwards; of a mapped step, a curve for each of its
// items. A few charts that can be switched, not one a metric: thousands of charts are the known way to freeze such a
// page.
class StepSeries final : public QWidget {
    Q_OBJECT

public:
    explicit StepSeries(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const engine::Run& run, const engine::Instance& instance);
    void showNothing();
    using QWidget::show;

private:
    struct Panel {
        common::Card* card = nullptr;
        QComboBox* name = nullptr;
        charts::Chart* chart = nullptr;
    };

    Panel makePanel();
    void refresh();
    void fillNames();
    void choose();
    void draw(const Panel& panel);
    std::vector<const tracking::LoggedSeries*> seriesNamed(const std::string& name, std::vector<QString>& titles) const;

    models::WorkspaceModel& m_workspace;
    models::LiveSeries m_series;
    QStackedWidget* m_pages;
    common::EmptyState* m_empty;
    std::vector<Panel> m_panels;
    std::map<AttemptId, QString> m_titles;
    std::set<std::string> m_names;
};

} // namespace penstock::runs
