#include "ui/designer/completion_model.h"

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

QVariant CompletionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const check::Completion& found = item(index.row());
    const QString about = found.about.id.empty() ? QString() : messages::sentence(found.about);
    if (role == Qt::DisplayRole)
        return qt(found.shown.empty() ? found.insert : found.shown);
    if (role == AboutRole || role == Qt::ToolTipRole)
        return about;
    if (role == Qt::AccessibleTextRole)
        return about.isEmpty() ? data(index, Qt::DisplayRole) : tr("%1: %2", "a word and what it means").arg(data(index, Qt::DisplayRole).toString(), about);
    return {};
}

} // namespace penstock::designer
