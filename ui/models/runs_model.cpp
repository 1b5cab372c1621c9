#include "ui/models/runs_model.h"

#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"

#include <algorithm>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;

namespace {

theme::Role inkOf(const RunRow& row) { return theme::StateMark::wantsAttention(row.mark) ? theme::StateMark::role(row.mark) : theme::Role::muted; }

} // namespace

RunRow runRow(const WorkspaceModel& workspace, const engine::Run& run)
{
    return {run.id,
            markOf(run),
            engine::isEnd(run.state),
            StateWords::summary(workspace.view().workspace, run),
            workspace.personOf(run.actor),
            qt(run.file),
            run.createdAt,
            run.endedAt};
}

RunsModel::RunsModel(const WorkspaceModel& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &WorkspaceModel::opened, this, &RunsModel::reload);
    connect(&workspace, &WorkspaceModel::infoChanged, this, &RunsModel::reload);
    connect(&workspace, &WorkspaceModel::runsChanged, this, &RunsModel::update);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &RunsModel::tick);
    reload();
}

int RunsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int RunsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case RawRole: return raw(row, index.column());
    case IdRole: return qt(row.id.text());
    case MarkRole: return QVariant::fromValue(row.mark);
    case DetailRole: return row.what;
    case TrailingRole: return duration(row);
    case InkRole: return QVariant::fromValue(inkOf(row));
    case FilterRole: return QString(qt(row.id.text()) % u' ' % theme::StateMark::word(row.mark) % u' ' % row.what % u' ' % row.who);
    case Qt::AccessibleTextRole: return QString(qt(row.id.text()) % u", "_s % theme::StateMark::word(row.mark) % u", "_s % row.what);
    case Qt::ToolTipRole: return QString(TimeText::exact(row.createdAt) % u" · "_s % row.who);
    default: return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn: return tr("State");
    case RunColumn: return tr("Run");
    case WhenColumn: return tr("Started");
    case DurationColumn: return tr("Duration");
    case WhatColumn: return tr("What");
    case WhoColumn: return tr("By");
    default: return {};
    }
}

std::optional<RunId> RunsModel::runAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(index.row())].id;
}

QModelIndex RunsModel::indexOf(const RunId& run) const
{
    const auto newer = [](const RunRow& row, const RunId& id) { return row.id.number > id.number; };
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), run, newer);
    return found != m_rows.end() && found->id == run ? index(static_cast<int>(found - m_rows.begin()), RunColumn) : QModelIndex();
}

void RunsModel::reload()
{
    beginResetModel();
    m_rows.clear();
    for (const auto& [id, run] : m_workspace.view().workspace.runs)
        m_rows.push_back(runRow(m_workspace, run));
    std::sort(m_rows.begin(), m_rows.end(), [](const RunRow& a, const RunRow& b) { return a.id.number > b.id.number; });
    endResetModel();
    tick();
}

void RunsModel::update(const QList<RunId>& runs)
{
    for (const RunId& id : runs) {
        const engine::Run* run = m_workspace.run(id);
        if (!run)
            continue;
        RunRow row = runRow(m_workspace, *run);
        if (const QModelIndex known = indexOf(id); known.isValid()) {
            RunRow& place = m_rows[static_cast<std::size_t>(known.row())];
            if (place != row) {
                place = std::move(row);
                Q_EMIT dataChanged(index(known.row(), 0), index(known.row(), ColumnCount - 1));
            }
            continue;
        }
        const auto place = std::find_if(m_rows.begin(), m_rows.end(), [&](const RunRow& other) { return other.id.number < id.number; });
        const int at = static_cast<int>(place - m_rows.begin());
        beginInsertRows({}, at, at);
        m_rows.insert(place, std::move(row));
        endInsertRows();
    }
    tick();
}

void RunsModel::tick()
{
    bool running = false;
    for (int i = 0; i < rowCount(); ++i) {
        const RunRow& row = m_rows[static_cast<std::size_t>(i)];
        if (row.ended)
            continue;
        running = true;
        Q_EMIT dataChanged(index(i, DurationColumn), index(i, DurationColumn), {Qt::DisplayRole, TrailingRole, RawRole});
    }
    if (!running)
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
}

QString RunsModel::duration(const RunRow& row) const
{
    return TimeText::duration((row.ended ? row.endedAt : m_workspace.now()) - row.createdAt);
}

QString RunsModel::text(const RunRow& row, int column) const
{
    switch (column) {
    case StateColumn: return theme::StateMark::word(row.mark);
    case RunColumn: return qt(row.id.text());
    case WhenColumn: return TimeText::when(row.createdAt, m_workspace.now());
    case DurationColumn: return duration(row);
    case WhatColumn: return row.what;
    case WhoColumn: return row.who;
    default: return {};
    }
}

QVariant RunsModel::raw(const RunRow& row, int column) const
{
    switch (column) {
    case StateColumn: return static_cast<int>(row.mark);
    case RunColumn: return QVariant::fromValue<qulonglong>(row.id.number);
    case WhenColumn: return QVariant::fromValue<qlonglong>(row.createdAt.time_since_epoch().count());
    case DurationColumn: return QVariant::fromValue<qlonglong>(((row.ended ? row.endedAt : m_workspace.now()) - row.createdAt).count());
    default: return text(row, column);
    }
}

} // namespace penstock::models
