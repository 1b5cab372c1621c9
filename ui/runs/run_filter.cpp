#include "ui/runs/run_filter.h"

#include "ui/models/qt_text.h"

#include <algorithm>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;

RunQuery RunQuery::parse(const QString& text)
{
    RunQuery query;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QString value = part.section(u':', 1);
        if (part.startsWith(u"state:"_s))
            query.states += value.split(u',', Qt::SkipEmptyParts);
        else if (part.startsWith(u"by:"_s))
            query.persons += value.split(u',', Qt::SkipEmptyParts);
        else if (const auto since = parseDuration(models::utf8(value)); part.startsWith(u"since:"_s) && since)
            query.since = since;
        else
            query.words += part;
    }
    return query;
}

RunFilter::RunFilter(models::RunsModel& runs, const models::WorkspaceModel& workspace, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_workspace(workspace)
{
    setSourceModel(&runs);
}

void RunFilter::setQuery(const RunQuery& query)
{
    if (m_query == query)
        return;
    m_query = query;
    invalidateFilter();
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto field = [&](int column, int role) { return sourceModel()->index(row, column, parent).data(role); };
    const auto begins = [](const QString& text) {
        return [&text](const QString& wanted) { return text.startsWith(wanted, Qt::CaseInsensitive); };
    };
    const QString state = field(models::RunsModel::StateColumn, Qt::DisplayRole).toString();
    if (!m_query.states.isEmpty() && std::none_of(m_query.states.begin(), m_query.states.end(), begins(state)))
        return false;
    const QString person = field(models::RunsModel::WhoColumn, Qt::DisplayRole).toString();
    if (!m_query.persons.isEmpty() && std::none_of(m_query.persons.begin(), m_query.persons.end(), begins(person)))
        return false;
    const qlonglong started = field(models::RunsModel::WhenColumn, models::RawRole).toLongLong();
    if (m_query.since && m_workspace.now().time_since_epoch().count() - started > m_query.since->count())
        return false;
    const QString all = field(models::RunsModel::RunColumn, models::FilterRole).toString();
    return std::all_of(m_query.words.begin(), m_query.words.end(), [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace penstock::runs
