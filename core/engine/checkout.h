// The clean checkout of a revision in which a run works instead of in the workspace.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/json.h"

#include <optional>
#include <string>

namespace penstock::engine {

struct Checkout {
    std::string name;     // of its folder: the run that it was made for; runs that continue that one share it
    std::string revision; // as it was asked for: a branch, a tag, a commit
    std::string commit;   // hex
    std::string folder;   // of the workspace within the repository; empty: its root
    std::optional<ArtifactRef> diff; // what is changed in it after the checkout: the changes another run had not committed

    bool operator==(const Checkout&) const = default;
};

Json toJson(const Checkout& checkout); // {"name", "revision", "commit", "folder", "diff"?}
std::optional<Checkout> checkoutFrom(const Json& json);

// Two runs may write the same path when they do so in different folders: what WorkspaceState::claims knows a path by.
std::string claimKey(const std::optional<Checkout>& checkout, const std::string& path);

} // namespace penstock::engine
