#include "ui/designer/versions/differences_model.h"

#include "ui/designer/versions/compared_graph.h"
#include "ui/models/qt_text.h"

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using canvas::Change;
using edit::LinkKind;
using models::qt;

namespace {

class LinkWords final {
    Q_DECLARE_TR_FUNCTIONS(LinkWords)

public:
    static QString of(LinkKind kind)
    {
        switch (kind) {
        case LinkKind::order: return tr("order");
        case LinkKind::data: return tr("data");
        case LinkKind::branch: return tr("branch");
        case LinkKind::failure: return tr("on failure");
        case LinkKind::reject: return tr("when rejected");
        }
        return {};
    }
};

} // namespace

void DifferencesModel::setDifference(const edit::Difference& difference)
{
    beginResetModel();
    m_rows.clear();
    if (!difference.document.empty())
        m_rows.push_back({tr("Pipeline"), Change::changed, {}, {}, {}, difference.document});
    for (const edit::PartDifference& part : difference.parameters)
        m_rows.push_back({tr("Parameter %1").arg(qt(part.name)), changeOf(part.fate), {}, {}, {}, part.fields});
    for (const edit::PartDifference& part : difference.steps)
        m_rows.push_back({qt(part.name), changeOf(part.fate), qt(part.before), qt(part.name), {}, part.fields});
    for (const edit::EdgeDifference& edge : difference.edges) {
        canvas::Edge drawn;
        drawn.from = qt(edge.from);
        drawn.to = qt(edge.to);
        m_rows.push_back({tr("%1 → %2 (%3)", "an edge: from, to, kind").arg(drawn.from, drawn.to, LinkWords::of(edge.kind)), changeOf(edge.fate), {}, {}, drawn, {}});
    }
    endResetModel();
}

int DifferencesModel::rowOf(const QString& step) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!step.isEmpty() && m_rows[i].step == step)
            return static_cast<int>(i);
    }
    return -1;
}

int DifferencesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QString DifferencesModel::words(const Row& row) const
{
    return row.change == Change::renamed ? tr("renamed, was %1").arg(row.before) : canvas::wordOf(row.change);
}

QVariant DifferencesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return QString(row.title % u", "_s % words(row));
    case ChangeRole: return static_cast<int>(row.change);
    case WordRole: return words(row);
    default: return {};
    }
}

} // namespace penstock::designer
