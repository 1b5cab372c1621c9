// What `gc` would remove now, found out without an owner; nothing is changed.
#pragma once

#include "app/cli/reading.h"
#include "core/engine/event.h"
#include "core/store/garbage.h"

namespace penstock::cli {

struct GarbageFound {
    engine::RetentionBegan removal;
    store::Freed freed;
};
// Errors: those of reading the log and the store; invalid (`retention` cannot be read).
Result<GarbageFound> findGarbage(const Workspace& workspace, const session::View& view);

} // namespace penstock::cli
