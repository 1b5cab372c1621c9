// The durable log of a workspace: one gap-free sequence for all streams (engine, registry, workspace).
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"

#include <string>
#include <vector>

namespace penstock::engine {

struct StoredEvent {
    Seq seq = 0;       // given by the store
    std::string id;    // unique; given by who made it, so that a retried commit is recognised
    Instant at{};
    std::string actor; // "user:NAME", "engine"
    std::string type;  // "run.created", "registry.versionRegistered"
    Json payload;

    bool operator==(const StoredEvent&) const = default;
};

// One writer per workspace, one thread. After a successful append the events are on disk (synchronous=FULL).
class EventStore {
public:
    virtual ~EventStore() = default;

    // All or nothing, in order; fills in `seq`. An append whose commit failed is looked up by id before it is reported.
    // Errors: full, io, busy, conflict (another writer), corrupt. Where even the look-up failed, nothing of it is read before
    // another append has settled what happened; one of no events does only that.
    virtual Result<void> append(std::vector<StoredEvent>& events) = 0;
    virtual Result<std::vector<StoredEvent>> read(Seq after, std::size_t limit) const = 0;
    virtual Seq head() const = 0;
};

} // namespace penstock::engine
