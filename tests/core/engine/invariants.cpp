#include "story.h"

#include <algorithm>

namespace penstock::engine::test {

namespace {

class Checker final {
public:
    explicit Checker(const WorkspaceState& state)
        : m_state(state)
    {}

    std::string broken()
    {
        for (const auto& [id, run] : m_state.runs) {
            checkRun(run);
            if (isEnd(run.state) == m_state.active.contains(id))
                complain(id.text() + ": active and ended");
        }
        if (m_slots != m_state.occupied.size() || static_cast<int>(m_slots) > m_state.slots)
            complain("occupied slots are not those of the attempts that hold them");
        if (m_claims != m_state.claims.size())
            complain("claims are not those of the attempts that hold them");
        if (m_busy != m_state.busy)
            complain("busy counts wrongly");
        if (m_open != m_state.open.size())
            complain("open requests and waiting instances differ");
        return m_broken;
    }

private:
    void checkRun(const Run& run)
    {
        std::array<std::size_t, instanceStateCount> counts{};
        std::size_t open = 0, holding = 0;
        for (const Instance& instance : run.instances) {
            ++counts[static_cast<std::size_t>(instance.state)];
            open += !isEnd(instance.state);
            holding += checkAttempts(run, instance);
            checkNeeds(run, instance);
            m_busy += instance.state == InstanceState::ready || instance.state == InstanceState::running
                      || instance.state == InstanceState::delayed;
            m_open += instance.state == InstanceState::waiting;
        }
        if (counts != run.counts || open != run.open || holding != run.holding)
            complain(run.id.text() + ": counters");
        if (run.ready.size() != run.count(InstanceState::ready))
            complain(run.id.text() + ": ready queue");
        if (isEnd(run.state) != (open == 0))
            complain(run.id.text() + ": ended with open instances, or not ended without");
    }

    // At most one attempt at a time, none that lives on after its instance, each with its own slots and claims.
    std::size_t checkAttempts(const Run& run, const Instance& instance)
    {
        std::size_t living = 0;
        for (const Attempt& attempt : instance.attempts) {
            if (attempt.phase == Attempt::Phase::ended)
                continue;
            ++living;
            m_slots += attempt.slots.size();
            m_claims += attempt.claims.size();
            const AttemptId id{run.id, instance.id, attempt.number};
            const bool holds = std::ranges::all_of(attempt.slots, [&](int slot) {
                const auto held = m_state.occupied.find(slot);
                return held != m_state.occupied.end() && held->second == id;
            });
            if (!holds)
                complain(id.text() + ": does not hold its slots");
        }
        if (living > 1 || (living == 1 && instance.state != InstanceState::running))
            complain(run.id.text() + '/' + instance.id.text() + ": living attempts");
        return living;
    }

    // A successor started => all needs ended, and well unless it says otherwise.
    void checkNeeds(const Run& run, const Instance& instance)
    {
        if (run.newest(instance.id.step)->place != instance.place)
            return; // of a round that is over: what it needed has begun anew
        const PlannedStep& step = run.planned(instance);
        const bool begun = !instance.attempts.empty() || instance.state == InstanceState::waiting;
        for (const std::size_t index : step.needs) {
            const Instance& need = run.beside(instance, index);
            if (begun && !isEnd(need.state))
                complain(instance.id.text() + " began before " + need.id.text() + " ended");
            const bool strict = !step.runsOnFailure && run.step(instance).join == pipeline::Join::all
                                && step.tolerated.empty() && step.routedBy.empty()
                                && !run.step(need).advisory;
            if (begun && strict && need.state != InstanceState::succeeded)
                complain(instance.id.text() + " began though " + need.id.text() + " did not succeed");
        }
    }

    void complain(std::string what)
    {
        if (m_broken.empty())
            m_broken = std::move(what);
    }

    const WorkspaceState& m_state;
    std::size_t m_slots = 0, m_claims = 0, m_busy = 0, m_open = 0;
    std::string m_broken;
};

} // namespace

std::string brokenInvariant(const WorkspaceState& state) { return Checker(state).broken(); }

} // namespace penstock::engine::test
