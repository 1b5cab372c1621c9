#include "app/cli/event_watch.h"

#include "app/cli/cli_text.h"
#include "app/cli/inbox_text.h"
#include "core/messages/messages.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

class EventWatch::Relay final : public session::Follower {
public:
    explicit Relay(EventWatch& watch) : m_watch(watch) {}
    void events(const std::vector<engine::StoredEvent>& events) override { m_watch.take(events); }
    void notice(const session::Notice&) override {}
    void closed(const Error&) override {}

private:
    EventWatch& m_watch;
};

EventWatch::EventWatch(const Invocation& invocation, const Workspace& workspace)
    : m_console(invocation.console)
    , m_workspace(workspace)
    , m_connection(workspace.place(invocation.program))
{}

EventWatch::~EventWatch() = default;

Result<Exit> EventWatch::giveAndTell(session::Command command, bool wait)
{
    const auto reply = give(m_connection, std::move(command));
    if (!reply)
        return reply.error();
    const bool trusted = boolAt(*reply, "trusted");
    if (!trusted)
        m_console.note(Cli::tr("It is kept. Nothing starts here until this workspace is trusted: `penstock run FILE --trust`."));
    const auto event = EventId::parse(textAt(*reply, "event"));
    if (wait && trusted && event)
        return watch(*event);
    if (m_console.wantsJson())
        m_console.json(*reply);
    else
        tellReceived(*reply);
    return Exit::done;
}

void EventWatch::tellReceived(const Json& reply)
{
    const QString event = fromUtf8(textAt(reply, "event"));
    if (boolAt(reply, "duplicate"))
        m_console.line(Cli::tr("%1 came before with this key; nothing was started again.").arg(event));
    else
        m_console.line(Cli::tr("%1 is in the inbox.").arg(event));
}

Result<Exit> EventWatch::watch(const EventId& event)
{
    auto view = readView(m_workspace);
    if (!view)
        return view.error();
    m_view = std::move(*view);
    m_event = event;
    // An owner that died is followed by one that handles what it left.
    connect(&m_connection, &remote::Connection::disconnected, this, [this] { m_connection.wake(); });
    connect(&m_connection, &remote::Connection::failed, this, [this](const Error& why) {
        m_failed = why;
        m_loop.quit();
    });
    const engine::Inbox& inbox = m_view.workspace.inbox;
    if (!inbox.find(event) || inbox.open.contains(event)) {
        m_following = m_connection.follow(m_view.seq, std::make_shared<Relay>(*this));
        m_loop.exec();
        m_following.reset();
    }
    if (m_failed)
        return *m_failed;
    return tell(*inbox.find(event));
}

void EventWatch::take(const std::vector<engine::StoredEvent>& events)
{
    for (const auto& event : events) {
        if (const auto folded = m_view.fold(event); !folded) {
            m_failed = folded.error();
            return m_loop.quit();
        }
    }
    const engine::InboxEvent* event = m_view.workspace.inbox.find(m_event);
    if (event && event->handled)
        m_loop.quit();
}

Exit EventWatch::tell(const engine::InboxEvent& event)
{
    if (m_console.wantsJson()) {
        m_console.json(eventJson(event));
    } else {
        m_console.line(m_console.toned(fromUtf8(event.id.text()), Tone::bold) + u"  "_s + shown(m_console, stateText(m_console, event.state()))
                       + u"  "_s + outcomeText(event));
    }
    return event.state() == engine::InboxEvent::State::failed ? Exit::failed : Exit::done;
}

} // namespace penstock::cli
