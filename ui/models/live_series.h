// What attempts logged, as it becomes more: read where it is kept each time the owner says that it has grown, and only
// what is new of it. Nobody has to wait for a script, and nothing is lost when a notice is.
#pragma once

#include <QObject>

#include "core/tracking/logged.h"
#include "ui/models/workspace_model.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace penstock::models {

class LiveSeries final : public QObject {
    Q_OBJECT

public:
    explicit LiveSeries(WorkspaceModel& workspace, QObject* parent = nullptr);

    // Forgets the others. What is known of those that stay is kept.
    void follow(const std::vector<AttemptId>& attempts);
    // Whose points are read; the heads of all series are there in any case.
    void want(const std::set<std::string>& names);

    const std::vector<AttemptId>& followed() const { return m_attempts; }
    // Null until the first answer has come.
    const std::vector<tracking::LoggedSeries>* of(const AttemptId& attempt) const;
    std::set<std::string> names() const; // of all

Q_SIGNALS:
    void changed(); // at most 30 times a second, less often where drawing is slow

private:
    struct Known {
        std::vector<tracking::LoggedSeries> series;
        bool isAnswered = false;
        bool isAsked = false;
        bool isStale = true; // there may be more than is known
    };

    void grow(const AttemptId& attempt);
    void ask(const AttemptId& attempt);
    void take(const AttemptId& attempt, const std::set<std::string>& wanted, const Result<tracking::Logged>& logged);
    void announce();

    WorkspaceModel& m_workspace;
    std::vector<AttemptId> m_attempts;
    std::map<AttemptId, Known> m_known;
    std::set<std::string> m_wanted;
    QTimer m_announce;
    int m_pause; // ms between two signals
};

} // namespace penstock::models
