// An EventSource without an outside world: a test says what arrives and answers commands.
#pragma once

#include <QObject>

#include "core/base/clock.h"
#include "tests/ui/support/recorded_workspace.h"
#include "ui/models/workspace_model.h"

#include <memory>

namespace penstock::test {

class RecordedSource final : public models::EventSource {
    Q_OBJECT

public:
    void open() override { ++m_opens; }
    void wake() override { ++m_wakes; }
    void submit(const session::Command& command, Reply reply) override;
    void history(const RunId& run, Seq first, std::function<void(const Result<Events>&)> reply) override;
    void readLogged(const tracking::LoggedQuestion& question, std::function<void(const Result<tracking::Logged>&)> reply) override;

    // The folded log so far.
    void deliverOpening(const std::vector<engine::StoredEvent>& events);
    void deliver(const std::vector<engine::StoredEvent>& events) { Q_EMIT arrived(events); }
    void deliver(const session::Notice& notice) { Q_EMIT noticed(notice); }
    void log(const AttemptId& attempt, const std::vector<tracking::MetricPoint>& points); // and tells that it has grown
    void answer(const Result<Json>& result); // the oldest command that waits

    int opens() const { return m_opens; }
    int wakes() const { return m_wakes; }
    const std::vector<session::Command>& commands() const { return m_commands; }
    const std::vector<tracking::LoggedQuestion>& questions() const { return m_questions; }

private:
    int m_opens = 0;
    int m_wakes = 0;
    std::vector<engine::StoredEvent> m_known;
    std::vector<session::Command> m_commands;
    std::vector<tracking::LoggedQuestion> m_questions;
    std::map<AttemptId, std::map<std::string, std::vector<tracking::SeriesPoint>>> m_logged;
    std::vector<Reply> m_waiting;
};

// The clock stands at the end of the recording.
class StandingClock final : public Clock {
public:
    explicit StandingClock(Instant at)
        : m_at(at)
    {}
    Instant wall() const override { return m_at; }
    Duration monotonic() const override { return m_at.time_since_epoch(); }

private:
    Instant m_at;
};

// A model that is open on a recording. `user` gives the commands; grace is a lead, ada is not.
struct OpenWorkspace {
    explicit OpenWorkspace(const RecordedWorkspace& recorded, const QString& user = QStringLiteral("grace"));

    StandingClock clock;
    RecordedSource* source; // owned by the model
    models::WorkspaceModel model;
};

} // namespace penstock::test
