#include "ui/models/choices_model.h"

#include "ui/models/roles.h"

#include <algorithm>

namespace penstock::models {

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

bool hasWordWith(const QString& text, const QString& beginning)
{
    for (qsizetype at = text.indexOf(beginning, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(beginning, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

int fitOfWord(const Choice& choice, const QString& word)
{
    if (choice.title.compare(word, Qt::CaseInsensitive) == 0)
        return 120;
    if (choice.title.startsWith(word, Qt::CaseInsensitive))
        return 100;
    if (hasWordWith(choice.title, word))
        return 80;
    if (choice.title.contains(word, Qt::CaseInsensitive))
        return 60;
    if (choice.words.contains(word, Qt::CaseInsensitive))
        return 40;
    if (choice.detail.contains(word, Qt::CaseInsensitive))
        return 30;
    return word.size() > 1 && hasLettersInOrder(choice.title, word) ? 20 : 0;
}

} // namespace

std::optional<int> fit(const Choice& choice, const QString& typed)
{
    const QString whole = typed.trimmed();
    const QStringList words = whole.split(u' ', Qt::SkipEmptyParts);
    int sum = words.size() > 1 && choice.title.startsWith(whole, Qt::CaseInsensitive) ? 100 : 0;
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

} // namespace penstock::models
