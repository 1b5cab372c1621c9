// The facts of events from outside (event.h).
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace penstock::engine {

// An event from outside is in the inbox; who put it there has been told so only after this.
struct EventReceived {
    EventId event;
    std::string name;
    std::string key;  // of its sender: the same name and key again is the same event; empty: none
    Json data = Json::object();
    std::string replayOf; // text of the event that it repeats on purpose; empty: none
    std::string order;    // idempotency key of the command
};

// It came again with the same key; nothing else follows from that.
struct EventRepeated {
    EventId event;
};

// What an event did to one pipeline that listens to its name.
struct EventOutcome {
    enum class What { started, passedOver, failed };

    std::string file; // of the pipeline, relative to the workspace
    What what = What::started;
    std::string run;  // text of the run that it started
    Message why;      // no run was started

    bool operator==(const EventOutcome&) const = default;
};

const char* name(EventOutcome::What what);
std::optional<EventOutcome::What> eventOutcomeByName(std::string_view name);

// In one commit with the runs that it starts: an event without this has started none, one with it never starts another.
struct EventHandled {
    EventId event;
    std::vector<EventOutcome> outcomes; // one for each pipeline that listens to its name
};

} // namespace penstock::engine
