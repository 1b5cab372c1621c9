// One input and all that follows from it: a batch of events, each folded as it is recorded, until nothing more follows.
// Work is a queue, not recursion: a chain of any length that is skipped or cancelled costs no stack.
#pragma once

#include "core/engine/decide.h"

#include <deque>
#include <set>
#include <utility>

namespace penstock::engine {

class Cascade final {
public:
    Cascade(WorkspaceState& state, Instant now, Batch& batch);

    WorkspaceState& state() { return m_state; }
    Instant now() const { return m_now; }

    void record(Event event);
    void cause(Effect effect) { m_batch.effects.push_back(std::move(effect)); }

    // Ends an instance: those that wait for it are looked at next; an unhandled failure or rejection stops what waits.
    void end(const Run& run, const Instance& instance, InstanceState state, Message why = {},
             Json values = Json::object());
    void end(const Run& run, const Instance& instance, InstanceEnded how);

    void lookAt(const Run& run, std::size_t instance) { m_next.emplace_back(run.id, instance); }
    // Judges every instance of a scope that waits for nothing; a run without any step ends.
    void start(const Run& run, std::size_t scope);
    // A way back of this scope is under way: it goes on when nothing runs in its region.
    void awaitClear(const Run& run, std::size_t scope) { m_clearing.emplace(run.id, scope); }
    // Judges what was queued, and what follows from that; ends the runs in which nothing is left.
    void settle();

    // Ends what waits (for a slot, a person; not: what has begun) and may no longer begin.
    void stopWaiting(const Run& run);

private:
    void look(const Run& run, const Instance& instance);
    void judgeNext(const Run& run, const Instance& instance);
    void tell(const Run& run, const Instance& ended);
    bool lookNext();
    bool goOnNext();
    void endRunWhenDone(const Run& run);

    WorkspaceState& m_state;
    Instant m_now;
    Batch& m_batch;
    std::deque<std::pair<RunId, std::size_t>> m_next;
    std::set<std::pair<RunId, std::size_t>> m_clearing;
    std::set<RunId> m_touched;
};

// Ends an instance as failed (or lost) and takes the edge of its on_failure, when it has one that may be taken now.
void fail(Cascade& cascade, const Run& run, const Instance& instance, Message why, InstanceState state = InstanceState::failed);

// Starts an instance that was judged able to begin. In begin.cpp: one function per kind of step.
void begin(Cascade& cascade, const Run& run, const Instance& instance);

} // namespace penstock::engine
