#pragma once

#include "core/base/artifact_store.h"
#include "core/store/file_identity.h"

#include <atomic>
#include <map>
#include <string>

namespace penstock::store {

// What attempts that did not end well left at the paths they had declared. It is not in the store, but nobody's work
// either: who needs the place may move it aside, where a file of people's would be refused. It stays where it is until
// then, because whoever looks into a failure looks there.
//
// Kept as STATE/leftovers/PATH, by file identity: what was changed since is people's. Losing a record costs a refusal,
// never a file. Used from several threads, for one path from one at a time.
class Leftovers final {
public:
    Leftovers(std::string workspace, std::string stateFolder, ArtifactStore& store); // the store must outlive this

    // `path` is relative to the workspace; call it while the attempt still has its claim on it.
    Result<void> remember(const std::string& path) const;
    // Whether everything at `path` is either left over or in the store, so that nothing of people's is there.
    bool isOurs(const std::string& path, const std::atomic<bool>& stop) const;
    void forget(const std::string& path) const; // after it was taken away

private:
    using Known = std::map<std::string, FileIdentity>; // by path, relative to the workspace

    std::string recordOf(const std::string& path) const;
    Known knownAt(const std::string& path) const;

    std::string m_workspace;
    std::string m_folder;
    ArtifactStore& m_store;
};

} // namespace penstock::store
