#pragma once

#include "ui/models/comparison_model.h"

#include <QStyledItemDelegate>

namespace penstock::compare {

// The first cell: its tick, then a dot in the colour that the run has in the charts.
class RunColorDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    RunColorDelegate(const models::ComparisonModel& comparison, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;

private:
    const models::ComparisonModel& m_comparison;
};

} // namespace penstock::compare
