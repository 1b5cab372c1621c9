#include "app/cli/garbage.h"

#include "app/cli/state_text.h"
#include "core/host/keep.h"
#include "core/platform/disk_file_system.h"

namespace penstock::cli {

Result<GarbageFound> findGarbage(const Workspace& workspace, const session::View& view)
{
    const auto state = workspace.stateFolder();
    if (!state)
        return state.error();
    if (state->empty() || view.seq == 0)
        return GarbageFound{};
    const platform::DiskFileSystem files;
    const auto retention = host::retentionOf({workspace.path, *state}, files);
    if (!retention)
        return retention.error();
    GarbageFound found{session::removalOf(view, *retention, wallTime()), {}};
    store::Keep keep = host::keepOf(view, found.removal, *retention, wallTime());
    const std::atomic<bool> never{false};
    if (const auto known = host::addContents(keep, *state, never); !known)
        return known.error();
    auto store = store::DiskArtifactStore::open(*state, store::DiskArtifactStore::Access::read);
    if (!store)
        return store.error();
    auto freed = store::Garbage(*state, **store).measure(keep, never);
    if (!freed)
        return freed.error();
    found.freed = std::move(*freed);
    return found;
}

} // namespace penstock::cli
