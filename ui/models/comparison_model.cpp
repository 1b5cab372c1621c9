#include "ui/models/comparison_model.h"

#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"

#include <algorithm>
#include <set>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;

Json metricsOf(const engine::Run& run)
{
    Json metrics = Json::object();
    for (const engine::Instance& instance : run.instances) {
        if (!instance.metrics.is_object())
            continue;
        for (const auto& [name, value] : instance.metrics.items())
            metrics[metrics.contains(name) ? instance.id.text() + '.' + name : name] = value;
    }
    return metrics;
}

std::vector<tracking::ComparedRun> comparableRuns(const engine::WorkspaceState& state, std::size_t most)
{
    std::vector<tracking::ComparedRun> runs;
    for (const auto& [id, run] : state.runs) {
        if (Json metrics = metricsOf(run); !metrics.empty())
            runs.push_back({id.text(), run.parameters, std::move(metrics), {}});
    }
    std::sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) {
        return RunId::parse(a.name)->number > RunId::parse(b.name)->number;
    });
    runs.resize(std::min(runs.size(), most));
    return runs;
}

ComparisonModel::ComparisonModel(const WorkspaceModel& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &WorkspaceModel::opened, this, &ComparisonModel::reload);
    connect(&workspace, &WorkspaceModel::registryChanged, this, &ComparisonModel::reload);
    connect(&workspace, &WorkspaceModel::runsChanged, this, [this](const QList<RunId>& runs) {
        const bool news = std::any_of(runs.begin(), runs.end(), [this](const RunId& id) {
            const engine::Run* run = m_workspace.run(id);
            return run && !metricsOf(*run).empty();
        });
        if (news)
            reload();
    });
    reload();
}

void ComparisonModel::setBaseline(const RunId& run)
{
    m_baseline = run;
    reload();
}

// What the person chose, else what is in production, else the oldest run.
std::optional<std::size_t> ComparisonModel::chosenBaseline() const
{
    std::optional<RunId> wanted = m_baseline;
    for (const auto& [id, line] : m_workspace.view().registry.lines) {
        if (const registry::Version* version = line.inProduction(); !wanted && version)
            wanted = RunId::parse(version->run);
    }
    const auto found = std::find(m_runs.begin(), m_runs.end(), wanted.value_or(RunId()));
    if (found != m_runs.end())
        return static_cast<std::size_t>(found - m_runs.begin());
    return m_runs.empty() ? std::nullopt : std::optional(m_runs.size() - 1);
}

void ComparisonModel::reload()
{
    const engine::WorkspaceState& state = m_workspace.view().workspace;
    beginResetModel();
    const auto runs = comparableRuns(state, mostRuns);
    m_allRuns = static_cast<std::size_t>(std::count_if(state.runs.begin(), state.runs.end(), [](const auto& entry) { return !metricsOf(entry.second).empty(); }));
    m_runs.clear();
    for (const tracking::ComparedRun& run : runs)
        m_runs.push_back(*RunId::parse(run.name));
    m_versions.assign(m_runs.size(), QString());
    for (const auto& [id, line] : m_workspace.view().registry.lines) {
        for (const auto& [minor, version] : line.versions) {
            const auto run = RunId::parse(version.run);
            const auto found = std::find(m_runs.begin(), m_runs.end(), run.value_or(RunId()));
            if (found != m_runs.end())
                m_versions[static_cast<std::size_t>(found - m_runs.begin())] = qt(version.id.number());
        }
    }
    m_comparison = tracking::compare(runs, chosenBaseline(), {});
    chooseColumns();
    tickFirst();
    endResetModel();
    Q_EMIT tickedChanged();
}

void ComparisonModel::chooseColumns()
{
    m_columns = {{ColumnKind::run, 0}, {ColumnKind::version, 0}};
    for (std::size_t i = 0; i < m_comparison.differing(); ++i)
        m_columns.push_back({ColumnKind::parameter, i});
    // Metrics with a known direction decide; they come first.
    for (const bool decides : {true, false}) {
        for (std::size_t i = 0; i < m_comparison.metrics.size(); ++i) {
            if ((m_comparison.metrics[i].direction != tracking::Direction::unknown) != decides)
                continue;
            m_columns.push_back({ColumnKind::metric, i});
            if (decides)
                m_columns.push_back({ColumnKind::delta, i});
        }
    }
}

// Until a person ticks: the newest two and the baseline.
void ComparisonModel::tickFirst()
{
    if (m_tickedByPerson)
        return;
    std::set<RunId> wanted(m_runs.begin(), m_runs.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, m_runs.size())));
    if (m_comparison.baseline)
        wanted.insert(m_runs[*m_comparison.baseline]);
    std::erase_if(m_ticked, [&](const auto& entry) { return !wanted.contains(entry.first); });
    for (const RunId& run : wanted)
        tick(run, true);
}

bool ComparisonModel::tick(const RunId& run, bool on)
{
    if (!on)
        return m_ticked.erase(run) > 0;
    if (m_ticked.contains(run) || m_ticked.size() >= mostTicked)
        return false;
    std::set<int> used;
    for (const auto& [other, color] : m_ticked)
        used.insert(color);
    int color = 0;
    while (used.contains(color))
        ++color;
    return m_ticked.emplace(run, color).second;
}

void ComparisonModel::setTicked(const QList<RunId>& runs)
{
    m_tickedByPerson = true;
    m_ticked.clear();
    for (const RunId& run : runs)
        tick(run, true);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
}

std::vector<std::size_t> ComparisonModel::ticked() const
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (m_ticked.contains(m_runs[i]))
            rows.push_back(i);
    }
    return rows;
}

int ComparisonModel::seriesIndex(std::size_t row) const
{
    const auto found = m_ticked.find(m_runs[row]);
    return found == m_ticked.end() ? -1 : found->second;
}

int ComparisonModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_runs.size()); }

int ComparisonModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }

const tracking::MetricCell& ComparisonModel::cell(std::size_t row, const ColumnInfo& column) const
{
    return m_comparison.metrics[column.index].cells[row];
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const ColumnInfo column = columnInfo(index.column());
    const bool isMetric = column.kind == ColumnKind::metric || column.kind == ColumnKind::delta;
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case RawRole: return raw(row, column);
    case IdRole: return qt(m_runs[row].text());
    case VerdictRole: return column.kind == ColumnKind::delta ? QVariant(cell(row, column).verdict) : QVariant();
    case Qt::CheckStateRole:
        return column.kind == ColumnKind::run ? QVariant(m_ticked.contains(m_runs[row]) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole: return isMetric ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole: return text(row, column);
    default: return {};
    }
}

bool ComparisonModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || columnInfo(index.column()).kind != ColumnKind::run)
        return false;
    const bool on = value.value<Qt::CheckState>() == Qt::Checked;
    if (!tick(m_runs[static_cast<std::size_t>(index.row())], on))
        return false;
    m_tickedByPerson = true;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags ComparisonModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() && columnInfo(index.column()).kind == ColumnKind::run ? base | Qt::ItemIsUserCheckable : base;
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnInfo column = columnInfo(section);
    if (role == Qt::TextAlignmentRole && (column.kind == ColumnKind::metric || column.kind == ColumnKind::delta))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column.kind) {
    case ColumnKind::run: return tr("Run");
    case ColumnKind::version: return tr("Version");
    case ColumnKind::parameter: return qt(m_comparison.parameters[column.index].name);
    case ColumnKind::metric: return NumberText::directed(m_comparison.metrics[column.index].name, m_comparison.metrics[column.index].direction);
    case ColumnKind::delta: return u"Δ"_s;
    }
    return {};
}

std::optional<RunId> ComparisonModel::runAt(int row) const
{
    return row >= 0 && row < rowCount() ? std::optional(m_runs[static_cast<std::size_t>(row)]) : std::nullopt;
}

QString ComparisonModel::text(std::size_t row, const ColumnInfo& column) const
{
    switch (column.kind) {
    case ColumnKind::run: return qt(m_runs[row].text());
    case ColumnKind::version: return m_versions[row].isEmpty() ? u"—"_s : m_versions[row];
    case ColumnKind::parameter: {
        const auto& value = m_comparison.parameters[column.index].values[row];
        return value ? shown(*value) : u"—"_s;
    }
    case ColumnKind::metric: return NumberText::value(cell(row, column).value);
    case ColumnKind::delta:
        return m_comparison.baseline == row ? tr("base") : NumberText::delta(cell(row, column).delta);
    }
    return {};
}

QVariant ComparisonModel::raw(std::size_t row, const ColumnInfo& column) const
{
    switch (column.kind) {
    case ColumnKind::run: return QVariant::fromValue<qulonglong>(m_runs[row].number);
    case ColumnKind::version: return m_versions[row];
    case ColumnKind::parameter: {
        const auto& value = m_comparison.parameters[column.index].values[row];
        return value && value->is_number() ? QVariant(value->get<double>()) : QVariant(text(row, column));
    }
    case ColumnKind::metric: return cell(row, column).value ? QVariant(*cell(row, column).value) : QVariant();
    case ColumnKind::delta: return cell(row, column).delta ? QVariant(*cell(row, column).delta) : QVariant();
    }
    return {};
}

} // namespace penstock::models
