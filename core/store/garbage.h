// What a state folder holds that nothing needs any more.
#pragma once

#include "core/base/digest.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"
#include "core/store/disk_artifact_store.h"

#include <atomic>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace penstock::store {

// What is needed, and what is known not to be.
struct Keep {
    std::set<Digest> contents;            // with what they consist of it is found out here
    std::set<RunId> runs;                 // whose folders go
    std::set<RunId> logs;                 // of which only what their steps printed goes
    std::optional<Instant> before;        // what was displaced or quarantined until then goes; absent: nothing of it
    std::map<ModelLine, std::set<std::string>> versions; // numbers whose folders stay, of each line
};

// Count and bytes of each kind: "runs", "logs", "objects", "displaced", "quarantine", "models".
struct Freed {
    struct Kind {
        std::uint64_t count = 0, bytes = 0;
    };
    std::map<std::string, Kind> kinds;

    std::uint64_t bytes() const;
    Json toJson() const; // {"objects": {"count": 3, "bytes": 4096}, …}: kinds that are not nothing
};

// Removing may be interrupted anywhere and repeated: each thing is gone or as it was. Not thread-safe; hold() and release()
// are those of the store.
class Garbage final {
public:
    Garbage(std::string stateFolder, DiskArtifactStore& store); // the store must outlive this

    void hold() { m_store.hold(); } // before it is found out what is needed
    void release() { m_store.release(); }
    // Errors: cancelled, denied, io; corrupt when a folder artifact that is needed can no longer be read.
    Result<Freed> measure(const Keep& keep, const std::atomic<bool>& stop) const;
    Result<Freed> remove(const Keep& keep, const std::atomic<bool>& stop);

private:
    void addDisplaced(const std::optional<Instant>& before, std::set<Digest>& contents) const;
    Result<Freed> go(const Keep& keep, bool really, const std::atomic<bool>& stop) const;

    std::string m_folder;
    DiskArtifactStore& m_store;
};

// Bytes of all files in a folder, links not followed; what cannot be read counts nothing.
std::uint64_t sizeOfFolder(const std::string& path);

} // namespace penstock::store
