// The dashed line over a plot and the list of values beside it.
#pragma once

#include <QRectF>
#include <QWidget>

#include <optional>
#include <vector>

namespace penstock::charts {

struct CrosshairValue {
    QColor color;
    QString text; // "#42 0.975"
    QPointF at;   // where it meets the curve, in the widget's coordinates
};

class Crosshair final : public QWidget {
    Q_OBJECT

public:
    explicit Crosshair(QWidget* parent);

    // `plot` in this widget's coordinates; no x: hidden.
    void show(const QRectF& plot, std::optional<double> x, const QString& head, std::vector<CrosshairValue> values);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF m_plot;
    std::optional<double> m_x;
    QString m_head;
    std::vector<CrosshairValue> m_values;
};

} // namespace penstock::charts
