#pragma once

#include "core/engine/event_store.h"

#include <string>
#include <vector>

namespace penstock::test {

inline engine::StoredEvent makeEvent(const std::string& id, int value = 0)
{
    return {0,
            id,
            Instant(Duration(1'700'000'000'000 + value)),
            "user:ada",
            "run.created",
            Json{{"value", value}, {"text", "é\n"}}};
}

inline std::vector<engine::StoredEvent> makeEvents(const std::string& prefix, int count)
{
    std::vector<engine::StoredEvent> events;
    for (int i = 0; i < count; ++i)
        events.push_back(makeEvent(prefix + std::to_string(i), i));
    return events;
}

} // namespace penstock::test
