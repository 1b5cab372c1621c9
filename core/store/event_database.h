// The owner's connection to state.db: made whole, opened with settings that are verified, never assumed.
#pragma once

#include "core/store/database.h"
#include "core/store/event_files.h"

#include <chrono>

namespace penstock::store {

// Builds an empty database beside its final name and renames it: a database that is there is whole, so that an empty
// file can only be damage.
Result<void> createEventDatabase(const EventFiles& files, const std::string& vfs);

// The connection leaves the log as it is when it closes, until it is told otherwise: a log that is in doubt is
// evidence. Errors: corrupt, unsupported (newer schema), busy, denied, full, io.
Result<Database> openEventDatabase(const EventFiles& files, const std::string& vfs,
                                   std::chrono::milliseconds busyTimeout);

} // namespace penstock::store
