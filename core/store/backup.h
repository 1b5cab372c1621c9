// A copy of everything that cannot be made again, in one archive: the log, what was logged, contents, what attempts
// left, what was displaced.
#pragma once

#include "core/base/result.h"

#include <atomic>
#include <cstdint>
#include <string>

namespace penstock::store {

struct Backup {
    std::uint64_t files = 0, bytes = 0;
};

// Beside a living owner as well: the log is copied first, so that what it names is in the archive; what an owner removes
// meanwhile is passed over. `note` stands in the archive as RESTORE.txt. Errors: notFound (no log yet), cancelled, denied, full, io.
Result<Backup> backUp(const std::string& stateFolder, const std::string& file, const std::string& note, const std::atomic<bool>& stop);

} // namespace penstock::store
