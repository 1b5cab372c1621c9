#pragma once

#include <QWidget>

#include "core/base/json.h"

#include <QStringList>

#include <vector>

namespace penstock::approvals {

struct LineageBox {
    QString title, detail;
    bool isRun = false;
    bool isCandidate = false;

    bool operator==(const LineageBox&) const = default;
};

// What a candidate was made of: its data, the run and code that made it, the model, the version.
// Errors of a lineage that is not complete show as fewer boxes.
std::vector<LineageBox> lineageOf(const Json& candidate);

// The boxes from left to right with lines between them; the version hangs below the model.
class LineageView final : public QWidget {
    Q_OBJECT

public:
    explicit LineageView(QWidget* parent = nullptr);

    void setBoxes(std::vector<LineageBox> boxes);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

Q_SIGNALS:
    void runChosen();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    std::vector<QRectF> places() const;
    bool isOnRun(const QPointF& position) const;

    std::vector<LineageBox> m_boxes;
};

} // namespace penstock::approvals
