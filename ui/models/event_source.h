// Where a WorkspaceModel's facts come from and its commands go. The programs implement it with the log's file and the
// owner's socket; tests feed recorded events.
#pragma once

#include <QObject> // before the standard headers behind session.h, on which moc of Qt 6.4 stumbles otherwise

#include "core/session/session.h"
#include "core/session/view.h"
#include "core/tracking/logged.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace penstock::models {

// The whole log so far, folded: made in a worker, handed over once.
struct Opening {
    session::View view;
    std::map<RunId, Seq> began; // where each run's events start
};

// Lives in the GUI's thread and signals there; never blocks. Events come in order and without gaps after what opened()
// held; repeating some of them is fine.
class EventSource : public QObject {
    Q_OBJECT

public:
    using Reply = std::function<void(const Result<Json>&)>;
    using Events = std::vector<engine::StoredEvent>;

    using QObject::QObject;

    virtual void open() = 0; // answered by opened() or failed()
    virtual void wake() = 0; // somebody has to go on with what was begun: starts an owner if there is none
    // Starts an owner if there is none. The reply comes from the event loop, not from within the call.
    virtual void submit(const session::Command& command, Reply reply) = 0;
    // Events of the log from `first` on, for as long as the run lasted; others may be among them.
    virtual void history(const RunId& run, Seq first, std::function<void(const Result<Events>&)> reply) = 0;
    // What an attempt logged so far. The reply comes from the event loop, not from within the call.
    virtual void readLogged(const tracking::LoggedQuestion& question, std::function<void(const Result<tracking::Logged>&)> reply) = 0;

Q_SIGNALS:
    void opened(const std::shared_ptr<penstock::models::Opening>& opening);
    void arrived(const std::vector<penstock::engine::StoredEvent>& events);
    void noticed(const penstock::session::Notice& notice);
    void ownerChanged(bool present);
    void failed(const penstock::Error& why); // the log cannot be read, or no owner could be started
};

} // namespace penstock::models
