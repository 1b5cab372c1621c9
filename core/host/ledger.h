// The durable side of the owner: every change of what is true goes through one Entry, which is committed whole or not at all.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/engine/decide.h"
#include "core/registry/decide.h"
#include "core/session/view.h"

#include <optional>
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
    // Closes the entry. Errors: as EventStore::append; then nothing of it is in the log, and the view equals the log again.
    // Unless the ledger is unsure: then the view may be ahead of the log, and nothing may be decided or told from it.
    Result<Committed> commit();
    bool isUnsure() const { return m_unsure.has_value(); }
    // What became of the entry that it is unsure of: nothing, or all of it. Errors: as the log; it stays unsure.
    Result<std::optional<Committed>> settle();

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
    std::optional<Committed> m_unsure;
};

} // namespace penstock::host
