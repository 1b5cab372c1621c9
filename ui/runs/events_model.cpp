#include "ui/runs/events_model.h"

#include "core/engine/event_json.h"
#include "core/messages/messages.h"
#include "ui/models/qt_text.h"
#include "ui/models/roles.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

namespace penstock::runs {

using namespace Qt::Literals::StringLiterals;
using models::qt;

namespace {

class EventWords final {
    Q_DECLARE_TR_FUNCTIONS(EventWords)

public:
    QString operator()(const engine::RunCreated& event) const
    {
        const QString parameters = models::StateWords::parameters(event.parameters);
        return parameters.isEmpty() ? tr("run began") : tr("run began with %1").arg(parameters);
    }
    QString operator()(const engine::RunCancelRequested& event) const
    {
        return event.reason.empty() ? tr("cancel was asked for") : tr("cancel was asked for: %1").arg(qt(event.reason));
    }
    QString operator()(const engine::RunEnded& event) const { return tr("run ended: %1").arg(messages::text(std::string("said.") + engine::name(event.state))); }
    QString operator()(const engine::InstanceReady&) const { return tr("may start"); }
    QString operator()(const engine::InstanceStarted&) const { return tr("handed to the registry"); }
    QString operator()(const engine::InstanceEnded& event) const
    {
        engine::Instance instance;
        instance.state = event.state;
        return theme::StateMark::word(models::markOf(instance));
    }
    QString operator()(const engine::AttemptPlanned& event) const { return tr("attempt %1 planned").arg(event.attempt.number); }
    QString operator()(const engine::AttemptStarted& event) const
    {
        return tr("attempt %1 started, process %2").arg(event.attempt.number).arg(event.pid);
    }
    QString operator()(const engine::AttemptEnded& event) const
    {
        const QString outcome = models::StateWords::outcome(event.outcome);
        return outcome.isEmpty() ? tr("attempt %1 ended well").arg(event.attempt.number) : tr("attempt %1: %2").arg(event.attempt.number).arg(outcome);
    }
    QString operator()(const engine::RetryScheduled& event) const { return tr("tries again at %1").arg(models::TimeText::clock(event.at)); }
    QString operator()(const engine::BranchTaken& event) const { return tr("goes on to %1").arg(qt(event.target)); }
    QString operator()(const engine::ApprovalRequested&) const { return tr("asks for a decision"); }
    QString operator()(const engine::ApprovalWithdrawn&) const { return tr("withdraws its question"); }
    QString operator()(const engine::ApprovalDecided& event) const
    {
        const QString verdict = event.verdict == engine::Verdict::approved   ? tr("approved by %1")
                                : event.verdict == engine::Verdict::rejected ? tr("rejected by %1")
                                                                             : tr("expired");
        return event.verdict == engine::Verdict::expired ? verdict : verdict.arg(qt(event.person));
    }
    QString operator()(const engine::ProductionChanged& event) const { return tr("Production of %1 changed").arg(qt(event.line)); }

    QString operator()(const engine::IterationBegan&) const { return tr("went back; a new round begins"); }
    QString operator()(const engine::MapOpened& event) const { return tr("fans out, items: %1").arg(event.items.size()); }
    QString operator()(const engine::PipelineOpened&) const { return tr("opened its pipeline"); }
    QString operator()(const engine::WaitBegan& event) const
    {
        return event.until ? tr("waits until %1").arg(models::TimeText::clock(*event.until)) : tr("waits");
    }

    QString operator()(const engine::EventReceived& event) const { return tr("event %1 came in: %2").arg(qt(event.event.text()), qt(event.name)); }
    QString operator()(const engine::EventRepeated& event) const { return tr("event %1 came again").arg(qt(event.event.text())); }
    QString operator()(const engine::EventHandled& event) const { return tr("event %1 was handled").arg(qt(event.event.text())); }

    QString operator()(const engine::RetentionBegan&) const { return tr("retention began to remove what is no longer kept"); }
    QString operator()(const engine::RetentionEnded&) const { return tr("retention is done"); }

    QString operator()(const registry::VersionRegistered& event) const { return tr("registered %1").arg(qt(event.version.text())); }
    QString operator()(const registry::StageChanged& event) const
    {
        return tr("%1 → %2").arg(qt(event.version.text()), models::StateWords::stage(registry::name(event.to)));
    }
};

} // namespace

QString eventText(const engine::StoredEvent& event)
{
    if (const auto fact = engine::eventFrom(event.type, event.payload))
        return std::visit(EventWords(), *fact);
    if (const auto fact = registry::eventFrom(event.type, event.payload))
        return std::visit(EventWords(), *fact);
    return qt(event.type); // of a newer version
}

QString eventSubject(const engine::StoredEvent& event)
{
    for (const char* key : {"attempt", "request"}) {
        if (const std::string text = textAt(event.payload, key); !text.empty())
            return qt(text).section(u'/', 1);
    }
    return qt(textAt(event.payload, "instance"));
}

EventsModel::EventsModel(models::WorkspaceModel& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &models::WorkspaceModel::eventsFolded, this, [this](const std::vector<engine::StoredEvent>& events) { add(events); });
}

void EventsModel::setRun(const std::optional<RunId>& run)
{
    if (m_run == run)
        return;
    beginResetModel();
    m_run = run;
    m_events.clear();
    endResetModel();
    const quint64 question = ++m_question;
    if (!run)
        return;
    m_workspace.history(*run, this, [this, question](const models::WorkspaceModel::Events& events) {
        if (question != m_question)
            return;
        beginResetModel();
        m_events.clear(); // what came meanwhile is in the answer or comes after it
        endResetModel();
        add(events);
    });
}

void EventsModel::add(const std::vector<engine::StoredEvent>& events)
{
    std::vector<engine::StoredEvent> own;
    for (const engine::StoredEvent& event : events) {
        const Seq last = !own.empty() ? own.back().seq : m_events.empty() ? 0 : m_events.back().seq;
        if (m_run && event.seq > last && models::runOf(event) == m_run)
            own.push_back(event);
    }
    if (own.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(own.size()) - 1);
    m_events.insert(m_events.end(), own.begin(), own.end());
    endInsertRows();
}

int EventsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_events.size()); }

int EventsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant EventsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const engine::StoredEvent& event = m_events[static_cast<std::size_t>(index.row())];
    if (role == models::RawRole)
        return QVariant::fromValue<qulonglong>(event.seq);
    if (role == Qt::ToolTipRole)
        return qt(event.type);
    if (role == Qt::FontRole && index.column() == TimeColumn)
        return theme::Theme::font(theme::Type::mono);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TimeColumn: return models::TimeText::clock(event.at);
    case SubjectColumn: return eventSubject(event);
    case EventColumn: return eventText(event);
    case ActorColumn: return m_workspace.personOf(event.actor);
    default: return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Time");
    case SubjectColumn: return tr("Step");
    case EventColumn: return tr("Event");
    case ActorColumn: return tr("By");
    default: return {};
    }
}

} // namespace penstock::runs
