#include "core/engine/inbox.h"

#include <algorithm>

namespace penstock::engine {

InboxEvent::State InboxEvent::state() const
{
    const auto has = [this](EventOutcome::What what) { return std::ranges::count(outcomes, what, &EventOutcome::what) > 0; };
    if (!handled)
        return State::received;
    if (has(EventOutcome::What::failed))
        return State::failed;
    return has(EventOutcome::What::started) ? State::started : State::unmatched;
}

const char* name(InboxEvent::State state)
{
    switch (state) {
    case InboxEvent::State::received: return "received";
    case InboxEvent::State::started: return "started";
    case InboxEvent::State::unmatched: return "unmatched";
    case InboxEvent::State::failed: return "failed";
    }
    return "";
}

const InboxEvent* Inbox::find(const EventId& id) const
{
    const auto found = events.find(id);
    return found == events.end() ? nullptr : &found->second;
}

const InboxEvent* Inbox::same(const EventReceived& event) const
{
    if (const auto order = orders.find(event.order); order != orders.end())
        return find(order->second);
    const auto key = keys.find({event.name, event.key});
    return event.key.empty() || key == keys.end() ? nullptr : find(key->second);
}

} // namespace penstock::engine
