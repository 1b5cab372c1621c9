// Where the event log lies within a state folder, and what can be said of its files without opening them as a database.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace penstock::store {

struct EventFiles {
    std::string folder;

    std::string database() const { return folder + "/state.db"; }
    std::string log() const { return database() + "-wal"; }
    std::string index() const { return database() + "-shm"; }
    std::string anchor() const { return folder + "/state.anchor"; }
    std::string lock() const { return folder + "/state.lock"; }
    std::string quarantine() const { return folder + "/quarantine"; }
};

enum class DatabaseFile {
    absent, // and never was: no anchor that knows events, no log beside it
    present,
};

// Errors: corrupt when the file is empty, or gone while its anchor or its log are still there: such a log is never
// replaced by a new one in silence.
Result<DatabaseFile> inspect(const EventFiles& files);

// Keeps a copy of a damaged database and its log before anything else is tried; the same damage is copied once.
// Returns the folder of the copy.
Result<std::string> quarantine(const EventFiles& files);

// Copies state.db and its log into another folder, the database last and under its name only when it is whole.
Result<void> copyDatabase(const EventFiles& files, const std::string& folder);

// The error with the place of the copy added, for any corrupt database; other errors are passed through. Where no copy
// can be made, the sentence of a lost tail is another one, because it tells what to do next.
Error withQuarantine(const EventFiles& files, Error error);

} // namespace penstock::store
