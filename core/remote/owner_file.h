#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace penstock::remote {

// What owner.json in the state folder says about the workspace's owner (docs/formats.md). A hint and no proof: whether
// somebody listens at the socket, and who, is found out by asking.
struct OwnerFile {
    std::int64_t pid = 0;
    std::string since; // an instant, for people
    std::string version;
    std::string socket;

    bool operator==(const OwnerFile&) const = default;
};

// Errors: notFound; corrupt.
Result<OwnerFile> readOwnerFile(const std::string& stateFolder);

// For the owner alone, while it holds the lock. Written beside and renamed over: a reader sees the old one or the new
// one. Not synced: it means nothing after a crash. Errors: denied, full, io.
Result<void> writeOwnerFile(const std::string& stateFolder, const OwnerFile& owner);
void removeOwnerFile(const std::string& stateFolder);

} // namespace penstock::remote
