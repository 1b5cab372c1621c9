#include "ui/charts/chart.h"

#include "ui/charts/qt_chart.h"

namespace penstock::charts {

Chart* makeChart(QWidget* parent)
{
    return new QtChart(parent);
}

} // namespace penstock::charts
