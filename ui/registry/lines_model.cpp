#include "ui/registry/lines_model.h"

#include "ui/models/qt_text.h"
#include "ui/models/roles.h"

#include <algorithm>

namespace penstock::registry_ui {

using models::qt;

LinesModel::LinesModel(const models::WorkspaceModel& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &models::WorkspaceModel::opened, this, &LinesModel::reload);
    connect(&workspace, &models::WorkspaceModel::registryChanged, this, &LinesModel::reload);
    reload();
}

void LinesModel::reload()
{
    std::vector<ModelLine> lines;
    for (const auto& [id, line] : m_workspace.view().registry.lines)
        lines.push_back(id);
    if (lines == m_lines) {
        if (!m_lines.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int LinesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

QVariant LinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ModelLine& id = m_lines[static_cast<std::size_t>(index.row())];
    const registry::Line* line = m_workspace.view().registry.line(id);
    const registry::Version* live = line ? line->inProduction() : nullptr;
    switch (role) {
    case Qt::DisplayRole: return qt(id.text());
    case models::IdRole: return qt(id.text());
    case models::MarkRole: return QVariant::fromValue(live ? theme::Mark::succeeded : theme::Mark::pending);
    case models::SectionRole: return tr("Model lines");
    case models::DetailRole: return live ? tr("%1 in Production").arg(qt(live->id.number())) : tr("nothing in Production");
    case models::TrailingRole: return line ? tr("%n version(s)", nullptr, static_cast<int>(line->versions.size())) : QString();
    default: return {};
    }
}

std::optional<ModelLine> LinesModel::lineAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return std::nullopt;
    return m_lines[static_cast<std::size_t>(index.row())];
}

QModelIndex LinesModel::indexOf(const ModelLine& line) const
{
    const auto found = std::find(m_lines.begin(), m_lines.end(), line);
    return found == m_lines.end() ? QModelIndex() : index(static_cast<int>(found - m_lines.begin()));
}

} // namespace penstock::registry_ui
