#pragma once

#include "core/store/descriptor.h"
#include "core/store/folder_manifest.h"

#include <atomic>
#include <string>
#include <vector>

namespace penstock::store {

// What to do with a symbolic link that leads out of the folder.
enum class OutsideLinks {
    refuse, // outputs: the artifact would not hold what the step meant
    follow, // data that stays where it is: a data set is often a folder of links
};

struct Walk {
    // Digests of files are still empty, sizes as found. Links that stay inside are entries of their own.
    std::vector<ManifestEntry> entries;
    std::uint64_t size = 0;
};

// All that is in a folder, in no order. Errors: invalid for FIFOs, sockets and devices, for links that lead out
// (refuse), for links that lead into themselves (follow), for more than 200 folders inside each other; denied, io,
// cancelled.
Result<Walk> walkFolder(const std::string& path, OutsideLinks outsideLinks, const std::atomic<bool>& stop);

// Opens an entry for reading. With `refuse` no link is followed on the way, also when one was put there since the walk.
Result<Descriptor> openEntry(int folder, const std::string& folderPath, const std::string& name,
                             OutsideLinks outsideLinks);

// The error for what is neither file nor folder.
Error notStorable(const std::string& path, unsigned mode);

} // namespace penstock::store
