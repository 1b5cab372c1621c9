#include "ui/designer/problem_delegate.h"

#include "ui/designer/problems_model.h"
#include "ui/theme/mark.h"
#include "ui/theme/style.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

namespace penstock::designer {

namespace {

constexpr int height = 22;
constexpr int margin = 8;
constexpr int markSide = 14;

bool isMendable(const QModelIndex& index) { return index.data(ProblemsModel::MendableRole).toBool(); }

} // namespace

QRect ProblemDelegate::buttonIn(const QStyleOptionViewItem& option) const
{
    const int width = QFontMetrics(theme::Theme::font(theme::Type::secondary)).horizontalAdvance(tr("Mend")) + 2 * margin;
    return {option.rect.right() - width - margin, option.rect.top() + (option.rect.height() - height) / 2, width, height};
}

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem text = option;
    const QRect button = buttonIn(option);
    if (isMendable(index))
        text.rect.setRight(button.left() - margin);
    painter->save();
    if (text.rect != option.rect && option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme::themeOf(option.widget).color(theme::Role::selection));
    QStyledItemDelegate::paint(painter, text, index);
    const theme::Theme& theme = theme::themeOf(option.widget);
    const bool isChosen = option.state & QStyle::State_Selected;
    const QRectF box(option.rect.left() + margin, option.rect.center().y() - markSide / 2.0 + 0.5, markSide, markSide);
    theme::StateMark::paint(*painter, box, static_cast<theme::Mark>(index.data(ProblemsModel::MarkRole).toInt()), theme, isChosen ? theme::Role::selection : theme::Role::panel);
    if (isMendable(index)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(theme.color(theme::Role::hairline));
        painter->setBrush(theme.color(theme::Role::panel));
        painter->drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), theme::Metrics::radius, theme::Metrics::radius);
        painter->setFont(theme::Theme::font(theme::Type::secondary));
        painter->setPen(theme.ink(theme::Role::accent));
        painter->drawText(button, Qt::AlignCenter, tr("Mend"));
    }
    painter->restore();
}

void ProblemDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->features |= QStyleOptionViewItem::HasDecoration; // its room; paint() fills it
    option->decorationSize = {markSide + margin, markSide};
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem text = option;
    if (const auto* view = qobject_cast<const QAbstractItemView*>(option.widget); view && isMendable(index))
        text.rect.setWidth(view->viewport()->width() - buttonIn(option).width() - 2 * margin);
    const QSize natural = QStyledItemDelegate::sizeHint(text, index);
    return {natural.width(), std::max(natural.height() + margin, theme::Metrics::row)};
}

bool ProblemDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const bool isPress = event->type() == QEvent::MouseButtonRelease && isMendable(index);
    if (isPress && buttonIn(option).contains(static_cast<QMouseEvent*>(event)->position().toPoint())) {
        Q_EMIT pressed(index);
        return true;
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace penstock::designer
