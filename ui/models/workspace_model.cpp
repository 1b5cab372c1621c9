#include "ui/models/workspace_model.h"

#include "core/engine/decide.h"
#include "core/messages/messages.h"
#include "ui/models/qt_text.h"

#include <QPointer>

namespace penstock::models {

namespace {

constexpr int drainInterval = 33;  // ms: at most 30 times a second
constexpr int afterOwnerWent = 1'000; // ms: time to read what it left
constexpr qint64 drainBudget = 10; // ms of folding before the window has its turn again

// Events name their run, or an id that starts with it.
std::optional<RunId> runIn(const std::string& text) { return RunId::parse(text.substr(0, text.find('/'))); }

// Runs of which retention removed something.
std::vector<RunId> removedIn(const engine::StoredEvent& event)
{
    std::vector<RunId> runs;
    if (event.type != "retention.began")
        return runs;
    for (const char* key : {"runs", "logs"}) {
        for (const Json& each : memberAt(event.payload, key)) {
            if (const auto run = each.is_string() ? RunId::parse(each.get<std::string>()) : std::nullopt)
                runs.push_back(*run);
        }
    }
    return runs;
}

} // namespace

std::optional<RunId> runOf(const engine::StoredEvent& event)
{
    for (const char* key : {"run", "attempt", "request"}) {
        if (const std::string text = textAt(event.payload, key); !text.empty()) {
            if (auto run = runIn(text))
                return run;
        }
    }
    return std::nullopt;
}

WorkspaceModel::WorkspaceModel(WorkspaceInfo info, std::unique_ptr<EventSource> source, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_info(std::move(info))
    , m_source(std::move(source))
    , m_clock(clock)
{
    m_drain.setSingleShot(true);
    connect(&m_drain, &QTimer::timeout, this, &WorkspaceModel::drain);
    connect(m_source.get(), &EventSource::opened, this, [this](const std::shared_ptr<Opening>& opening) { take(opening); });
    connect(m_source.get(), &EventSource::arrived, this, [this](const Events& events) { take(events); });
    connect(m_source.get(), &EventSource::noticed, this, [this](const session::Notice& notice) { take(notice); });
    connect(m_source.get(), &EventSource::ownerChanged, this, [this](bool present) {
        m_hasOwner = present;
        Q_EMIT ownerChanged(present);
        if (!present)
            QTimer::singleShot(afterOwnerWent, this, &WorkspaceModel::wakeForUnfinished);
    });
    connect(m_source.get(), &EventSource::failed, this, [this](const Error& why) { Q_EMIT failed(messages::sentence(why)); });
}

WorkspaceModel::~WorkspaceModel() = default;

void WorkspaceModel::open() { m_source->open(); }

void WorkspaceModel::setPeople(registry::People people)
{
    m_info.people = std::move(people);
    Q_EMIT infoChanged();
}

void WorkspaceModel::setTrusted(bool trusted)
{
    m_info.trusted = trusted;
    Q_EMIT infoChanged();
    wakeForUnfinished();
}

void WorkspaceModel::setStateFolder(const QString& folder) { m_info.stateFolder = folder; }

QString WorkspaceModel::attemptFolder(const AttemptId& attempt) const
{
    return m_info.stateFolder % u"/runs/" % qt(attempt.run.text()) % u'/' % qt(attempt.instance.folder()) % u'/'
           % QString::number(attempt.number);
}

QString WorkspaceModel::objectFile(const Digest& digest) const
{
    const QString hex = qt(digest.hex());
    return m_info.stateFolder % u"/objects/" % hex.left(2) % u'/' % hex.mid(2);
}

QString WorkspaceModel::personOf(const std::string& actor) const
{
    constexpr std::string_view prefix = "user:";
    return qt(m_info.people.nameOf(actor.starts_with(prefix) ? actor.substr(prefix.size()) : actor));
}

void WorkspaceModel::start(const session::StartRun& order, QObject* context, Done done)
{
    submit(order, context, std::move(done));
}

void WorkspaceModel::reproduce(const RunId& run, QObject* context, Done done)
{
    submit(session::ReproduceRun{run}, context, std::move(done));
}

void WorkspaceModel::resume(const RunId& run, QObject* context, Done done)
{
    submit(session::ResumeRun{run}, context, std::move(done));
}

void WorkspaceModel::cancel(const RunId& run, const QString& reason, QObject* context, Done done)
{
    submit(session::CancelRun{run, utf8(reason)}, context, std::move(done));
}

void WorkspaceModel::replay(const EventId& event, QObject* context, Done done) { submit(session::ReplayEvent{event}, context, std::move(done)); }

void WorkspaceModel::approve(const RequestId& request, const QString& digest, const QString& comment, QObject* context, Done done)
{
    submit(session::DecideRequest{request, true, utf8(comment), utf8(digest)}, context, std::move(done));
}

void WorkspaceModel::reject(const RequestId& request, const QString& digest, const QString& reason, QObject* context, Done done)
{
    submit(session::DecideRequest{request, false, utf8(reason), utf8(digest)}, context, std::move(done));
}

void WorkspaceModel::submit(session::Command command, QObject* context, Done done)
{
    m_source->submit(command, [guard = QPointer<QObject>(context), done = std::move(done)](const Result<Json>& result) {
        if (!guard)
            return;
        if (result)
            done({*result, {}, {}});
        else
            done({{}, messages::sentence(result.error()), result.error().code});
    });
}

void WorkspaceModel::history(const RunId& run, QObject* context, std::function<void(const Events&)> done)
{
    const auto began = m_began.find(run);
    if (began == m_began.end())
        return done({});
    m_source->history(run, began->second, [run, guard = QPointer<QObject>(context), done = std::move(done)](const Result<Events>& all) {
        if (!guard)
            return;
        Events own;
        for (const engine::StoredEvent& event : all ? *all : Events{}) {
            if (runOf(event) == run)
                own.push_back(event);
        }
        done(own);
    });
}

// An owner leaves when there is nothing to do. One that went earlier was killed, and its runs wait for the next; in a
// restricted workspace they do so until the person trusts it.
void WorkspaceModel::wakeForUnfinished()
{
    if (m_open && !m_hasOwner && m_info.trusted && !engine::isIdle(m_view.workspace))
        m_source->wake();
}

void WorkspaceModel::take(const std::shared_ptr<Opening>& opening)
{
    m_view = std::move(opening->view);
    m_began = std::move(opening->began);
    m_pending.clear();
    m_broken = false;
    m_open = true;
    Q_EMIT opened();
    wakeForUnfinished();
}

void WorkspaceModel::readLogged(const tracking::LoggedQuestion& question, QObject* context, std::function<void(const Result<tracking::Logged>&)> done)
{
    m_source->readLogged(question, [context = QPointer<QObject>(context), done = std::move(done)](const Result<tracking::Logged>& logged) {
        if (context)
            done(logged);
    });
}

// They come a few times a second, so what they change is shown at once.
void WorkspaceModel::take(const session::Notice& notice)
{
    const auto reading = session::progressIn(notice);
    const auto trouble = session::troubleIn(notice);
    if (reading) {
        m_readings.insert_or_assign(reading->attempt, *reading);
        Q_EMIT runsChanged({reading->attempt.run});
    }
    if (const auto environment = session::environmentIn(notice)) {
        m_installing.insert_or_assign(environment->attempt, *environment);
        Q_EMIT runsChanged({environment->attempt.run});
    }
    if (trouble && std::exchange(m_trouble, messages::sentence(*trouble)) != m_trouble)
        Q_EMIT troubleChanged(m_trouble);
    Q_EMIT noticeArrived(notice);
}

const session::InputProgress* WorkspaceModel::reading(const RunId& run, const engine::Instance& instance) const
{
    const auto found = instance.attempts.empty() ? m_readings.end() : m_readings.find({run, instance.id, instance.attempts.back().number});
    return found == m_readings.end() ? nullptr : &found->second;
}

const session::EnvironmentProgress* WorkspaceModel::installing(const RunId& run, const engine::Instance& instance) const
{
    const auto found = instance.attempts.empty() ? m_installing.end() : m_installing.find({run, instance.id, instance.attempts.back().number});
    return found == m_installing.end() ? nullptr : &found->second;
}

// An attempt reads its inputs, and its environment is made, before its command starts.
void WorkspaceModel::forgetReadings()
{
    const auto hasBegun = [this](const auto& told) {
        const engine::Attempt* attempt = m_view.workspace.attempt(told.first);
        return !attempt || attempt->phase != engine::Attempt::Phase::planned;
    };
    std::erase_if(m_readings, hasBegun);
    std::erase_if(m_installing, hasBegun);
}

void WorkspaceModel::take(const Events& events)
{
    m_pending.insert(m_pending.end(), events.begin(), events.end());
    if (m_drain.isActive() || m_pending.empty())
        return;
    const qint64 since = m_sinceDrain.isValid() ? m_sinceDrain.elapsed() : drainInterval;
    m_drain.start(static_cast<int>(qMax<qint64>(0, drainInterval - since)));
}

void WorkspaceModel::drain()
{
    QElapsedTimer spent;
    spent.start();
    Events folded;
    while (!m_pending.empty() && !m_broken && spent.elapsed() < drainBudget) {
        engine::StoredEvent event = std::move(m_pending.front());
        m_pending.pop_front();
        if (event.seq <= m_view.seq)
            continue;
        if (!fold(event))
            return m_source->open(); // something is missing in between: the log itself is read again
        if (!m_broken)
            folded.push_back(std::move(event));
    }
    if (m_broken)
        m_pending.clear();
    m_sinceDrain.start();
    if (!m_pending.empty())
        m_drain.start(drainInterval);
    announce(folded);
}

bool WorkspaceModel::fold(const engine::StoredEvent& event)
{
    const auto result = m_view.fold(event);
    if (!result && result.error().code == ErrorCode::conflict)
        return false;
    if (!result) {
        m_broken = true; // nothing after a damaged event can be believed
        Q_EMIT failed(messages::sentence(result.error()));
        return true;
    }
    if (event.type == "run.created") {
        if (const auto run = runOf(event))
            m_began.emplace(*run, event.seq);
    }
    return true;
}

void WorkspaceModel::announce(const Events& folded)
{
    if (folded.empty())
        return;
    forgetReadings();
    if (!std::exchange(m_trouble, {}).isEmpty())
        Q_EMIT troubleChanged({});
    std::set<RunId> runs;
    bool requests = false;
    bool registry = false;
    bool inbox = false;
    for (const engine::StoredEvent& event : folded) {
        if (const auto run = runOf(event); run && m_view.workspace.run(*run))
            runs.insert(*run);
        requests |= event.type.starts_with("approval.") || event.type.starts_with("request.");
        registry |= registry::isRegistryType(event.type);
        inbox |= event.type.starts_with("inbox.");
        for (const RunId& run : removedIn(event)) {
            if (m_view.workspace.run(run))
                runs.insert(run);
        }
    }
    if (inbox)
        Q_EMIT inboxChanged();
    if (registry)
        Q_EMIT registryChanged();
    if (!runs.empty())
        Q_EMIT runsChanged(QList<RunId>(runs.begin(), runs.end()));
    if (requests)
        Q_EMIT requestsChanged();
    Q_EMIT eventsFolded(folded);
}

} // namespace penstock::models
