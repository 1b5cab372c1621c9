#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

namespace penstock {

enum class ArtifactShape { file, folder };

// A stored (or, for file inputs, merely digested) content.
struct ArtifactRef {
    Digest digest;
    ArtifactShape shape = ArtifactShape::file;
    std::uint64_t size = 0; // bytes of all files

    bool operator==(const ArtifactRef&) const = default;
};

// Reported from the calling thread; `total` is 0 while it is not known.
using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

// Content-addressed store of files and folders (a folder is the digest of its sorted manifest).
// Guarantees: an artifact is whole or absent; it never shares an inode with a file that a step can write;
// what leaves the store has been verified. Thread-safe. Long calls poll `stop` and return `cancelled`.
class ArtifactStore {
public:
    virtual ~ArtifactStore() = default;

    // A copy (reflinked where the file system can); what stands at `path` stays as it is, so that taking it can be repeated.
    virtual Result<ArtifactRef> put(const std::string& path, const std::atomic<bool>& stop) = 0;
    virtual Result<ArtifactRef> putBytes(std::string_view bytes) = 0;
    virtual bool has(const Digest& digest) const = 0;
    // Errors: notFound; corrupt when the stored bytes no longer match their name.
    virtual Result<void> verify(const ArtifactRef& artifact) const = 0;
    // Makes `path` an independent, verified copy (reflink where the file system can); replaces what stands there.
    virtual Result<void> checkOut(const ArtifactRef& artifact, const std::string& path) = 0;
    // A read-only path inside the store for a step's input.
    virtual Result<std::string> readPath(const ArtifactRef& artifact) const = 0;
    virtual Result<std::string> readBytes(const Digest& digest, std::uint64_t limit) const = 0;
    // Digest of a file or folder that stays where it is; remembered by path, size, times and inode.
    virtual Result<ArtifactRef> digestInPlace(const std::string& path, const Progress& progress,
                                              const std::atomic<bool>& stop) = 0;
};

} // namespace penstock
