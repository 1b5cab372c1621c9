#include "core/host/ledger.h"

#include "core/engine/event_json.h"

#include <cinttypes>
#include <cstdio>
#include <utility>

namespace penstock::host {

namespace {

constexpr std::size_t pageOfEvents = 10'000;

} // namespace

Ledger::Ledger(engine::EventStore& log, const Clock& clock, Random& random, int slots)
    : m_log(log)
    , m_clock(clock)
    , m_random(random)
    , m_slots(slots)
{
    m_view.workspace.slots = slots;
}

Result<void> Ledger::load()
{
    session::View fresh;
    fresh.workspace.slots = m_slots;
    fresh.workspace.capacity = m_capacity;
    while (true) {
        const auto page = m_log.read(fresh.seq, pageOfEvents);
        if (!page)
            return page.error();
        if (page->empty())
            break;
        for (const engine::StoredEvent& event : *page) {
            if (const auto folded = fresh.fold(event); !folded)
                return folded.error();
        }
    }
    m_view = std::move(fresh);
    m_events.clear();
    m_effects.clear();
    return {};
}

void Ledger::setSlots(int slots)
{
    m_slots = slots;
    m_view.workspace.slots = slots;
}

void Ledger::setCapacity(engine::Capacity capacity)
{
    m_capacity = std::move(capacity);
    m_view.workspace.capacity = m_capacity;
}

Result<void> Ledger::decide(const engine::Input& input, const std::string& actor)
{
    engine::Batch batch;
    batch.actor = actor;
    const Instant now = m_clock.wall();
    const auto decided = engine::decide(m_view.workspace, input, now, batch);
    take(batch, now);
    return decided;
}

void Ledger::record(const registry::Event& event, const std::string& actor)
{
    const Instant now = m_clock.wall();
    registry::apply(m_view.registry, event, now, actor);
    add(registry::typeOf(event), registry::payloadOf(event), actor, now);
}

void Ledger::admit()
{
    engine::Batch batch;
    const Instant now = m_clock.wall();
    engine::admit(m_view.workspace, now, batch);
    take(batch, now);
}

Result<Ledger::Committed> Ledger::commit()
{
    Committed committed{std::exchange(m_events, {}), std::exchange(m_effects, {})};
    if (committed.events.empty())
        return committed;
    const auto appended = m_log.append(committed.events);
    if (appended) {
        m_view.seq = committed.events.back().seq;
        return committed;
    }
    m_unsure = std::move(committed);
    auto settled = settle();
    return settled && *settled ? Result<Committed>(std::move(**settled)) : appended.error();
}

// Memory ran ahead of the disk: what is on the disk is the truth.
Result<std::optional<Ledger::Committed>> Ledger::settle()
{
    std::vector<engine::StoredEvent> none;
    if (const auto known = m_log.append(none); !known)
        return known.error();
    const Seq before = m_view.seq;
    if (const auto loaded = load(); !loaded)
        return loaded.error();
    Committed entry = std::move(*std::exchange(m_unsure, std::nullopt));
    if (m_view.seq == before)
        return std::optional<Committed>();
    Seq seq = before;
    for (engine::StoredEvent& event : entry.events)
        event.seq = ++seq;
    return std::optional(std::move(entry));
}

void Ledger::take(engine::Batch& batch, Instant at)
{
    for (const engine::Event& event : batch.events)
        add(engine::typeOf(event), engine::payloadOf(event), batch.actor, at);
    m_effects.insert(m_effects.end(), batch.effects.begin(), batch.effects.end());
}

void Ledger::add(std::string type, Json payload, const std::string& actor, Instant at)
{
    m_events.push_back({0, freshId(), at, actor, std::move(type), std::move(payload)});
}

std::string Ledger::freshId()
{
    char text[40];
    std::snprintf(text, sizeof text, "%016" PRIx64 "%016" PRIx64, m_random.next(), m_random.next());
    return text;
}

} // namespace penstock::host
