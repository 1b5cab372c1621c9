#include "ui/designer/problems_model.h"

#include "core/messages/messages.h"
#include "ui/theme/mark.h"

namespace penstock::designer {

void ProblemsModel::setIssues(const pipeline::Issues& issues)
{
    if (issues == m_issues)
        return;
    beginResetModel();
    m_issues = issues;
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_issues.size()); }

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const pipeline::Issue& found = issue(index.row());
    if (role == Qt::DisplayRole) {
        QString text = tr("Line %1: %2 — %3").arg(found.place.line).arg(messages::severityWord(found.severity), messages::sentence(found.what));
        if (!found.mend.id.empty())
            text += QLatin1Char(' ') + messages::sentence(found.mend);
        return text;
    }
    if (role == MarkRole)
        return static_cast<int>(found.severity == pipeline::Severity::error ? theme::Mark::failed : theme::Mark::warning);
    if (role == MendableRole)
        return m_isMendable && m_isMendable(found);
    if (role == Qt::AccessibleDescriptionRole)
        return m_isMendable && m_isMendable(found) ? tr("Alt+Enter mends it") : QString();
    return {};
}

} // namespace penstock::designer
