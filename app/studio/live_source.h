// Events of a real workspace: its log, read in a worker, then what its owner says; and the way for commands to the owner,
// which is started when there is none.
#pragma once

#include <QObject>

#include "core/remote/connection.h"
#include "ui/models/event_source.h"

#include <QThreadPool>

#include <atomic>
#include <string>

namespace penstock::studio {

class LiveSource final : public models::EventSource {
    Q_OBJECT

public:
    explicit LiveSource(remote::Connection::Place place, QObject* parent = nullptr);
    ~LiveSource() override;

    void open() override;
    void wake() override { m_connection.wake(); }
    void submit(const session::Command& command, Reply reply) override;
    void history(const RunId& run, Seq first, std::function<void(const Result<Events>&)> reply) override;
    void readLogged(const tracking::LoggedQuestion& question, std::function<void(const Result<tracking::Logged>&)> reply) override;

Q_SIGNALS:
    void stateFolderKnown(const QString& folder);

private:
    class Relay;

    void follow(Seq after);
    void readOn();
    void look();

    remote::Connection::Place m_place;
    remote::Connection m_connection;
    std::shared_ptr<Relay> m_relay;
    std::unique_ptr<session::Subscription> m_following;
    Seq m_known = 0; // of the last event handed over
    std::atomic<bool> m_stop{false};
    QThreadPool m_series; // one thread of their own: long series do not keep events waiting
    QThreadPool m_pool; // one thread: reads come in the order they were asked for
};

} // namespace penstock::studio
