#include "ui/models/chooser.h"

#include "ui/models/roles.h"
#include "ui/models/row_delegate.h"
#include "ui/theme/style.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::models {

using theme::Metrics;

namespace {

constexpr std::size_t mostShown = 60;

bool hasLettersInOrder(const QString& text, const QString& letters)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

int fitOfWord(const Choice& choice, const QString& word)
{
    const qsizetype at = choice.title.indexOf(word, 0, Qt::CaseInsensitive);
    if (at == 0)
        return 100;
    if (at > 0)
        return choice.title[at - 1].isLetterOrNumber() ? 60 : 80;
    if (choice.words.contains(word, Qt::CaseInsensitive))
        return 40;
    if (choice.detail.contains(word, Qt::CaseInsensitive))
        return 30;
    return word.size() > 1 && hasLettersInOrder(choice.title, word) ? 20 : 0;
}

} // namespace

std::optional<int> fit(const Choice& choice, const QString& typed)
{
    int sum = 0;
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const int one = fitOfWord(choice, word);
        if (one == 0)
            return std::nullopt;
        sum += one;
    }
    return sum;
}

ChoicesModel::ChoicesModel(std::vector<Choice> choices, QObject* parent)
    : QAbstractListModel(parent)
    , m_choices(std::move(choices))
{
    find({});
}

void ChoicesModel::find(const QString& typed)
{
    std::vector<std::pair<int, std::size_t>> found; // the better first, then in the order given
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (const auto how = fit(m_choices[i], typed))
            found.emplace_back(-*how, i);
    }
    std::sort(found.begin(), found.end());
    beginResetModel();
    m_shown.clear();
    for (const auto& [how, choice] : found)
        m_shown.push_back(choice);
    m_shown.resize(std::min(m_shown.size(), mostShown));
    endResetModel();
}

int ChoicesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }

QVariant ChoicesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Choice& each = m_choices[choice(index)];
    switch (role) {
    case Qt::DisplayRole: return each.title;
    case DetailRole: return each.detail;
    case MarkRole: return each.mark ? QVariant::fromValue(*each.mark) : QVariant();
    case IconRole: return each.mark ? QVariant() : QVariant::fromValue(each.icon);
    case Qt::AccessibleTextRole: return tr("%1, %2").arg(each.title, each.detail);
    default: return {};
    }
}

Chooser::Chooser(std::vector<Choice> choices, const QString& placeholder, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_model(std::move(choices))
    , m_field(new QLineEdit)
    , m_list(new QListView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(placeholder);
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(placeholder);
    m_field->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
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
    connect(m_list, &QListView::clicked, this, [this] { choose(false); });
    m_field->setFocus(); // a popup has no active window to do this
}

QString Chooser::typed() const { return m_field->text(); }

void Chooser::showAt(const QPoint& global)
{
    const QRect room = parentWidget()->screen()->availableGeometry();
    move(std::clamp(global.x(), room.left(), std::max(room.left(), room.right() - width())), std::clamp(global.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
}

void Chooser::choose(bool goOn)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const std::size_t choice = m_model.choice(index);
    close();
    Q_EMIT chosen(choice, goOn);
}

bool Chooser::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const int key = pressed->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        choose(pressed->modifiers() & Qt::ShiftModifier);
        return true;
    }
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? 8 : key == Qt::Key_PageUp ? -8 : 0;
    if (step == 0 || m_model.rowCount() == 0)
        return QDialog::eventFilter(watched, event);
    m_list->setCurrentIndex(m_model.index(std::clamp(m_list->currentIndex().row() + step, 0, m_model.rowCount() - 1)));
    return true;
}

void Chooser::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const theme::Theme& theme = theme::themeOf(this);
    painter.setPen(theme.color(theme::Role::hairline));
    painter.setBrush(theme.color(theme::Role::panel));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace penstock::models
