#include "ui/approvals/metric_rows_model.h"

#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/roles.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace penstock::approvals {

using namespace Qt::Literals::StringLiterals;
using models::NumberText;

namespace {

// What a difference is measured by. A share near its end is measured by what is missing: from 0.978 to 0.986 more than a
// third of the errors went, which a share of the value itself would hide.
double scaleOf(const session::MetricRow& row)
{
    const double value = std::abs(*row.production);
    const bool share = row.direction == tracking::Direction::up && *row.production >= 0 && *row.production <= 1 && *row.candidate >= 0 && *row.candidate <= 1;
    return std::max(share ? std::min(value, 1 - value) : value, 1e-12);
}

} // namespace

void MetricRowsModel::setEvidence(const session::Evidence& evidence)
{
    beginResetModel();
    m_rows = evidence.metrics;
    m_production = evidence.production ? models::qt(evidence.production->number()) : tr("Production");
    m_candidate = evidence.candidate ? models::qt(evidence.candidate->number()) : tr("Candidate");
    m_shares.assign(m_rows.size(), 0);
    double largest = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const session::MetricRow& row = m_rows[i];
        if (!row.delta || row.better == 0)
            continue;
        const double scale = scaleOf(row);
        m_shares[i] = row.better * std::min(1.0, std::abs(*row.delta) / scale);
        largest = std::max(largest, std::abs(m_shares[i]));
    }
    for (double& share : m_shares)
        share = largest > 0 ? share / largest : 0;
    endResetModel();
}

int MetricRowsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int MetricRowsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant MetricRowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto at = static_cast<std::size_t>(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(m_rows[at], column);
    case Qt::AccessibleTextRole: return column == BetterColumn ? (m_rows[at].better > 0 ? tr("better") : m_rows[at].better < 0 ? tr("worse") : QString()) : text(m_rows[at], column);
    case Qt::TextAlignmentRole: return column == NameColumn ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole: return column == NameColumn ? QVariant() : QVariant(theme::Theme::font(theme::Type::mono));
    case models::VerdictRole: return column == DeltaColumn ? QVariant(m_rows[at].better) : QVariant();
    case ShareRole: return column == BetterColumn ? QVariant(m_shares[at]) : QVariant();
    default: return {};
    }
}

QVariant MetricRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == NameColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : section == BetterColumn ? QVariant(Qt::AlignCenter) : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("metric");
    case ProductionColumn: return m_production;
    case CandidateColumn: return m_candidate;
    case DeltaColumn: return u"Δ"_s;
    case BetterColumn: return tr("better");
    default: return {};
    }
}

QString MetricRowsModel::text(const session::MetricRow& row, int column) const
{
    switch (column) {
    case NameColumn: return NumberText::directed(row.name, row.direction);
    case ProductionColumn: return NumberText::value(row.production);
    case CandidateColumn: return NumberText::value(row.candidate);
    case DeltaColumn: return NumberText::delta(row.delta);
    default: return {};
    }
}

} // namespace penstock::approvals
