#pragma once

#include "core/host/ledger.h"

#include <functional>

namespace penstock::host {

// Something that happened or was asked, on its way into the log. `act` adds to the open entry; `done` is told after the
// commit (or why not). A lasting fact is true whatever the disk says and is tried again after a failed commit; a command
// is not, its asker hears the error.
struct Fact {
    std::function<Result<void>(Ledger&)> act;
    std::function<void(const Result<void>&)> done; // may be empty
    bool lasting = true;
    bool patient = false; // may wait some milliseconds for company, to share a commit
};

using FactSink = std::function<void(Fact)>;

Fact engineFact(engine::Input input); // lasting, by the engine itself

} // namespace penstock::host
