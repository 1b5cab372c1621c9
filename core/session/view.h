// All that can be seen of a workspace: the fold of its log with the engine's and the registry's own apply().
// Owner, Studio and CLI hold one each; equal logs give equal views. A value; not thread-safe.
#pragma once

#include "core/engine/event_store.h"
#include "core/engine/state.h"
#include "core/registry/state.h"

namespace penstock::session {

struct View {
    engine::WorkspaceState workspace;
    registry::RegistryState registry;
    Seq seq = 0; // of the last event folded

    // Skips what was folded before. Errors: conflict when an event is missing in between (read again from `seq`);
    // corrupt. Types of newer versions are passed over.
    Result<void> fold(const engine::StoredEvent& event);
};

} // namespace penstock::session
