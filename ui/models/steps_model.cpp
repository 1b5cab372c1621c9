#include "ui/models/steps_model.h"

#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"

#include <algorithm>
#include <map>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;

namespace {

Instant startOf(const engine::Instance& instance)
{
    return instance.attempts.empty() ? instance.readyAt : instance.attempts.front().plannedAt;
}

bool needsALook(const engine::Instance& item) { return item.state == engine::InstanceState::failed || item.state == engine::InstanceState::lost || item.state == engine::InstanceState::running; }

// By place. What an item that is hidden opened is hidden with it.
std::vector<bool> hiddenIn(const engine::Run& run, const std::set<InstanceId>& unfolded)
{
    std::vector<bool> hidden(run.instances.size());
    std::map<std::size_t, std::size_t> shown; // items of a map
    for (const engine::Instance& instance : run.instances) {
        const std::size_t parent = run.scopeOf(instance).parent;
        if (parent != engine::none && hidden[parent]) {
            hidden[instance.place] = true;
        } else if (instance.fanAt != engine::none) {
            const engine::Instance& fan = run.instances[instance.fanAt];
            const bool isFolded = fan.fan->begun.size() > mostItems && !unfolded.contains(fan.id);
            hidden[instance.place] = hidden[fan.place] || (isFolded && (!needsALook(instance) || ++shown[fan.place] > mostItems));
        }
    }
    return hidden;
}

std::size_t foldedOf(const engine::Instance& instance, const std::vector<bool>& hidden)
{
    return instance.fan ? static_cast<std::size_t>(std::ranges::count_if(instance.fan->begun, [&](std::size_t item) { return hidden[item]; })) : 0;
}

} // namespace

std::vector<StepRow> stepRows(const engine::Run& run, const std::set<InstanceId>& unfolded)
{
    const std::vector<bool> hidden = hiddenIn(run, unfolded);
    std::vector<StepRow> rows;
    for (const engine::Instance& instance : run.instances) {
        if (hidden[instance.place])
            continue;
        const pipeline::Step& step = run.step(instance);
        rows.push_back({instance.id, 0, titleOf(step, instance.id), canvas::wordOf(kindOf(step)), markOf(instance),
                        static_cast<int>(instance.attempts.size()), startOf(instance), instance.endedAt});
        if (const std::size_t folded = foldedOf(instance, hidden); folded > 0)
            rows.push_back({instance.id, folded, titleOf(step, instance.id), rows.back().kind, markOf(instance), 0, {}, {}});
    }
    return rows;
}

bool StepsModel::toggle(const QModelIndex& index)
{
    if (!index.isValid() || m_rows[static_cast<std::size_t>(index.row())].folded == 0)
        return false;
    m_unfolded.insert(m_rows[static_cast<std::size_t>(index.row())].id);
    update();
    return true;
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
    m_unfolded.clear();
    update();
}

void StepsModel::update()
{
    const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
    std::vector<StepRow> rows = run ? stepRows(*run, m_unfolded) : std::vector<StepRow>();
    const bool sameSteps = rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const StepRow& a, const StepRow& b) {
                               return a.id == b.id && (a.folded > 0) == (b.folded > 0);
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

QString StepsModel::counts(const engine::Fan& fan)
{
    QStringList parts;
    const auto add = [&](std::size_t count, const QString& text) {
        if (count > 0)
            parts.append(text);
    };
    add(fan.succeeded, tr("%n succeeded", "items", static_cast<int>(fan.succeeded)));
    add(fan.failed, tr("%n failed", "items", static_cast<int>(fan.failed)));
    add(fan.lost, tr("%n lost", "items", static_cast<int>(fan.lost)));
    add(fan.cancelled, tr("%n cancelled", "items", static_cast<int>(fan.cancelled)));
    add(fan.running, tr("%n under way", "items", static_cast<int>(fan.running)));
    add(fan.items.size() - fan.begun.size(), tr("%n to come", "items", static_cast<int>(fan.items.size() - fan.begun.size())));
    return tr("%1. Enter lists them.").arg(parts.join(tr(", ", "between things of a list")));
}

QString StepsModel::why(const StepRow& row) const
{
    const engine::Run* run = m_run ? m_workspace.run(*m_run) : nullptr;
    const engine::Instance* instance = run ? run->find(row.id) : nullptr;
    if (instance && row.folded > 0)
        return counts(*instance->fan);
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
        return index.column() == StepColumn ? QString(text(row, StepColumn) % u", "_s % theme::StateMark::word(row.mark)) : text(row, index.column());
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
    case StepColumn: return row.folded > 0 ? tr("%n more item(s) of %1", nullptr, static_cast<int>(row.folded)).arg(row.title) : row.title;
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
