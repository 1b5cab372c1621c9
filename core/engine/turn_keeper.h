#pragma once

#include "core/engine/state.h"

namespace penstock::engine {

// Takes a run out of the order of turns while it changes and puts it back at its new place.
class TurnKeeper final {
public:
    TurnKeeper(WorkspaceState& state, Run& run)
        : m_state(state)
        , m_run(run)
    {
        if (!run.ready.empty())
            m_state.turns.erase(turn());
    }
    ~TurnKeeper()
    {
        if (!m_run.ready.empty())
            m_state.turns.insert(turn());
    }
    TurnKeeper(const TurnKeeper&) = delete;
    TurnKeeper& operator=(const TurnKeeper&) = delete;

private:
    Turn turn() const { return {m_run.ready.heads().begin()->before, m_run.holding, m_run.id.number, m_run.id}; }

    WorkspaceState& m_state;
    Run& m_run;
};

} // namespace penstock::engine
