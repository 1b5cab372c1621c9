#pragma once

#include "core/base/artifact_store.h"
#include "core/base/time.h"
#include "core/store/leftovers.h"

#include <atomic>
#include <string>

namespace penstock::store {

// Clears the place of a declared output before a step runs: what produces nothing must leave nothing. What stands there
// is removed when the store has the same content; anything else may be the only copy of somebody's work, so it is moved
// to .penstock/displaced/TIME-RUN-STEP/NAME.
class Displaced final {
public:
    // Absolute real paths. The store must outlive this.
    Displaced(std::string workspace, std::string stateFolder, ArtifactStore& store);

    enum class Way {
        nothing, // nothing stood there
        removed, // the store has it
        moved,   // to `place`
        stored,  // on another file system: taken into the store; `place` is a small text that names the digest
    };
    struct Cleared {
        Way way = Way::nothing;
        std::string place;
    };

    // Idempotent. Errors: invalid for a path that holds the workspace or the state, or lies in the state, checkouts excepted; cancelled,
    // full, denied, io. After an error the content stands at its old or at its new place.
    Result<Cleared> clear(const std::string& path, Instant at, const std::string& run, const std::string& step,
                          const std::atomic<bool>& stop);

    const Leftovers& leftovers() const { return m_leftovers; } // forgets what was cleared

private:
    bool isInCheckout(const std::string& real) const;
    Result<Cleared> moveAway(const std::string& path, const std::string& folder, const std::atomic<bool>& stop);

    std::string m_workspace;
    std::string m_stateFolder;
    ArtifactStore& m_store;
    Leftovers m_leftovers;
};

} // namespace penstock::store
