// The way from a client to the owner of a workspace, whoever that is at the moment: finds it, starts one when it is
// needed, notices when one comes or goes.
//
// Owners come and go by design (they leave when idle), so being without one is an ordinary state and not an error: then
// the log is read from its file. A command wakes an owner; watching never does, or a window would keep the owner from
// leaving. There are never two: whoever is started asks for the workspace's lock, and the loser goes at once.
#pragma once

#include <QObject> // first: see remote_session.h

#include "core/remote/owner_file.h"
#include "core/remote/remote_session.h"

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace penstock::remote {

// One thread with an event loop. As a session it bridges changes of the owner: what is submitted waits for an owner,
// and a following goes on with the next owner where it stood, without a gap; its closed() is never called.
class Connection final : public QObject, public session::Session {
    Q_OBJECT

public:
    struct Place {
        std::string workspace; // canonical
        // Where owner.json is; empty while there is none: the first owner of a workspace decides it, so this is asked
        // again.
        std::function<std::string()> stateFolder;
        std::string program; // path of `penstock`, which is started as `serve --until-idle --workspace DIR`
    };
    enum class State {
        asleep,     // no owner; watching for one
        connecting, // somebody is asked, or one is being started
        connected,
    };

    explicit Connection(Place place, QObject* parent = nullptr);
    ~Connection() override;

    State state() const { return m_state; }
    const Hello& hello() const { return m_hello; } // of the owner that is connected, else of the last one

    void watch(); // connect to the owner there is, now and whenever one comes
    void wake();  // the same, and start one when there is none
    void setStartDeadline(std::chrono::milliseconds deadline) { m_startDeadline = deadline; }

    // Wakes an owner if need be. A connection that is lost before the answer is tried once more with the same key,
    // which cannot do anything twice. Errors: those of the command; busy ("remote.owner_did_not_start" with its last
    // words).
    void submit(session::Order order, Reply reply) override;
    std::unique_ptr<session::Subscription> follow(Seq after, std::shared_ptr<session::Follower> follower) override;

Q_SIGNALS:
    void connected();
    void disconnected();                     // the owner went; what it made durable is in the log
    void failed(const penstock::Error& why); // no owner could be started, or it speaks another protocol

private:
    class Following;
    struct Waiting {
        session::Order order;
        Reply reply;
        bool repeated = false;
    };

    void look();
    void watchFolder(const std::string& folder);
    void ask(const OwnerFile& owner);
    void onHello(const Result<Hello>& hello);
    bool isTimeToStart() const;
    bool hasFailed() const;
    void startOwner();
    QString wordsFile() const;
    void giveUp(const Error& why);
    void onLost();
    void send(Waiting waiting);
    Error didNotStart() const;

    Place m_place;
    State m_state = State::asleep;
    Hello m_hello;
    QPointer<RemoteSession> m_session;
    std::unique_ptr<session::Subscription> m_presence; // a following of nothing: its end tells that the owner went
    std::vector<Waiting> m_waiting;
    std::vector<Following*> m_followings;
    bool m_wanted = false; // an owner is to be started
    bool m_asking = false;
    int m_launches = 0; // since the last wake
    qint64 m_startedPid = 0;
    qint64 m_wordsBefore = 0;
    std::chrono::milliseconds m_startDeadline{10'000};
    QElapsedTimer m_sinceWake, m_sinceLaunch;
    QTimer m_again; // looks again: quickly while one is being started, else slowly
    QFileSystemWatcher m_watcher;
};

} // namespace penstock::remote
