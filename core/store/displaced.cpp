#include "core/store/displaced.h"

#include "core/store/durable_file.h"
#include "core/store/file_identity.h"
#include "core/store/safe_name.h"
#include "core/store/system_failure.h"
#include "core/store/tree_removal.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <sys/stat.h>

namespace penstock::store {

namespace {

bool holds(const std::string& outer, const std::string& inner)
{
    return inner == outer || outer == "/" ||
           (inner.size() > outer.size() && inner[outer.size()] == '/' && inner.starts_with(outer));
}

// The folder of the path without links, so that no spelling hides where it leads.
std::string realPath(const std::string& path)
{
    std::error_code none;
    const auto folder = std::filesystem::weakly_canonical(folderOf(path), none);
    return none ? path : (folder / nameOf(path)).lexically_normal().string();
}

} // namespace

Displaced::Displaced(std::string workspace, std::string stateFolder, ArtifactStore& store)
    : m_workspace(std::move(workspace))
    , m_stateFolder(std::move(stateFolder))
    , m_store(store)
    , m_leftovers(m_workspace, m_stateFolder, store)
{}

Result<Displaced::Cleared> Displaced::clear(const std::string& path, Instant at, const std::string& run,
                                            const std::string& step, const std::atomic<bool>& stop)
{
    struct stat before {
    }, after{};
    if (::lstat(path.c_str(), &before) != 0)
        return errno == ENOENT || errno == ENOTDIR ? Result<Cleared>(Cleared{})
                                                   : Result<Cleared>(lastSystemFailure(path, "lstat"));
    const std::string real = realPath(path);
    const bool isInState = holds(m_stateFolder, real) && !isInCheckout(real);
    if (holds(real, m_workspace) || holds(real, m_stateFolder) || isInState)
        return Error{ErrorCode::invalid, {"store.not_an_output_place", {{"path", path}}}, {}};

    // Asked where it stands: the digests of its files are remembered by their path.
    const auto known = S_ISLNK(before.st_mode) ? Result<ArtifactRef>(Error{}) : m_store.digestInPlace(path, {}, stop);
    if (!known && known.error().code == ErrorCode::cancelled)
        return known.error();
    const std::string folder = m_stateFolder + "/displaced/" + safeName(formatInstant(at) + '-' + run + '-' + step);
    const bool stored = known && m_store.has(known->digest) && m_store.verify(*known);
    auto cleared = moveAway(path, folder, stop);
    if (cleared && path.starts_with(m_workspace + '/'))
        m_leftovers.forget(path.substr(m_workspace.size() + 1));
    if (!cleared || !stored || cleared->way != Way::moved)
        return cleared;
    // A file that was changed or exchanged after it was digested stays displaced.
    const bool same = ::lstat(cleared->place.c_str(), &after) == 0 && after.st_ino == before.st_ino &&
                      identityOf(after).modified == identityOf(before).modified && after.st_size == before.st_size;
    if (!same)
        return cleared;
    if (auto removed = removeTree(cleared->place); !removed)
        return removed.error();
    (void)std::remove(folder.c_str()); // when nothing else is in it
    return Cleared{Way::removed, {}};
}

// Below STATE/checkouts/NAME: there runs at a revision work.
bool Displaced::isInCheckout(const std::string& real) const
{
    const std::string checkouts = m_stateFolder + "/checkouts/";
    return real.starts_with(checkouts) && real.find('/', checkouts.size()) != std::string::npos;
}

Result<Displaced::Cleared> Displaced::moveAway(const std::string& path, const std::string& folder,
                                               const std::atomic<bool>& stop)
{
    if (auto made = makeFolders(folder); !made)
        return made.error();
    std::string place = folder + '/' + nameOf(path);
    if (exists(place)) // two outputs of one step with the same last name
        place += uniqueName(".");
    if (::rename(path.c_str(), place.c_str()) == 0) {
        if (auto synced = syncFolder(folder); !synced)
            return synced.error();
        return Cleared{Way::moved, place};
    }
    if (errno != EXDEV)
        return lastSystemFailure(path, "rename");
    const auto artifact = m_store.put(path, stop);
    if (!artifact)
        return artifact.error();
    const std::string shape = artifact->shape == ArtifactShape::folder ? "folder" : "file";
    const std::string note = place + ".stored";
    if (auto written = writeDurably(note, shape + ' ' + artifact->digest.hex() + ' ' + path + '\n'); !written)
        return written.error();
    if (auto removed = removeTree(path); !removed)
        return removed.error();
    return Cleared{Way::stored, note};
}

} // namespace penstock::store
