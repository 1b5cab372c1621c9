#include "app/cli/run_watch.h"

#include "app/cli/cli_text.h"
#include "app/cli/interrupt.h"
#include "app/cli/state_text.h"
#include "app/cli/step_log_file.h"
#include "core/messages/messages.h"
#include "core/remote/wire.h"

#include <utility>

namespace penstock::cli {

using namespace Qt::StringLiterals;
using engine::InstanceState;

namespace {

constexpr int tailLines = 20;

// Whether an event speaks of this run: by its `run`, or the run in front of an attempt's or request's id.
bool concerns(const engine::StoredEvent& event, const std::string& run)
{
    for (const char* key : {"run", "attempt", "request"}) {
        const std::string subject = textAt(event.payload, key);
        if (subject == run || subject.starts_with(run + '/'))
            return true;
    }
    return false;
}

// The instance that an event speaks of; none: it may have changed many.
std::optional<InstanceId> instanceOf(const engine::StoredEvent& event)
{
    if (const auto attempt = AttemptId::parse(textAt(event.payload, "attempt")))
        return attempt->instance;
    return InstanceId::parse(textAt(event.payload, "instance"));
}

bool isTold(InstanceState state) { return state != InstanceState::pending && state != InstanceState::ready; }

} // namespace

class RunWatch::Relay final : public session::Follower {
public:
    explicit Relay(RunWatch& watch) : m_watch(watch) {}
    void events(const std::vector<engine::StoredEvent>& events) override { m_watch.take(events); }
    void notice(const session::Notice& notice) override { m_watch.takeNotice(notice); }
    void closed(const Error&) override {}

private:
    RunWatch& m_watch;
};

RunWatch::RunWatch(const Invocation& invocation, const Workspace& workspace, WatchOptions options)
    : m_console(invocation.console)
    , m_workspace(workspace)
    , m_options(options)
    , m_connection(workspace.place(invocation.program))
    , m_notices(m_console)
{
    connect(&m_connection, &remote::Connection::disconnected, this, &RunWatch::onDisconnected);
    connect(&m_connection, &remote::Connection::failed, this, [this](const Error& why) {
        if (!m_watching)
            return; // told by the command's reply
        m_console.error(why);
        leave(Exit::unable);
    });
}

RunWatch::~RunWatch() = default;

Result<void> RunWatch::begin()
{
    auto view = readView(m_workspace);
    if (!view)
        return view.error();
    m_view = std::move(*view);
    m_following = m_connection.follow(m_view.seq, std::make_shared<Relay>(*this));
    return {};
}

Exit RunWatch::watch(const RunId& run)
{
    m_run = run;
    m_watching = true;
    m_connection.watch();
    Interrupt interrupt({SIGINT, SIGTERM});
    connect(&interrupt, &Interrupt::raised, this, &RunWatch::onInterrupt);
    for (const auto& event : std::exchange(m_early, {})) {
        if (m_console.wantsJson() && concerns(event, m_run.text()))
            m_console.jsonLine(remote::toJson(event));
    }
    take({});
    if (!m_exit)
        m_loop.exec();
    m_following.reset();
    return *m_exit;
}

void RunWatch::take(const std::vector<engine::StoredEvent>& events)
{
    m_notices.endOfTrouble();
    for (const auto& event : events) {
        if (event.seq <= m_view.seq)
            continue; // read from the file before
        if (const auto folded = m_view.fold(event); !folded) {
            m_console.error(folded.error());
            return leave(Exit::unable);
        }
        if (!m_watching)
            m_early.push_back(event);
        else if (concerns(event, m_run.text()))
            takeOwn(event);
    }
    const engine::Run* current = m_watching ? run() : nullptr;
    if (!current)
        return;
    if (!m_console.wantsJson())
        tellRun(*current);
    considerEnd();
}

void RunWatch::takeOwn(const engine::StoredEvent& event)
{
    if (m_console.wantsJson())
        return m_console.jsonLine(remote::toJson(event));
    const auto instance = m_changed ? instanceOf(event) : std::nullopt;
    if (instance)
        m_changed->push_back(*instance);
    else
        m_changed.reset();
}

void RunWatch::tellRun(const engine::Run& run)
{
    if (!std::exchange(m_begun, true)) {
        const QString parameters = parametersText(run.parameters);
        m_console.line(m_console.toned(fromUtf8(run.id.text()), Tone::bold) + u"  "_s +
                       m_console.toned(parameters, Tone::muted));
    }
    const auto changed = std::exchange(m_changed, std::vector<InstanceId>());
    if (changed) {
        for (const InstanceId& id : *changed) {
            if (const engine::Instance* instance = run.find(id))
                tellChange(run, *instance);
        }
    } else {
        for (const engine::Instance& instance : run.instances)
            tellChange(run, instance);
    }
    for (const engine::Request* request : openRequests(m_view, &run.id)) {
        if (m_asked.insert(request->id).second)
            tellQuestion(*request);
    }
    std::fflush(stdout);
}

void RunWatch::tellChange(const engine::Run& run, const engine::Instance& instance)
{
    const std::pair now(instance.state, instance.attempts.size());
    auto& told = m_told.try_emplace(instance.id, InstanceState::pending, 0).first->second;
    if (std::exchange(told, now) != now && isTold(instance.state))
        tellInstance(run, instance);
}

void RunWatch::tellInstance(const engine::Run& run, const engine::Instance& instance)
{
    const StateText state = stateText(m_console, instance.state);
    QString text = u"  "_s + shown(m_console, state) + QString(std::max(1, 12 - displayWidth(state.word)), u' ') +
                   m_console.toned(fromUtf8(instance.id.text()), Tone::bold);
    if (instance.attempts.size() > 1)
        text += u"  "_s + Cli::tr("attempt %1").arg(instance.attempts.size());
    if (engine::isEnd(instance.state) && !instance.attempts.empty())
        text += u"  "_s + m_console.toned(spanText(spanOf(instance, wallTime())), Tone::muted);
    const bool bad = instance.state == InstanceState::failed || instance.state == InstanceState::lost ||
                     instance.state == InstanceState::delayed;
    const QString reason =
        instance.state == InstanceState::waiting ? QString() : reasonText(m_view.workspace, run, instance);
    if (!reason.isEmpty())
        text += u"  "_s + (bad ? reason : m_console.toned(reason, Tone::muted));
    if (const auto dropped = instance.attempts.empty() ? 0 : droppedOutput(instance.attempts.back()); dropped > 0)
        text += u"  "_s + m_console.toned(Cli::tr("%1 of its output were not kept").arg(sizeText(dropped)), Tone::muted);
    m_console.line(text);
    if (instance.state == InstanceState::failed)
        tellLogTail(run, instance);
}

void RunWatch::tellQuestion(const engine::Request& request)
{
    m_console.line(u"    "_s + m_console.toned(fromUtf8(textAt(request.subject, "question")), Tone::waiting));
    m_console.line(u"    penstock approve %1 --comment TEXT   |   penstock reject %1 --reason TEXT"_s.arg(
        fromUtf8(request.id.text())));
}

void RunWatch::tellLogTail(const engine::Run& run, const engine::Instance& instance)
{
    if (instance.attempts.empty())
        return;
    const AttemptId attempt{run.id, instance.id, instance.attempts.back().number};
    const auto tail = StepLogFile(m_workspace, attempt).tail(tailLines);
    for (const QString& line : tail)
        m_console.line(m_console.toned(m_console.isUnicode() ? u"      │ "_s : u"      | "_s, Tone::muted) + line);
}

void RunWatch::tellEnd(const engine::Run& run)
{
    const QString span = spanText(run.endedAt - run.createdAt);
    m_console.line(m_console.toned(fromUtf8(run.id.text()), Tone::bold) + u"  "_s +
                   shown(m_console, stateText(m_console, run)) + u"  "_s + m_console.toned(span, Tone::muted));
}

void RunWatch::takeNotice(const session::Notice& notice)
{
    const std::string mine = m_run.text() + '/';
    if (!m_watching || !(notice.subject.starts_with(mine) || notice.subject == "workspace"))
        return;
    if (m_console.wantsJson())
        m_console.jsonLine(remote::toJson(notice));
    else if (notice.type == "unkillable")
        m_console.line(m_console.toned(Cli::tr("%1: process %2 (%3) does not end, though it was killed; its slot stays "
                                               "taken until it is gone")
                                           .arg(fromUtf8(notice.subject.substr(mine.size())))
                                           .arg(integerAt(notice.content, "pid"))
                                           .arg(fromUtf8(textAt(notice.content, "command"))),
                                       Tone::warning));
    else
        m_notices.tell(notice);
}

void RunWatch::considerEnd()
{
    const engine::Run& current = *run();
    if (engine::isEnd(current.state)) {
        if (!m_console.wantsJson())
            tellEnd(current);
        return leave(exitFor(current.state));
    }
    if (m_options.untilBlocked && current.isBlocked())
        leave(Exit::waiting);
}

void RunWatch::onDisconnected()
{
    if (!m_watching || m_exit)
        return;
    // What the owner made durable but did not come to tell is in the file.
    if (const auto missed = readEvents(m_workspace, m_view.seq))
        take(*missed);
    if (!m_exit && run() && !run()->isBlocked())
        m_connection.wake();
}

void RunWatch::onInterrupt()
{
    if (++m_interrupts > 1) {
        m_console.note(
            Cli::tr("Left. The run goes on ending; `penstock show %1` tells how.").arg(fromUtf8(m_run.text())));
        return leave(Exit::cancelled);
    }
    m_console.note(Cli::tr("Cancelling %1. Ctrl-C again leaves it alone.").arg(fromUtf8(m_run.text())));
    m_connection.submit({{}, {}, session::CancelRun{m_run, "Ctrl-C"}}, [this](const Result<Json>& answer) {
        if (!answer && !m_exit) {
            m_console.error(answer.error());
            leave(Exit::unable);
        }
    });
}

void RunWatch::leave(Exit exit)
{
    if (!m_exit)
        m_exit = exit;
    m_loop.quit();
}

Exit watchReply(RunWatch& watch, const Result<Json>& reply, const Invocation& invocation)
{
    if (!reply) {
        invocation.console.error(reply.error());
        return exitFor(reply.error());
    }
    const auto run = RunId::parse(textAt(*reply, "run"));
    return run ? watch.watch(*run) : Exit::done;
}

} // namespace penstock::cli
