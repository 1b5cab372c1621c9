#include "ui/models/versions_model.h"

#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"

#include <algorithm>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;

theme::Mark markOf(registry::Stage stage)
{
    switch (stage) {
    case registry::Stage::production: return theme::Mark::succeeded;
    case registry::Stage::staging: return theme::Mark::running;
    case registry::Stage::archived: return theme::Mark::cached;
    case registry::Stage::none: return theme::Mark::pending;
    }
    return theme::Mark::pending;
}

VersionsModel::VersionsModel(const WorkspaceModel& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &WorkspaceModel::opened, this, &VersionsModel::reload);
    connect(&workspace, &WorkspaceModel::infoChanged, this, &VersionsModel::reload);
    connect(&workspace, &WorkspaceModel::registryChanged, this, &VersionsModel::reload);
    reload();
}

void VersionsModel::setLine(const std::optional<ModelLine>& line)
{
    if (m_line == line)
        return;
    m_line = line;
    reload();
}

void VersionsModel::reload()
{
    std::vector<VersionRow> rows;
    for (const auto& [id, line] : m_workspace.view().registry.lines) {
        if (m_line && *m_line != id)
            continue;
        for (auto version = line.versions.rbegin(); version != line.versions.rend(); ++version) {
            const registry::Version& value = version->second;
            VersionRow row{value.id, value.stage, qt(value.run), m_workspace.personOf(value.actor), {}, value.registeredAt, value.registeredAt};
            if (!value.history.empty()) {
                const registry::StageChange& last = value.history.back();
                row.who = m_workspace.personOf(last.person.empty() ? last.actor : last.person);
                row.comment = qt(last.comment);
                row.since = last.at;
            }
            rows.push_back(std::move(row));
        }
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int VersionsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int VersionsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant VersionsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const VersionRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case RawRole: return raw(row, index.column());
    case IdRole: return qt(row.id.text());
    case MarkRole: return index.column() == VersionColumn ? QVariant::fromValue(markOf(row.stage)) : QVariant();
    case SectionRole: return qt(row.id.line.text());
    case FilterRole: return QString(qt(row.id.text()) % u' ' % text(row, StageColumn) % u' ' % row.run);
    case Qt::AccessibleTextRole:
        return index.column() == VersionColumn ? QString(qt(row.id.text()) % u", "_s % text(row, StageColumn)) : text(row, index.column());
    default: return {};
    }
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VersionColumn: return tr("Version");
    case StageColumn: return tr("Stage");
    case RunColumn: return tr("Run");
    case RegisteredColumn: return tr("Registered");
    case WhoColumn: return tr("By");
    case CommentColumn: return tr("Comment");
    default: return {};
    }
}

std::optional<VersionId> VersionsModel::versionAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(index.row())].id;
}

QModelIndex VersionsModel::indexOf(const VersionId& version) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const VersionRow& row) { return row.id == version; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), VersionColumn);
}

QString VersionsModel::text(const VersionRow& row, int column) const
{
    switch (column) {
    case VersionColumn: return qt(row.id.text());
    case StageColumn: return StateWords::stage(registry::name(row.stage));
    case RunColumn: return row.run;
    case RegisteredColumn: return TimeText::when(row.registeredAt, m_workspace.now());
    case WhoColumn: return row.who;
    case CommentColumn: return row.comment;
    default: return {};
    }
}

QVariant VersionsModel::raw(const VersionRow& row, int column) const
{
    switch (column) {
    case VersionColumn: return row.id.minor;
    case StageColumn: return static_cast<int>(row.stage);
    case RegisteredColumn: return QVariant::fromValue<qlonglong>(row.registeredAt.time_since_epoch().count());
    default: return text(row, column);
    }
}

} // namespace penstock::models
