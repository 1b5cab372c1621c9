#include "ui/runs/history_model.h"

#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"

namespace penstock::runs {

using models::qt;
using session::ValueMoment;

HistoryModel::HistoryModel(const models::WorkspaceModel& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{}

void HistoryModel::setMoments(std::vector<ValueMoment> moments)
{
    beginResetModel();
    m_moments.assign(std::make_move_iterator(moments.rbegin()), std::make_move_iterator(moments.rend()));
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_moments.size()); }

int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

const ValueMoment* HistoryModel::momentAt(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_moments[static_cast<std::size_t>(index.row())] : nullptr;
}

QString HistoryModel::text(const ValueMoment& moment, int column) const
{
    switch (column) {
    case RunColumn: return qt(moment.run.text());
    case StepColumn: return qt(moment.instance.text());
    case ValueColumn: return moment.value.is_number_float() ? models::NumberText::value(moment.value.get<double>()) : models::shown(moment.value);
    case TypeColumn: {
        const QString type = models::StateWords::type(session::typeOf(moment.value));
        return moment.taken ? tr("%1, taken over", "type of a value").arg(type) : type;
    }
    case EndedColumn: return moment.at == Instant{} ? QString() : models::TimeText::when(moment.at, m_workspace.now());
    default: return {};
    }
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ValueMoment& moment = *momentAt(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return text(moment, index.column());
    case models::IdRole: return qt(moment.run.text());
    default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RunColumn: return tr("Run");
    case StepColumn: return tr("Step");
    case ValueColumn: return tr("Value");
    case TypeColumn: return tr("Type");
    case EndedColumn: return tr("Ended");
    default: return {};
    }
}

} // namespace penstock::runs
