#include "ui/runs/inbox_model.h"

#include "core/messages/messages.h"
#include "ui/models/qt_text.h"
#include "ui/models/roles.h"
#include "ui/models/time_text.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <span>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;
using engine::EventOutcome;
using models::qt;
using models::TimeText;
using State = engine::InboxEvent::State;

namespace {

theme::Mark markOf(State state)
{
    switch (state) {
    case State::received: return theme::Mark::running;
    case State::started: return theme::Mark::succeeded;
    case State::unmatched: return theme::Mark::skipped;
    case State::failed: return theme::Mark::failed;
    }
    return theme::Mark::pending;
}

QString wordOf(State state)
{
    switch (state) {
    case State::received: return messages::text("outside.received");
    case State::started: return messages::text("outside.started");
    case State::unmatched: return messages::text("outside.unmatched");
    case State::failed: return messages::text("outside.failed");
    }
    return {};
}

QString text(const EventOutcome& outcome)
{
    return outcome.what == EventOutcome::What::started ? qt(outcome.run) : QString(qt(outcome.file) % u": " % messages::sentence(outcome.why));
}

// A line for the state, and one for each pipeline that listens to it.
QString detailOf(const engine::InboxEvent& event)
{
    QString detail = wordOf(event.state());
    if (event.repeats > 0)
        detail += u" · "_s % InboxModel::tr("%n time(s) again", nullptr, event.repeats);
    if (!event.replayOf.empty())
        detail += u" · "_s % InboxModel::tr("replay of %1").arg(qt(event.replayOf));
    for (const EventOutcome& outcome : event.outcomes)
        detail += u'\n' % text(outcome);
    return detail;
}

} // namespace

InboxModel::InboxModel(const models::WorkspaceModel& workspace, QObject* parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &models::WorkspaceModel::opened, this, &InboxModel::update);
    connect(&workspace, &models::WorkspaceModel::inboxChanged, this, &InboxModel::update);
    update();
}

// Events come one by one and change once; those that are there keep their rows.
void InboxModel::update()
{
    std::vector<engine::InboxEvent> fresh;
    const auto& events = m_workspace.view().workspace.inbox.events;
    for (auto each = events.rbegin(); each != events.rend(); ++each)
        fresh.push_back(each->second);
    const std::size_t added = fresh.size() >= m_events.size() ? fresh.size() - m_events.size() : 0;
    const bool isLonger = fresh.size() >= m_events.size()
                          && std::ranges::equal(m_events, std::span(fresh).subspan(added), {}, &engine::InboxEvent::id, &engine::InboxEvent::id);
    if (!isLonger) {
        beginResetModel();
        m_events = std::move(fresh);
        return endResetModel();
    }
    if (added > 0) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_events.insert(m_events.begin(), fresh.begin(), fresh.begin() + static_cast<std::ptrdiff_t>(added));
        endInsertRows();
    }
    for (std::size_t row = added; row < fresh.size(); ++row) {
        if (m_events[row] == fresh[row])
            continue;
        m_events[row] = std::move(fresh[row]);
        Q_EMIT dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
    }
}

std::optional<EventId> InboxModel::eventAt(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? std::optional(m_events[static_cast<std::size_t>(index.row())].id) : std::nullopt;
}

std::optional<RunId> InboxModel::runAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return std::nullopt;
    for (const EventOutcome& outcome : m_events[static_cast<std::size_t>(index.row())].outcomes) {
        if (const auto run = RunId::parse(outcome.run))
            return run;
    }
    return std::nullopt;
}

int InboxModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_events.size()); }

QVariant InboxModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const engine::InboxEvent& event = m_events[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return qt(event.name);
    case models::IdRole: return qt(event.id.text());
    case models::MarkRole: return QVariant::fromValue(markOf(event.state()));
    case models::DetailRole: return detailOf(event);
    case models::TrailingRole: return TimeText::when(event.at, m_workspace.now());
    case Qt::AccessibleTextRole: return QString(qt(event.id.text()) % u", "_s % qt(event.name) % u", "_s % wordOf(event.state()));
    case Qt::ToolTipRole:
        return QString(qt(event.id.text()) % u" · "_s % TimeText::exact(event.at) % u" · "_s % m_workspace.personOf(event.actor) % u'\n'
                       % qt(dumpJson(event.data)).left(2000));
    default: return {};
    }
}

} // namespace penstock::runs
