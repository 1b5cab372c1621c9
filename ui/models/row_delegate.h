// A row of a list as the drawings have it: state mark, name, something at the right, and muted lines below; a small heading
// where another section begins. Answers to MarkRole, TrailingRole, DetailRole, InkRole and SectionRole.
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace penstock::models {

class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const final;

private:
    static int headingHeight(const QModelIndex& index);
};

// The first cell of a table row: the mark of MarkRole before the text. Colours VerdictRole cells by better or worse.
class MarkDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    // `worse`: the colour of a cell whose verdict is negative.
    explicit MarkDelegate(QObject* parent = nullptr, theme::Role worse = theme::Role::failed);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;

private:
    theme::Role m_worse;
};

} // namespace penstock::models
