// The durable side of the owner: every change of what is true goes through one Entry, which is committed whole or not at all.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/engine/decide.h"
#include "core/registry/decide.h"
#include "core/session/view.h"

#include <string>
#include <vector>

namespace penstock::host {

// Owner's thread only. While an entry is open the view is ahead of the disk; a failed commit folds the log anew.
class Ledger final {
public:
    Ledger(engine::EventStore& log, const Clock& clock, Random& random, int slots);

    // Folds the whole log. Errors: corrupt, io.
    Result<void> load();

    const session::View& view() const { return m_view; }
    void setSlots(int slots); // no event: how much runs at once is the machine's affair, not the run's
    void setCapacity(engine::Capacity capacity); // likewise

    // Each adds to the open entry and to the view. An error of decide() leaves both as they were.
    Result<void> decide(const engine::Input& input, const std::string& actor);
    void record(const registry::Event& event, const std::string& actor);
    void admit();

    struct Committed {
        std::vector<engine::StoredEvent> events;
        std::vector<engine::Effect> effects;
    };
    bool isOpen() const { return !m_events.empty(); }
    // Closes the entry. Errors: as EventStore::append; the view then equals the log again and effects are gone.
    Result<Committed> commit();

private:
    void add(std::string type, Json payload, const std::string& actor, Instant at);
    void take(engine::Batch& batch, Instant at);
    std::string freshId();

    engine::EventStore& m_log;
    const Clock& m_clock;
    Random& m_random;
    engine::Capacity m_capacity;
    int m_slots;
    session::View m_view;
    std::vector<engine::StoredEvent> m_events;
    std::vector<engine::Effect> m_effects;
};

} // namespace penstock::host
