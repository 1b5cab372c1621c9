#pragma once

#include "core/session/session.h"

#include <functional>
#include <optional>
#include <vector>

namespace penstock::test {

// Keeps all it is told. For followings whose callbacks come in the test's own thread.
class RecordingFollower final : public session::Follower {
public:
    void events(const std::vector<engine::StoredEvent>& events) override
    {
        events_.insert(events_.end(), events.begin(), events.end());
        if (onEvents)
            onEvents();
    }
    void notice(const session::Notice& notice) override { notices.push_back(notice); }
    void closed(const Error& why) override { closedBy = why; }

    bool isGapFree() const
    {
        for (std::size_t i = 1; i < events_.size(); ++i) {
            if (events_[i].seq != events_[i - 1].seq + 1)
                return false;
        }
        return true;
    }

    std::vector<engine::StoredEvent> events_;
    std::vector<session::Notice> notices;
    std::optional<Error> closedBy;
    std::function<void()> onEvents;
};

} // namespace penstock::test
