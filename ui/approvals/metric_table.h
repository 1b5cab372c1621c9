#pragma once

#include "ui/approvals/metric_rows_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace penstock::approvals {

// Candidate against Production. As tall as its rows, up to a point: then it scrolls within.
class MetricTable final : public QTableView {
    Q_OBJECT

public:
    explicit MetricTable(QWidget* parent = nullptr);

    void setEvidence(const session::Evidence& evidence);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

private:
    MetricRowsModel m_rows;
};

// A bar to the right of the middle for better, to the left for worse.
class BetterDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
};

} // namespace penstock::approvals
