// Events from outside: stored before they are acknowledged, each handled once. A value; not thread-safe.
#pragma once

#include "core/engine/event.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace penstock::engine {

struct InboxEvent {
    enum class State { received, started, unmatched, failed };

    EventId id;
    std::string name, key, replayOf, actor;
    Json data = Json::object();
    Instant at{}, handledAt{};
    bool handled = false;
    std::vector<EventOutcome> outcomes; // by pipeline that listens to its name
    int repeats = 0;                    // how often it came again with its key

    State state() const; // failed: at least one run that it should have started was refused
    bool operator==(const InboxEvent&) const = default;
};

const char* name(InboxEvent::State state); // stable words for JSON

struct Inbox {
    std::map<EventId, InboxEvent> events;
    std::map<std::pair<std::string, std::string>, EventId> keys; // name and key of their senders
    std::map<std::string, EventId> orders;                       // idempotency key of the command
    std::set<EventId> open;                                      // not handled
    std::uint64_t last = 0;

    const InboxEvent* find(const EventId& id) const;
    // The event that this one is again; null when it is new.
    const InboxEvent* same(const EventReceived& event) const;
    bool operator==(const Inbox&) const = default;
};

inline constexpr std::size_t mostOpenEvents = 10'000; // more are refused until some are handled
inline constexpr std::size_t largestEvent = 256 << 10; // bytes of its data as JSON text
inline constexpr std::size_t longestEventKey = 256;

} // namespace penstock::engine
