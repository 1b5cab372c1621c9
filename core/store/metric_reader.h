// Reads metrics.db without its owner: for Studio and the command line. Leaves nothing behind and takes no lock that
// outlasts the call.
#pragma once

#include "core/base/result.h"
#include "core/tracking/logged.h"

#include <string>

namespace penstock::store {

// What the file does not know is read from the lines that the script wrote. Nothing was logged: an empty answer. Opens
// and closes the file, which takes well under a millisecond. Any thread. Errors: corrupt, unsupported, denied, busy (it
// changed all the time), io.
Result<tracking::Logged> readLogged(const std::string& stateFolder, const tracking::LoggedQuestion& question);

// The whole file as it is at one moment, into a new file at `path`; false, and no file, where nothing was ever logged. Errors: as above, full.
Result<bool> copyLogged(const std::string& stateFolder, const std::string& path);

} // namespace penstock::store
