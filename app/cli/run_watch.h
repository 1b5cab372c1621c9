// Follows one run to its end (or to the question that blocks it) and tells what happens, live.
#pragma once

#include <QObject> // first: see core/remote/remote_session.h

#include "app/cli/live_notices.h"
#include "app/cli/order.h"
#include "app/cli/reading.h"

#include <QEventLoop>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace penstock::cli {

struct WatchOptions {
    bool untilBlocked = false; // return when only a person can go on
};

// Ctrl-C asks the run to cancel; a second one leaves it alone. When the owner goes while steps should run, another is
// woken; while only a person can go on, none is needed and none is kept.
class RunWatch final : public QObject {
    Q_OBJECT

public:
    RunWatch(const Invocation& invocation, const Workspace& workspace, WatchOptions options);
    ~RunWatch() override;

    // Begins to follow the log, so that nothing of what is given next is missed. Errors: those of readView().
    Result<void> begin();
    Result<Json> give(session::Command command) { return cli::give(m_connection, std::move(command)); }
    Exit watch(const RunId& run);

private:
    class Relay;

    void take(const std::vector<engine::StoredEvent>& events);
    void takeNotice(const session::Notice& notice);
    void takeOwn(const engine::StoredEvent& event);
    void tellRun(const engine::Run& run);
    void tellChange(const engine::Run& run, const engine::Instance& instance);
    void tellInstance(const engine::Run& run, const engine::Instance& instance);
    void tellQuestion(const engine::Request& request);
    void tellEnd(const engine::Run& run);
    void tellLogTail(const engine::Run& run, const engine::Instance& instance);
    void considerEnd();
    void onDisconnected();
    void onInterrupt();
    void leave(Exit exit);
    const engine::Run* run() const { return m_view.workspace.run(m_run); }

    Console& m_console;
    Workspace m_workspace;
    WatchOptions m_options;
    remote::Connection m_connection;
    session::View m_view;
    std::vector<engine::StoredEvent> m_early; // came before the run's id was known
    std::unique_ptr<session::Subscription> m_following;
    RunId m_run;
    bool m_watching = false;
    bool m_begun = false;
    std::map<InstanceId, std::pair<engine::InstanceState, std::size_t>> m_told; // state and number of attempts
    std::optional<std::vector<InstanceId>> m_changed; // since they were told; none: any may have
    std::set<RequestId> m_asked;
    LiveNotices m_notices;
    int m_interrupts = 0;
    QEventLoop m_loop;
    std::optional<Exit> m_exit;
};

// What `run`, `resume` and `--wait` do after the command: the reply names the run. For exit codes see Exit.
Exit watchReply(RunWatch& watch, const Result<Json>& reply, const Invocation& invocation);

} // namespace penstock::cli
