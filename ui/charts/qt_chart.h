// Chart on Qt Charts.
#pragma once

#include "ui/charts/chart.h"

#include <QPointer>

#include <optional>

class QAbstractAxis;
class QChart;
class QBarSeries;
class QChartView;
class QLineSeries;

namespace penstock::charts {

class Crosshair;
class Legend;

class QtChart final : public Chart {
    Q_OBJECT

public:
    explicit QtChart(QWidget* parent);
    ~QtChart() override;

    void setLines(std::vector<Series> series) override;
    void setBars(Bars bars) override;
    void setAxes(const Axis& x, const Axis& y) override;
    void setCrosshair(double x) override;
    std::size_t drawnPoints() const override { return m_drawn; }
    std::size_t givenPoints() const override;
    QStringList valuesAt(double x) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Value {
        std::size_t series = 0;
        QPointF point;
    };

    void rebuild();
    void buildLines();
    void buildBars();
    void fillLegend();
    void refill(); // with points for the present width
    void fitBars();
    bool isCounted() const; // all x are whole numbers: steps, epochs
    void dress(QAbstractAxis* axis, bool grid);
    QAbstractAxis* valueAxis(const Axis& axis, double least, double greatest, int count, bool grid);
    void showCrosshair();
    QColor colorOf(std::size_t index, int wished) const;
    std::vector<Value> nearest(double x) const;
    QString valueText(const Value& value) const;

    std::vector<Series> m_series;
    Bars m_bars;
    Axis m_x, m_y;
    QChart* m_chart;
    QChartView* m_view;
    Crosshair* m_crosshair;
    Legend* m_legend;
    std::vector<QLineSeries*> m_lines; // owned by the chart; in the order of m_series
    QPointer<QBarSeries> m_barSeries;
    std::optional<double> m_at;
    std::size_t m_drawn = 0;
    double m_least = 0, m_greatest = 1; // in x
};

} // namespace penstock::charts
