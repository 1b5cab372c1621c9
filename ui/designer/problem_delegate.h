#pragma once

#include <QStyledItemDelegate>

namespace penstock::designer {

// A problem behind the mark of its weight, with, where it can be mended for certain, a small button behind it.
class ProblemDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

Q_SIGNALS:
    void pressed(const QModelIndex& problem);

private:
    QRect buttonIn(const QStyleOptionViewItem& option) const;
};

} // namespace penstock::designer
