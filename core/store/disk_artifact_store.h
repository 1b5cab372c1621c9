#pragma once

#include "core/base/artifact_store.h"
#include "core/store/digest_memory.h"
#include "core/store/folder_walk.h"
#include "core/store/object_folder.h"

#include <atomic>
#include <memory>
#include <set>
#include <string>

namespace penstock::store {

// The artifact store of a workspace in its state folder:
//   objects/ab/cdef...   contents, read-only                     (object_folder.h)
//   trees/ab/cdef...     folder artifacts laid out for reading, made when first asked for; may be removed at any time
//   cache.db             digests of files that did not change    (digest_memory.h)
//
// A folder artifact is the digest of its manifest (folder_manifest.h): names, contents, execution rights, inner links
// and empty folders. FIFOs, sockets, devices and links that lead out are refused as outputs; digestInPlace() follows
// links that lead out, because data sets are often made of them. An output that is itself a link is refused.
//
// Reading trees share inodes with objects (hard links): both are read-only and inside the store, and 20 GB are not
// stored twice. A step that changes their rights and writes to them is found out by the next reader, because size,
// times and inode no longer fit what was verified, and a put() of the same content heals the object. Thread-safe.
class DiskArtifactStore final : public ArtifactStore {
public:
    enum class Access {
        write, // the owner
        read,  // nothing is made or cleaned up; put() must not be called
    };

    static Result<std::unique_ptr<DiskArtifactStore>> open(const std::string& stateFolder,
                                                           Access access = Access::write);

    Result<ArtifactRef> put(const std::string& path, const std::atomic<bool>& stop) override;
    Result<ArtifactRef> putBytes(std::string_view bytes) override;
    bool has(const Digest& digest) const override;
    Result<void> verify(const ArtifactRef& artifact) const override;
    Result<void> checkOut(const ArtifactRef& artifact, const std::string& path) override;
    Result<std::string> readPath(const ArtifactRef& artifact) const override;
    Result<std::string> readBytes(const Digest& digest, std::uint64_t limit) const override;
    Result<ArtifactRef> digestInPlace(const std::string& path, const Progress& progress,
                                      const std::atomic<bool>& stop) override;

    // ---- removal of what nobody needs (garbage.h)

    // From now on until release() what is put stays, whatever sweep() is told.
    void hold() { m_objects.hold(); }
    void release() { m_objects.release(); }
    // What is needed to have these: the files of folders, and whatever a small document of JSON among them names.
    Result<std::set<Digest>> withParts(const std::set<Digest>& needed, const std::atomic<bool>& stop) const;
    struct Swept {
        std::uint64_t count = 0, bytes = 0;
    };
    // Removes all others and their trees; counts only, when `really` is false. Needs hold() before `needed` was found out.
    Result<Swept> sweep(const std::set<Digest>& needed, bool really, const std::atomic<bool>& stop);

private:
    DiskArtifactStore(const std::string& stateFolder, Access access);
    Result<ArtifactRef> putFolder(const std::string& path, const std::atomic<bool>& stop);
    Result<FolderManifest> manifestOf(const ArtifactRef& artifact) const;
    Result<ArtifactRef> digestFolder(const std::string& path, OutsideLinks outsideLinks, Watch& watch) const;
    bool isTreeWhole(const std::string& tree, const FolderManifest& manifest) const;
    static std::string readStart(const std::string& path, std::size_t size); // shorter where the file is

    std::string m_trees;
    mutable DigestMemory m_memory;
    ObjectFolder m_objects;
};

} // namespace penstock::store
