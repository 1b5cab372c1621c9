#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/file_content.h"
#include "core/store/file_identity.h"

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace penstock::store {

// Digests of files that were read before, by path and identity, so that 20 GB that did not change cost nothing. Kept in
// cache.db: losing it costs time, never truth, so it is rebuilt from nothing when it is damaged or of another version,
// and its writes are not synced. Thread-safe.
class DigestMemory final {
public:
    explicit DigestMemory(const std::string& cacheFile); // empty: forgets at the end
    ~DigestMemory();
    DigestMemory(const DigestMemory&) = delete;
    DigestMemory& operator=(const DigestMemory&) = delete;

    // Of an open file, remembered or read now. `path` is its name in the memory; absolute.
    Result<Content> digest(int file, const std::string& path, Watch& watch);
    void forget(const std::vector<std::string>& paths); // files that were removed; gives back the space in cache.db
    void flush(); // makes what was learnt available to the next start

private:
    struct Known {
        FileIdentity identity;
        Digest digest;
    };
    std::optional<Digest> recall(const std::string& path, const FileIdentity& identity);
    void remember(const std::string& path, const Known& known);
    void flushLocked();

    std::mutex m_mutex; // guards all below
    std::unordered_map<std::string, Known> m_recent;
    std::vector<std::pair<std::string, Known>> m_unwritten;
    std::optional<Database> m_database;
};

} // namespace penstock::store
