#include "ui/models/steps_model.h"

#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;

namespace {

Instant startOf(const engine::Instance& instance)
{
    return instance.attempts.empty() ? instance.readyAt : instance.attempts.front().plannedAt;
}

} // namespace

std::vector<StepRow> stepRows(const engine::Run& run)
{
    std::vector<StepRow> rows;
    rows.reserve(run.instances.size());
    for (const engine::Instance& instance : run.instances) {
        const pipeline::Step& step = run.step(instance);
        rows.push_back({instance.id, titleOf(step, instance.id), canvas::wordOf(kindOf(step)), markOf(instance),
                        static_cast<int>(instance.attempts.size()), startOf(instance), instance.endedAt});
    }
    return rows;
}

StepsModel::StepsModel(const WorkspaceModel& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &WorkspaceModel::opened, this, &StepsModel::update);
    connect(&workspace, &WorkspaceModel::runsChanged, this, [this](const QList<RunId>& runs) {
        // Another run may hold the slot that a step of this one waits for.
        const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
        if (run && (runs.contains(*m_run) || run->count(engine::InstanceState::ready) > 0))
            update();
    });
}

void StepsModel::setRun(const std::optional<RunId>& run)
{
    if (m_run == run)
        return;
    m_run = run;
    update();
}

void StepsModel::update()
{
    const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
    std::vector<StepRow> rows = run ? stepRows(*run) : std::vector<StepRow>();
    const bool sameSteps = rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const StepRow& a, const StepRow& b) {
                               return a.id == b.id;
                           });
    if (!sameSteps) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), ColumnCount - 1));
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, WhyColumn), index(rowCount() - 1, WhyColumn));
}

QString StepsModel::why(const StepRow& row) const
{
    const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
    const engine::Instance* instance = run ? run->find(row.id) : nullptr;
    return instance ? StateWords::reason(m_workspace.view().workspace, *run, *instance) : QString();
}

int StepsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int StepsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant StepsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const StepRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case RawRole: return raw(row, index.column());
    case IdRole: return qt(row.id.text());
    case MarkRole: return index.column() == StepColumn ? QVariant::fromValue(row.mark) : QVariant();
    case Qt::ToolTipRole: return why(row);
    case Qt::AccessibleTextRole:
        return index.column() == StepColumn ? QString(row.title % u", "_s % theme::StateMark::word(row.mark)) : text(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == DurationColumn || index.column() == AttemptsColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default: return {};
    }
}

QVariant StepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == DurationColumn || section == AttemptsColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StepColumn: return tr("Step");
    case StateColumn: return tr("State");
    case DurationColumn: return tr("Duration");
    case AttemptsColumn: return tr("Attempts");
    case StartedColumn: return tr("Started");
    case WhyColumn: return tr("Why");
    default: return {};
    }
}

std::optional<InstanceId> StepsModel::instanceAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(index.row())].id;
}

QModelIndex StepsModel::indexOf(const InstanceId& instance) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id == instance)
            return index(static_cast<int>(i), StepColumn);
    }
    return {};
}

Duration StepsModel::duration(const StepRow& row) const
{
    if (row.startedAt == Instant{})
        return Duration(-1);
    return (row.endedAt == Instant{} ? m_workspace.now() : row.endedAt) - row.startedAt;
}

QString StepsModel::text(const StepRow& row, int column) const
{
    switch (column) {
    case StepColumn: return row.title;
    case StateColumn: return theme::StateMark::word(row.mark);
    case DurationColumn: return duration(row) < Duration(0) ? QString() : TimeText::duration(duration(row));
    case AttemptsColumn: return row.attempts > 0 ? QString::number(row.attempts) : QString();
    case StartedColumn: return row.startedAt == Instant{} ? QString() : TimeText::clock(row.startedAt);
    case WhyColumn: return why(row);
    default: return {};
    }
}

QVariant StepsModel::raw(const StepRow& row, int column) const
{
    switch (column) {
    case StateColumn: return static_cast<int>(row.mark);
    case DurationColumn: return QVariant::fromValue<qlonglong>(duration(row).count());
    case AttemptsColumn: return row.attempts;
    case StartedColumn: return QVariant::fromValue<qlonglong>(row.startedAt.time_since_epoch().count());
    default: return text(row, column);
    }
}

} // namespace penstock::models
