// What screens know of charts. Give series as values; colours follow their order, so give the same run the same place in
// every chart. A table with the same numbers belongs beside each chart: it is the accessible twin.
#pragma once

#include <QPointF>
#include <QString>
#include <QWidget>

#include <memory>
#include <vector>

namespace penstock::charts {

struct Series {
    QString name;                // "#42"
    std::vector<QPointF> points; // ascending x; points that are not finite are left out
    int color = -1;              // place in the series colours; -1: its place among the series
    bool faint = false;          // drawn thin and pale, behind the others: the raw curve of a smoothed one
};

// Bars side by side: one category per metric, one bar per series.
struct Bars {
    struct Group {
        QString name; // "#42"
        std::vector<double> values; // one per category; NaN: none
        int color = -1;
    };
    std::vector<QString> categories;
    std::vector<Group> groups;
};

struct Axis {
    QString title;
    bool logarithmic = false; // ignored while a value is not positive
};

// All on the GUI thread. A widget with a legend, hairline grid and, over lines, a cross-hair that lists the values at
// its place, the largest first; Left and Right move it from point to point, Escape takes it away.
class Chart : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void setLines(std::vector<Series> series) = 0;
    virtual void setBars(Bars bars) = 0;
    virtual void setAxes(const Axis& x, const Axis& y) = 0;
    // x of the cross-hair, or NaN for none; to keep several charts in step.
    virtual void setCrosshair(double x) = 0;
    // How many of the given points are drawn: "showing 1,200 of 1,000,000 points".
    virtual std::size_t drawnPoints() const = 0;
    virtual std::size_t givenPoints() const = 0;
    // The list that the cross-hair shows, a line per series.
    virtual QStringList valuesAt(double x) const = 0;

Q_SIGNALS:
    void crosshairMoved(double x); // NaN: gone
};

Chart* makeChart(QWidget* parent = nullptr);

} // namespace penstock::charts
