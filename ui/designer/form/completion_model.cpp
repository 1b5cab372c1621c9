#include "ui/designer/form/completion_model.h"

#include "core/messages/messages.h"
#include "ui/models/qt_text.h"

namespace penstock::designer {

using models::qt;

void CompletionModel::setItems(std::vector<check::Completion> items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_items.size()); }

QString CompletionModel::valueOf(const check::Completion& item) const { return m_last && !item.path.empty() ? m_last(item.path) : QString(); }

QVariant CompletionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const check::Completion& found = item(index.row());
    const QString word = qt(found.shown.empty() ? found.insert : found.shown);
    const QString about = found.about.id.empty() ? QString() : messages::sentence(found.about);
    switch (role) {
    case Qt::DisplayRole: return word;
    case AboutRole: return about;
    case ValueRole: return valueOf(found);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList said{about, valueOf(found)};
        said.removeAll(QString());
        const QString more = said.join(tr(", "));
        if (role == Qt::ToolTipRole)
            return more;
        return more.isEmpty() ? word : tr("%1: %2", "a word and what it means").arg(word, more);
    }
    default: return {};
    }
}

} // namespace penstock::designer
