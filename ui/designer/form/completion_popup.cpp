#include "ui/designer/form/completion_popup.h"

#include "ui/common/spoken_row.h"
#include "ui/designer/form/completion_model.h"
#include "ui/theme/style.h"

#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>

#include <algorithm>

namespace penstock::designer {

namespace {

constexpr int mostRows = 8;
constexpr int rowHeight = 24;
constexpr int widest = 520;
constexpr int margin = 8;

int widthOf(theme::Type type, const QString& text) { return QFontMetrics(theme::Theme::font(type)).horizontalAdvance(text); }

// The word, and at the right what it means and what it was in the last run, cut where the room ends.
class WordDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const theme::Theme& theme = theme::themeOf(option.widget);
        const theme::Role ground = option.state & QStyle::State_Selected ? theme::Role::selection : theme::Role::panel;
        painter->fillRect(option.rect, theme.color(ground));
        QRect room = option.rect.adjusted(margin, 0, -margin, 0);
        const auto write = [&](theme::Type type, theme::Role role, const QString& text, Qt::Alignment side) {
            const QFont font = theme::Theme::font(type);
            painter->setFont(font);
            painter->setPen(theme.ink(role, ground));
            painter->drawText(room, side | Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, std::max(0, room.width())));
        };
        const QString word = index.data().toString(), value = index.data(CompletionModel::ValueRole).toString();
        write(theme::Type::mono, theme::Role::text, word, Qt::AlignLeft);
        room.setLeft(room.left() + widthOf(theme::Type::mono, word) + 2 * margin);
        if (room.width() > 0 && !value.isEmpty()) {
            write(theme::Type::mono, theme::Role::text, value, Qt::AlignRight);
            room.setRight(room.right() - std::min(room.width(), widthOf(theme::Type::mono, value)) - 2 * margin);
        }
        if (room.width() > 0)
            write(theme::Type::secondary, theme::Role::muted, index.data(CompletionModel::AboutRole).toString(), Qt::AlignRight);
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int value = widthOf(theme::Type::mono, index.data(CompletionModel::ValueRole).toString());
        return {widthOf(theme::Type::mono, index.data().toString()) + widthOf(theme::Type::secondary, index.data(CompletionModel::AboutRole).toString()) + (value > 0 ? value + 2 * margin : 0) + 5 * margin,
                rowHeight};
    }
};

} // namespace

CompletionPopup::CompletionPopup(QWidget* parent)
    : QListView(parent)
{
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new WordDelegate(this));
    setAccessibleName(tr("Completions"));
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT taken(index.row()); });
}

void CompletionPopup::open(const QRect& word)
{
    const int rows = model()->rowCount();
    int width = word.width();
    for (int row = 0; row < std::min(rows, 4 * mostRows); ++row)
        width = std::max(width, sizeHintForIndex(model()->index(row, 0)).width());
    const QSize size(std::min(width + 2 * frameWidth() + (rows > mostRows ? 12 : 0), widest), std::min(rows, mostRows) * rowHeight + 2 * frameWidth());
    QPoint corner = word.bottomLeft() + QPoint(0, 2);
    const QRect room = parentWidget()->screen()->availableGeometry();
    if (corner.y() + size.height() > room.bottom())
        corner.setY(word.top() - size.height() - 2);
    corner.setX(std::max(room.left(), std::min(corner.x(), room.right() - size.width())));
    setGeometry(QRect(corner, size));
    setCurrentIndex(model()->index(0, 0));
    const bool isNew = !isVisible();
    show();
    if (isNew)
        common::speakCurrentRow(*this);
}

bool CompletionPopup::knows(int key)
{
    for (const int own : {Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_PageUp}) {
        if (key == own)
            return true;
    }
    return false;
}

// The focus stays in the field: without this nobody would hear what is chosen.
void CompletionPopup::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    common::speakCurrentRow(*this);
}

bool CompletionPopup::press(int key)
{
    const int row = currentIndex().row(), last = model()->rowCount() - 1;
    switch (key) {
    case Qt::Key_Escape: hide(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: Q_EMIT taken(std::max(0, row)); return true;
    case Qt::Key_Down: setCurrentIndex(model()->index(row >= last ? 0 : row + 1, 0)); return true;
    case Qt::Key_Up: setCurrentIndex(model()->index(row <= 0 ? last : row - 1, 0)); return true;
    case Qt::Key_PageDown: setCurrentIndex(model()->index(std::min(last, row + mostRows), 0)); return true;
    case Qt::Key_PageUp: setCurrentIndex(model()->index(std::max(0, row - mostRows), 0)); return true;
    default: return false;
    }
}

} // namespace penstock::designer
