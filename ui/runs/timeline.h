// The timeline of a run: one row a step, one bar an attempt, a thin line while it waited, "now" as a dashed line.
// Paints only the rows that are seen. Ctrl+wheel, + and - zoom in time; up and down choose a step.
#pragma once

#include <QAbstractScrollArea> // before the standard headers, on which moc of Qt 6.4 stumbles otherwise

#include "ui/runs/timeline_rows.h"

namespace penstock::runs {

class Timeline final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit Timeline(QWidget* parent = nullptr);

    // `extent`: from the run's start to its end or now. `remarks` of waiting rows stand beside the now line.
    void setRows(std::vector<TimelineRow> rows, Duration extent, bool running);
    void setRemark(const InstanceId& instance, const QString& remark);
    void select(const InstanceId& instance);
    const std::vector<TimelineRow>& rows() const { return m_rows; }

Q_SIGNALS:
    void selected(const penstock::InstanceId& instance);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    double xOf(Duration at) const;
    int rowAt(const QPoint& position) const;
    QRect rowRect(int row) const;
    void choose(int row);
    void zoomAbout(double x, double zoom);
    void updateScrollBars();
    void paintScale(QPainter& painter) const;
    void paintRow(QPainter& painter, int row) const;
    void paintBar(QPainter& painter, const QRect& row, const TimelineBar& bar, double height) const;

    std::vector<TimelineRow> m_rows;
    Duration m_extent{};
    bool m_running = false;
    double m_zoom = 1;
    InstanceId m_selected;
    InstanceId m_remarked;
    QString m_remark;
};

} // namespace penstock::runs
