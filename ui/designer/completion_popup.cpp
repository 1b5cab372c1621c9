#include "ui/designer/completion_popup.h"

#include "ui/designer/completion_model.h"
#include "ui/theme/style.h"

#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>

namespace penstock::designer {

namespace {

constexpr int mostRows = 8;
constexpr int rowHeight = 24;
constexpr int widest = 460;
constexpr int margin = 8;

// The word, and muted behind it what it means, cut where the room ends.
class WordDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const theme::Theme& theme = theme::themeOf(option.widget);
        const bool chosen = option.state & QStyle::State_Selected;
        const theme::Role ground = chosen ? theme::Role::selection : theme::Role::panel;
        painter->fillRect(option.rect, theme.color(ground));
        QRect room = option.rect.adjusted(margin, 0, -margin, 0);
        const QFont mono = theme::Theme::font(theme::Type::mono);
        const QString word = index.data().toString();
        painter->setFont(mono);
        painter->setPen(theme.ink(theme::Role::text, ground));
        painter->drawText(room, Qt::AlignVCenter, QFontMetrics(mono).elidedText(word, Qt::ElideRight, room.width()));
        room.setLeft(room.left() + QFontMetrics(mono).horizontalAdvance(word) + 2 * margin);
        const QFont small = theme::Theme::font(theme::Type::secondary);
        painter->setFont(small);
        painter->setPen(theme.ink(theme::Role::muted, ground));
        if (room.width() > 0)
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, QFontMetrics(small).elidedText(index.data(CompletionModel::AboutRole).toString(), Qt::ElideRight, room.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const int word = QFontMetrics(theme::Theme::font(theme::Type::mono)).horizontalAdvance(index.data().toString());
        const int about = QFontMetrics(theme::Theme::font(theme::Type::secondary)).horizontalAdvance(index.data(CompletionModel::AboutRole).toString());
        return {word + about + 5 * margin, rowHeight};
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
    show();
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
