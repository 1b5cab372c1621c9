#include "core/host/retention.h"

namespace penstock::host {

namespace {

constexpr Duration daily = std::chrono::hours(24);
constexpr Duration betweenLooks = std::chrono::minutes(30);
constexpr Duration quietFirst{300}; // by itself it does not get into the way of what somebody is about to start

Json texts(const std::vector<RunId>& runs)
{
    Json list = Json::array();
    for (const RunId& run : runs)
        list.push_back(run.text());
    return list;
}

} // namespace

Retention::Retention(Parts parts)
    : m_parts(std::move(parts))
{}

void Retention::look(Activity activity, Duration now, Instant wall)
{
    if (m_isRunning)
        return;
    if (activity != Activity::none)
        m_quietSince.reset();
    if (activity == Activity::brief)
        return;
    if (activity == Activity::steps) {
        m_isWanted = m_isWanted || !m_asked.empty();
        return answer(Json{{"scheduled", true}, {"seq", m_parts.view.seq}});
    }
    if (!m_quietSince) {
        m_quietSince = now;
        m_nextLook = std::max(m_nextLook, now + quietFirst);
    }
    if (m_isWanted || !m_asked.empty() || isDue(now, wall))
        begin(wall);
}

bool Retention::isDue(Duration now, Instant wall)
{
    if (now < m_nextLook)
        return false;
    m_nextLook = now + betweenLooks;
    const auto& last = m_parts.view.workspace.retention;
    if (last.isOpen)
        return true;
    const auto retention = retentionOf(m_parts.layout, m_parts.files);
    return retention && retention->isSet() && wall - last.endedAt >= daily;
}

void Retention::begin(Instant wall)
{
    const auto retention = retentionOf(m_parts.layout, m_parts.files);
    if (!retention) {
        m_isWanted = false;
        return answer(retention.error());
    }
    const engine::RetentionBegan removal = session::removalOf(m_parts.view, *retention, wall);
    m_isRunning = true;
    m_isWanted = false;
    m_parts.garbage.hold();
    Fact fact;
    fact.lasting = false;
    fact.act = [removal](Ledger& ledger) { return ledger.decide(engine::BeginRetention{removal}, "engine"); };
    fact.done = [this, removal, keep = keepOf(m_parts.view, removal, *retention, wall)](const Result<void>& recorded) {
        if (!recorded)
            return finished(removal, recorded.error());
        m_parts.removed();
        remove(removal, keep);
    };
    m_parts.tell(std::move(fact));
}

void Retention::remove(const engine::RetentionBegan& removal, store::Keep keep)
{
    m_parts.workers.run([this, removal, keep = std::move(keep), folder = m_parts.layout.state, stop = m_stop, &garbage = m_parts.garbage,
                         tracker = m_parts.tracker, &environments = m_parts.environments, &mailbox = m_parts.mailbox]() mutable {
        auto ready = addContents(keep, folder, *stop);
        if (ready && tracker)
            ready = tracker->remove(keep.runs, *stop); // before their folders: from there the lines would be read again
        auto freed = ready ? garbage.remove(keep, *stop) : Result<store::Freed>(ready.error());
        if (freed && keep.before && environments) {
            const auto bytes = environments(keep.contents, *keep.before);
            if (!bytes)
                freed = bytes.error();
            else if (*bytes > 0)
                freed->kinds["environments"] = {1, *bytes};
        }
        mailbox.post([this, removal, freed = std::move(freed)] { finished(removal, freed); });
    });
}

// What could not be removed stays open and is tried again, by this owner or the next.
void Retention::finished(const engine::RetentionBegan& removal, const Result<store::Freed>& freed)
{
    m_parts.garbage.release();
    if (!freed) {
        m_isRunning = false;
        return answer(freed.error());
    }
    Fact fact;
    fact.act = [freed = freed->toJson()](Ledger& ledger) { return ledger.decide(engine::EndRetention{{freed}}, "engine"); };
    fact.done = [this, removal, freed = *freed](const Result<void>&) {
        m_isRunning = false;
        answer(Json{{"scheduled", false},
                    {"runs", texts(removal.runs)},
                    {"logs", texts(removal.logs)},
                    {"freed", freed.toJson()},
                    {"bytes", freed.bytes()},
                    {"seq", m_parts.view.seq}});
    };
    m_parts.tell(std::move(fact));
}

void Retention::answer(const Result<Json>& reply)
{
    for (const auto& asked : std::exchange(m_asked, {}))
        asked(reply);
}

} // namespace penstock::host
