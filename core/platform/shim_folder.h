#pragma once

#include "core/base/result.h"
#include "core/platform/file_descriptor.h"
#include "core/platform/shim_journal.h"
#include "core/platform/survivors.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace penstock::platform {

// How shims are started.
struct ShimSettings {
    std::string program;                   // path of penstock-shim
    std::string folder;                    // of all slots, absolute: STATE/shims
    std::vector<std::string> ownerCommand; // what a shim runs when its owner is gone; empty: nothing
    Duration reviveDelay{1000};
    Duration idleExit{5000};
    std::function<Hunt(const std::string& attemptFolder)> hunt = killSurvivors; // of a shim that died
};

// The folder of one slot, as its owner sees it. Liveness of the shim is the lock in it: not a pid, not a heartbeat.
class ShimFolder final {
public:
    ShimFolder(const ShimSettings& settings, int slot);

    int slot() const { return m_slot; }
    Hunt hunt(const std::string& attemptFolder) const { return m_settings.hunt(attemptFolder); }

    // The lock, when no shim holds it. While it is kept no shim can start here. Errors: busy (a shim lives), io.
    Result<FileDescriptor> tryLock() const;
    // Call it under the lock: only then is what is missing from it known to be missing for good. Absent = empty.
    Result<JournalContent> readJournal() const;
    void removeJournal() const; // under the lock, when nothing in it is of use any more

    // Starts a shim and waits (about 2 ms) until it listens; one that is already there is fine too.
    // Errors: notFound ("platform.shim_missing"), io ("platform.shim_failed").
    Result<void> start() const;
    // A connection to the shim, not blocking. Errors: busy (nobody listens yet or any more; try again), io.
    Result<FileDescriptor> connect() const;

private:
    const ShimSettings& m_settings;
    int m_slot;
    std::string m_path;
};

// The slots that have a folder, in order.
std::vector<int> existingSlots(const std::string& shimsFolder);

} // namespace penstock::platform
