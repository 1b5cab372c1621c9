#include "ui/models/chooser.h"

#include "ui/common/label.h"
#include "ui/common/spoken_row.h"
#include "ui/models/row_delegate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::models {

using theme::Metrics;

namespace {

constexpr int page = 8;
constexpr QSize usualSize{340, 380}; // who asks may wish another

// How far a key goes in the list; nothing: it is not one of the list.
std::optional<int> stepOf(const QKeyEvent& key)
{
    switch (key.key()) {
    case Qt::Key_Down:
    case Qt::Key_Tab: return 1;
    case Qt::Key_Up:
    case Qt::Key_Backtab: return -1;
    case Qt::Key_PageDown: return page;
    case Qt::Key_PageUp: return -page;
    default: return std::nullopt;
    }
}

bool isTaking(const QKeyEvent& key) { return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter; }

} // namespace

Chooser::Chooser(std::vector<Choice> choices, const QString& placeholder, QWidget* asker)
    : Overlay(asker)
    , m_model(std::move(choices))
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(common::secondary(tr("Nothing fits these words.")))
{
    resize(usualSize);
    setAccessibleName(placeholder);
    setFocusProxy(m_field);
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(placeholder);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_nothing->setContentsMargins(4, 0, 4, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_field);
    column->addWidget(m_nothing, 1, Qt::AlignTop);
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &Chooser::find);
    connect(m_list, &QListView::clicked, this, [this] { choose(false); });
    connect(this, &Overlay::left, this, &QObject::deleteLater);
    find({});
}

QString Chooser::typed() const { return m_field->text(); }

void Chooser::find(const QString& text)
{
    m_model.find(text);
    m_nothing->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
    m_list->setAccessibleName(tr("Found: %1", "a number of things").arg(m_model.rowCount()));
    go(0);
    fitHeight();
}

void Chooser::fitHeight()
{
    const QMargins margins = layout()->contentsMargins();
    const int rows = m_model.rowCount() * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth();
    const int below = m_model.rowCount() == 0 ? m_nothing->sizeHint().height() : rows;
    setContentHeight(margins.top() + m_field->sizeHint().height() + layout()->spacing() + below + margins.bottom());
}

void Chooser::go(int row)
{
    m_list->setCurrentIndex(m_model.index(std::clamp(row, 0, std::max(0, m_model.rowCount() - 1))));
    common::speakCurrentRow(*m_list);
}

void Chooser::choose(bool goOn)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const std::size_t choice = m_model.choice(index);
    leave();
    Q_EMIT chosen(choice, goOn);
}

bool Chooser::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_field || !isKey)
        return Overlay::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const auto step = stepOf(key);
    if (!step && !isTaking(key))
        return Overlay::eventFilter(watched, event);
    event->accept(); // no key of the screen below
    if (event->type() == QEvent::KeyPress && step)
        go(m_list->currentIndex().row() + *step);
    else if (event->type() == QEvent::KeyPress)
        choose(key.modifiers() & Qt::ShiftModifier);
    return true;
}

} // namespace penstock::models
