#include "ui/designer/history_model.h"

#include "core/messages/messages.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace penstock::designer {

void HistoryModel::setHistory(const edit::History& history)
{
    std::vector<Message> names = history.names();
    const int position = static_cast<int>(history.position());
    const auto [mine, now] = std::mismatch(m_names.begin(), m_names.end(), names.begin(), names.end());
    const int same = static_cast<int>(mine - m_names.begin());
    const int before = static_cast<int>(m_names.size()), after = static_cast<int>(names.size());
    if (same < before) {
        beginRemoveRows({}, same + 1, before);
        m_names.resize(static_cast<std::size_t>(same));
        endRemoveRows();
    }
    if (same < after) {
        beginInsertRows({}, same + 1, after);
        m_names = std::move(names);
        endInsertRows();
    }
    if (position != m_position) {
        m_position = position;
        Q_EMIT dataChanged(index(0), index(after));
    }
}

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_names.size()) + 1; }

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const QString name = row == 0 ? tr("Opened") : messages::sentence(m_names[static_cast<std::size_t>(row) - 1]);
    switch (role) {
    case Qt::DisplayRole: return name;
    case Qt::AccessibleTextRole:
        if (row == m_position)
            return tr("%1, now", "a step of the history").arg(name);
        return row > m_position ? tr("%1, undone", "a step of the history").arg(name) : name;
    case Qt::ForegroundRole: return row > m_position ? QVariant(QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text)) : QVariant();
    default: return {};
    }
}

} // namespace penstock::designer
