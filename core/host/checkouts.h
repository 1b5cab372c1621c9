// The folders in which runs at a revision work: STATE/checkouts/NAME, each a repository of its own that borrows the objects of the
// workspace's. The workspace's repository, its index and its list of work trees stay as they are.
#pragma once

#include "core/base/artifact_store.h"
#include "core/engine/checkout.h"
#include "core/engine/state.h"
#include "core/host/git.h"
#include "core/host/layout.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <set>
#include <string>

namespace penstock::host {

// Where the commands of a run work: the workspace, or its checkout.
Layout layoutOf(const Layout& workspace, const engine::Run& run);

class Checkouts final {
public:
    Checkouts(Layout layout, ArtifactStore& artifacts);

    // Makes the checkout where it is not there, whole or not at all; what steps made in one that is there stays. No hook and no filter of
    // the repository is executed. On a worker; one at a time.
    // Errors: notFound (the repository, or the commit, is gone), conflict (its diff does not fit), cancelled, io.
    Result<void> make(const engine::Checkout& checkout, const std::atomic<bool>& stop);

    // Moves those aside that no run needs (see isNeeded); `remove` deletes what was moved. Owner's thread, while no attempt of an ended
    // run is under way: a run that wants one again makes it again.
    std::vector<std::string> retire(const engine::WorkspaceState& state, Instant now);
    static void remove(const std::vector<std::string>& retired);

private:
    std::string folderOf(const std::string& name) const { return m_layout.checkoutFolder(name); }
    Result<void> makeIn(const std::string& folder, const engine::Checkout& checkout) const;

    Layout m_layout;
    ArtifactStore& m_artifacts;
    git::Library m_library;
    std::mutex m_making;
};

// A checkout is kept while a run works in it, and afterwards for a week, unless the newest run in it succeeded: nothing is left to resume.
bool isNeeded(const engine::WorkspaceState& state, const std::string& name, Instant now);

} // namespace penstock::host
