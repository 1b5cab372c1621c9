#include "ui/models/requests_model.h"

#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"

#include <algorithm>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;
using State = engine::Request::State;

RequestRow requestRow(const WorkspaceModel& workspace, const engine::Request& request)
{
    const QString version = qt(textAt(memberAt(request.subject, "candidate"), "version"));
    RequestRow row;
    row.id = request.id;
    row.mark = markOf(request);
    row.state = request.state;
    row.subject = version.isEmpty() ? qt(textAt(request.subject, "question")) : RequestsModel::tr("%1 → %2").arg(version, StateWords::stage("production"));
    row.asker = workspace.personOf(request.requestedBy);
    row.decider = workspace.personOf(request.person);
    row.comment = qt(request.comment);
    row.askedAt = request.askedAt;
    row.decidedAt = request.decidedAt;
    row.expires = request.expires;
    return row;
}

RequestsModel::RequestsModel(const WorkspaceModel& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &WorkspaceModel::opened, this, &RequestsModel::reload);
    connect(&workspace, &WorkspaceModel::infoChanged, this, &RequestsModel::reload);
    connect(&workspace, &WorkspaceModel::requestsChanged, this, &RequestsModel::reload);
    reload();
}

void RequestsModel::reload()
{
    std::vector<RequestRow> rows;
    for (const auto& [id, request] : m_workspace.view().workspace.requests)
        rows.push_back(requestRow(m_workspace, request));
    std::stable_sort(rows.begin(), rows.end(), [](const RequestRow& a, const RequestRow& b) {
        if (a.isOpen() != b.isOpen())
            return a.isOpen();
        return a.isOpen() ? a.askedAt < b.askedAt : a.decidedAt > b.decidedAt;
    });
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int RequestsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int RequestsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RequestsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RequestRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case RawRole: return raw(row, index.column());
    case IdRole: return qt(row.id.text());
    case MarkRole: return QVariant::fromValue(row.mark);
    case DetailRole: return detail(row);
    case SectionRole: return row.isOpen() ? tr("Waiting") : tr("Decided");
    case FilterRole: return QString(row.subject % u' ' % qt(row.id.text()));
    case Qt::ToolTipRole: return row.comment;
    case Qt::AccessibleTextRole: return QString(row.subject % u", "_s % StateWords::request(row.state));
    default: return {};
    }
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SubjectColumn: return tr("Request");
    case StateColumn: return tr("State");
    case AskedColumn: return tr("Asked");
    case DeciderColumn: return tr("Decided by");
    default: return {};
    }
}

std::optional<RequestId> RequestsModel::requestAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(index.row())].id;
}

QModelIndex RequestsModel::indexOf(const RequestId& request) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const RequestRow& row) { return row.id == request; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), SubjectColumn);
}

QString RequestsModel::detail(const RequestRow& row) const
{
    const Instant now = m_workspace.now();
    switch (row.state) {
    case State::open: {
        const QString asked = tr("asked by %1 · %2").arg(row.asker, TimeText::ago(row.askedAt, now));
        return row.expires ? QString(asked % u'\n' % tr("expires in %1").arg(TimeText::remaining(*row.expires, now))) : asked;
    }
    case State::approved: return tr("approved by %1 · %2").arg(row.decider, TimeText::day(row.decidedAt, now));
    case State::rejected: return row.comment.isEmpty() ? tr("rejected by %1").arg(row.decider) : tr("rejected: %1").arg(row.comment);
    case State::expired: return tr("expired, not approved");
    case State::withdrawn: return tr("withdrawn");
    }
    return {};
}

QString RequestsModel::text(const RequestRow& row, int column) const
{
    switch (column) {
    case SubjectColumn: return row.subject;
    case StateColumn: return StateWords::request(row.state);
    case AskedColumn: return TimeText::when(row.askedAt, m_workspace.now());
    case DeciderColumn: return row.decider;
    default: return {};
    }
}

QVariant RequestsModel::raw(const RequestRow& row, int column) const
{
    switch (column) {
    case StateColumn: return static_cast<int>(row.state);
    case AskedColumn: return QVariant::fromValue<qlonglong>(row.askedAt.time_since_epoch().count());
    default: return text(row, column);
    }
}

} // namespace penstock::models
