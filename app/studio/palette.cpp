#include "app/studio/palette.h"

#include "ui/models/roles.h"
#include "ui/models/row_delegate.h"
#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::studio {

using theme::Metrics;

namespace {
constexpr std::size_t mostShown = 60;
}

PaletteModel::PaletteModel(std::vector<PaletteEntry> entries, QObject* parent)
    : QAbstractListModel(parent)
    , m_entries(std::move(entries))
{
    find({});
}

void PaletteModel::find(const QString& typed)
{
    std::vector<std::pair<int, std::size_t>> found; // the better first, then in the order given
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (const auto how = fit(m_entries[i], typed))
            found.emplace_back(-*how, i);
    }
    std::sort(found.begin(), found.end());
    beginResetModel();
    m_shown.clear();
    for (const auto& [how, entry] : found)
        m_shown.push_back(entry);
    m_shown.resize(std::min(m_shown.size(), mostShown));
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteEntry& each = entry(index);
    switch (role) {
    case Qt::DisplayRole: return each.title;
    case models::DetailRole: return each.detail;
    case models::MarkRole: return each.mark ? QVariant::fromValue(*each.mark) : QVariant();
    case models::IconRole: return each.mark ? QVariant() : QVariant::fromValue(each.icon);
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(each.title, each.detail);
    default: return {};
    }
}

Palette::Palette(std::vector<PaletteEntry> entries, QWidget* window)
    : QDialog(window, Qt::Popup | Qt::FramelessWindowHint)
    , m_model(std::move(entries))
    , m_field(new QLineEdit)
    , m_list(new QListView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Find"));
    m_field->setPlaceholderText(tr("Find a step, run, model or command"));
    m_field->setAccessibleName(tr("Find"));
    m_field->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new models::RowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Found"));
    m_list->setCurrentIndex(m_model.index(0));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model.find(text);
        m_list->setCurrentIndex(m_model.index(0));
    });
    connect(m_field, &QLineEdit::returnPressed, this, &Palette::choose);
    connect(m_list, &QListView::clicked, this, &Palette::choose);
    const QSize size(std::min(620, window->width() - 40), std::min(480, window->height() - 80));
    resize(size);
    m_field->setFocus(); // a popup has no active window to do this
    move(window->mapToGlobal(QPoint((window->width() - size.width()) / 2, 4)));
}

void Palette::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const PaletteEntry entry = m_model.entry(index);
    close();
    if (entry.target)
        Q_EMIT targetChosen(*entry.target);
    else if (entry.action)
        entry.action->trigger();
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? 8 : key == Qt::Key_PageUp ? -8 : 0;
        if (step != 0 && m_model.rowCount() > 0) {
            m_list->setCurrentIndex(m_model.index(std::clamp(m_list->currentIndex().row() + step, 0, m_model.rowCount() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void Palette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const theme::Theme& theme = theme::themeOf(this);
    painter.setPen(theme.color(theme::Role::hairline));
    painter.setBrush(theme.color(theme::Role::panel));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace penstock::studio
