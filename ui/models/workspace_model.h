// One open workspace: what is true there, as it becomes true, and the commands one can give.
//
// The truth stands as soon as the log has been folded, with or without an owner; then it follows. What arrives is folded at
// most 30 times a second and in slices, so that a burst costs the window nothing; one signal a kind and slice says what
// changed. GUI thread only. Destroying it stops nothing that runs.
#pragma once

#include <QObject>

#include "core/base/clock.h"
#include "core/registry/people.h"
#include "ui/models/event_source.h"
#include "ui/models/run_graph.h"

#include <QElapsedTimer>
#include <QList>
#include <QString>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <set>

namespace penstock::models {

struct WorkspaceInfo {
    QString folder;      // canonical
    QString name;
    QString stateFolder; // absolute; need not exist yet
    QString user;        // system user who gives the commands
    registry::People people;
    bool trusted = false;
};

// What came of a command; a problem is a whole sentence.
struct Answer {
    Json value;
    QString problem;
    ErrorCode code = ErrorCode::io; // when there is a problem

    bool ok() const { return problem.isEmpty(); }
};

class WorkspaceModel final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Answer&)>;
    using Events = EventSource::Events;

    // The clock must outlive this.
    WorkspaceModel(WorkspaceInfo info, std::unique_ptr<EventSource> source, const Clock& clock, QObject* parent = nullptr);
    ~WorkspaceModel() override;

    void open();
    bool isOpen() const { return m_open; }
    bool hasOwner() const { return m_hasOwner; }
    const WorkspaceInfo& info() const { return m_info; }
    void setPeople(registry::People people);
    void setTrusted(bool trusted);
    void setStateFolder(const QString& folder); // the first owner of a workspace decides where it is

    const session::View& view() const { return m_view; }
    const engine::Run* run(const RunId& id) const { return m_view.workspace.run(id); }
    Instant now() const { return m_clock.wall(); }
    int openRequests() const { return static_cast<int>(m_view.workspace.open.size()); }
    QString attemptFolder(const AttemptId& attempt) const;
    QString objectFile(const Digest& digest) const; // of the artifact store; may be gone
    const Readings& readings() const { return m_readings; }
    const session::InputProgress* reading(const RunId& run, const engine::Instance& instance) const; // null: none just now
    const session::EnvironmentProgress* installing(const RunId& run, const engine::Instance& instance) const; // the same
    // The name under which a user's acts are known: "user:ada" is Ada Lovelace where penstock.yaml says so.
    QString personOf(const std::string& actor) const;

    // Nothing is called once `context` is gone.
    void start(const session::StartRun& order, QObject* context, Done done);
    void reproduce(const RunId& run, QObject* context, Done done);
    void resume(const RunId& run, QObject* context, Done done);
    void cancel(const RunId& run, const QString& reason, QObject* context, Done done);
    void replay(const EventId& event, QObject* context, Done done);
    void approve(const RequestId& request, const QString& digest, const QString& comment, QObject* context, Done done);
    void reject(const RequestId& request, const QString& digest, const QString& reason, QObject* context, Done done);

    // The run's events so far; later ones come with eventsFolded().
    void history(const RunId& run, QObject* context, std::function<void(const Events&)> done);
    // What an attempt logged; that it has become more is told by a notice (session::SeriesGrown).
    void readLogged(const tracking::LoggedQuestion& question, QObject* context, std::function<void(const Result<tracking::Logged>&)> done);

Q_SIGNALS:
    void opened();
    void runsChanged(const QList<penstock::RunId>& runs);
    void requestsChanged();
    void inboxChanged();
    void registryChanged();
    void eventsFolded(const std::vector<penstock::engine::StoredEvent>& events);
    void noticeArrived(const penstock::session::Notice& notice);
    void ownerChanged(bool present);
    void infoChanged(); // people, trust
    void failed(const QString& sentence);
    void troubleChanged(const QString& sentence); // what happens cannot be recorded at present; empty when it is over

private:
    void wakeForUnfinished();
    void take(const std::shared_ptr<Opening>& opening);
    void take(const Events& events);
    void drain();
    bool fold(const engine::StoredEvent& event);
    void announce(const Events& folded);
    void take(const session::Notice& notice);
    void forgetReadings();
    void submit(session::Command command, QObject* context, Done done);

    WorkspaceInfo m_info;
    std::unique_ptr<EventSource> m_source;
    const Clock& m_clock;
    session::View m_view;
    std::map<RunId, Seq> m_began;
    std::deque<engine::StoredEvent> m_pending;
    QTimer m_drain;
    QElapsedTimer m_sinceDrain;
    Readings m_readings;
    std::map<AttemptId, session::EnvironmentProgress> m_installing;
    QString m_trouble;
    bool m_open = false;
    bool m_hasOwner = false;
    bool m_broken = false;
};

// The run an event is about, if any.
std::optional<RunId> runOf(const engine::StoredEvent& event);

} // namespace penstock::models
