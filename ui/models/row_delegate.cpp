#include "ui/models/row_delegate.h"

#include "ui/models/roles.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QPainter>

namespace penstock::models {

using theme::Metrics;
using theme::Theme;
using theme::Type;

namespace {

constexpr int inset = 4;   // of the selected row's ground
constexpr int left = 40;   // of the texts
constexpr int above = 10;
constexpr int headingLine = 34;

QStringList detailLines(const QModelIndex& index)
{
    const QString detail = index.data(DetailRole).toString();
    return detail.isEmpty() ? QStringList() : detail.split(u'\n');
}

int lineHeight(Type type) { return QFontMetrics(Theme::font(type)).height(); }

void paintText(QPainter& painter, const QRect& rect, const QString& text, Type type, const QColor& ink, int flags = Qt::AlignLeft)
{
    painter.setFont(Theme::font(type));
    painter.setPen(ink);
    painter.drawText(rect, flags | Qt::AlignVCenter | Qt::TextSingleLine, painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

// A table does not say so, and the style rounds the ends of a row alone.
QStyleOptionViewItem::ViewItemPosition positionOf(const QModelIndex& index)
{
    const int last = index.model()->columnCount() - 1;
    if (last == 0)
        return QStyleOptionViewItem::OnlyOne;
    if (index.column() == 0)
        return QStyleOptionViewItem::Beginning;
    return index.column() == last ? QStyleOptionViewItem::End : QStyleOptionViewItem::Middle;
}

} // namespace

int RowDelegate::headingHeight(const QModelIndex& index)
{
    const QString section = index.data(SectionRole).toString();
    if (section.isEmpty() || (index.row() > 0 && index.siblingAtRow(index.row() - 1).data(SectionRole).toString() == section))
        return 0;
    return headingLine + (index.row() > 0 ? Metrics::gap : 0);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int details = static_cast<int>(detailLines(index).size());
    return {160, headingHeight(index) + 2 * above + lineHeight(Type::name) + details * (lineHeight(Type::secondary) + 2)};
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = theme::themeOf(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto surface = selected ? theme::Role::selection : theme::Role::panel;
    const int heading = headingHeight(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (heading > 0) {
        const QRect rect(option.rect.left() + Metrics::margin, option.rect.top() + heading - headingLine + 4, option.rect.width() - 2 * Metrics::margin, headingLine - 4);
        paintText(*painter, rect, index.data(SectionRole).toString().toUpper(), Type::caption, theme.ink(theme::Role::muted));
    }
    const QRect row = option.rect.adjusted(inset, heading + 1, -inset, -1);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor ground = theme.color(theme::Role::selection);
        ground.setAlphaF(selected ? 1.0F : 0.4F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(row, Metrics::radius, Metrics::radius);
    }
    const int nameHeight = lineHeight(Type::name);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect ring;
        ring.initFrom(option.widget);
        ring.state = option.state;
        ring.rect = row;
        option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
    }
    QRect line(option.rect.left() + left, option.rect.top() + heading + above, option.rect.width() - left - 12, nameHeight);
    const QRectF sign(option.rect.left() + 16, line.top() + (nameHeight - 16) / 2.0, 16, 16);
    if (const QVariant mark = index.data(MarkRole); mark.isValid())
        theme::StateMark::paint(*painter, sign, mark.value<theme::Mark>(), theme, surface);
    else if (const QVariant icon = index.data(IconRole); icon.isValid())
        theme::paintIcon(*painter, sign, icon.value<theme::Icon>(), theme.ink(theme::Role::muted, surface));
    const QString trailing = index.data(TrailingRole).toString();
    const int trailingWidth = trailing.isEmpty() ? 0 : QFontMetrics(Theme::font(Type::secondary)).horizontalAdvance(trailing) + 10;
    paintText(*painter, line, trailing, Type::secondary, theme.ink(theme::Role::muted, surface), Qt::AlignRight);
    paintText(*painter, line.adjusted(0, 0, -trailingWidth, 0), index.data(Qt::DisplayRole).toString(), Type::name, theme.ink(theme::Role::text, surface));
    const QVariant ink = index.data(InkRole);
    const QColor muted = theme.ink(ink.isValid() ? ink.value<theme::Role>() : theme::Role::muted, surface);
    line.setHeight(lineHeight(Type::secondary));
    line.moveTop(line.top() + nameHeight - line.height());
    for (const QString& detail : detailLines(index)) {
        line.translate(0, line.height() + 2);
        paintText(*painter, line, detail, Type::secondary, muted);
    }
    painter->restore();
}

MarkDelegate::MarkDelegate(QObject* parent, theme::Role worse)
    : QStyledItemDelegate(parent)
    , m_worse(worse)
{}

void MarkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Theme& theme = theme::themeOf(option.widget);
    const auto surface = option.state.testFlag(QStyle::State_Selected) ? theme::Role::selection : theme::Role::panel;
    if (const int verdict = index.data(VerdictRole).toInt(); verdict != 0) {
        item.font.setBold(true);
        const QColor ink = theme.ink(verdict > 0 ? theme::Role::succeeded : m_worse, surface);
        item.palette.setColor(QPalette::Text, ink);
        item.palette.setColor(QPalette::HighlightedText, ink);
    }
    item.viewItemPosition = positionOf(index);
    const QVariant mark = index.data(MarkRole);
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    if (mark.isValid()) {
        item.features |= QStyleOptionViewItem::HasDecoration;
        item.decorationSize = {Metrics::icon + 4, Metrics::icon};
    }
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
    if (!mark.isValid())
        return;
    const QRect place = style->subElementRect(QStyle::SE_ItemViewItemDecoration, &item, option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    theme::StateMark::paint(*painter, QRectF(place.left(), place.center().y() - 7.5, 16, 16), mark.value<theme::Mark>(), theme, surface);
    painter->restore();
}

} // namespace penstock::models
