#include "core/store/disk_artifact_store.h"

#include "core/store/durable_file.h"
#include "core/store/file_layout.h"
#include "core/store/system_failure.h"
#include "core/store/tree_removal.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::store {

namespace {

constexpr std::uint64_t largestManifest = 1ull << 30;
const std::atomic<bool> neverStop{false};

Result<Descriptor> openSource(const std::string& path)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file)
        return lastSystemFailure(path, "open");
    struct stat status {};
    if (::fstat(file.number(), &status) != 0)
        return lastSystemFailure(path, "fstat");
    if (!S_ISREG(status.st_mode))
        return notStorable(path, status.st_mode);
    return file;
}

bool isProgram(unsigned mode) { return (mode & S_IXUSR) != 0; }

ArtifactRef refOf(const FolderManifest& manifest)
{
    return {sha256(manifest.text()), ArtifactShape::folder, manifest.size()};
}

} // namespace

DiskArtifactStore::DiskArtifactStore(const std::string& stateFolder, Access access)
    : m_trees(stateFolder + "/trees")
    , m_memory(access == Access::write ? stateFolder + "/cache.db" : std::string())
    , m_objects(stateFolder + "/objects", m_memory)
{}

Result<std::unique_ptr<DiskArtifactStore>> DiskArtifactStore::open(const std::string& stateFolder, Access access)
{
    if (access == Access::write) {
        if (auto made = makeFolders(stateFolder); !made)
            return made.error();
    }
    std::unique_ptr<DiskArtifactStore> store(new DiskArtifactStore(stateFolder, access));
    if (access == Access::read)
        return store;
    if (auto ready = store->m_objects.prepareForWriting(); !ready)
        return ready.error();
    if (auto cleaned = removeTree(store->m_trees + "/tmp"); !cleaned)
        return cleaned.error();
    if (auto made = makeFolders(store->m_trees + "/tmp"); !made)
        return made.error();
    return store;
}

Result<ArtifactRef> DiskArtifactStore::put(const std::string& path, const std::atomic<bool>& stop)
{
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
        return lastSystemFailure(path, "lstat");
    if (S_ISDIR(status.st_mode))
        return putFolder(path, stop);
    if (S_ISLNK(status.st_mode))
        return Error{ErrorCode::invalid, {"store.output_is_link", {{"path", path}}}, {}};
    if (!S_ISREG(status.st_mode))
        return notStorable(path, status.st_mode);
    const auto source = openSource(path);
    if (!source)
        return source.error();
    Watch watch{stop};
    auto staged = m_objects.stageCopy(source->number(), path, isProgram(status.st_mode), watch);
    if (!staged)
        return staged.error();
    std::vector<StagedObject> objects;
    objects.push_back(std::move(*staged));
    if (auto published = m_objects.publish(objects); !published)
        return published.error();
    m_memory.flush();
    const Content& content = objects.front().content();
    return ArtifactRef{content.digest, ArtifactShape::file, content.size};
}

Result<ArtifactRef> DiskArtifactStore::putFolder(const std::string& path, const std::atomic<bool>& stop)
{
    auto walk = walkFolder(path, OutsideLinks::refuse, stop);
    if (!walk)
        return walk.error();
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!folder)
        return lastSystemFailure(path, "open");
    Watch watch{stop, nullptr, walk->size, 0};
    std::vector<StagedObject> objects;
    for (ManifestEntry& entry : walk->entries) {
        if (!entry.isFile())
            continue;
        const auto file = openEntry(folder.number(), path, entry.name, OutsideLinks::refuse);
        if (!file)
            return file.error();
        auto staged = m_objects.stageCopy(file->number(), path + '/' + entry.name,
                                          entry.kind == ManifestEntry::Kind::program, watch);
        if (!staged)
            return staged.error();
        entry.digest = staged->content().digest;
        entry.size = staged->content().size;
        objects.push_back(std::move(*staged));
    }
    const FolderManifest manifest = FolderManifest::of(std::move(walk->entries));
    if (auto published = m_objects.publish(objects); !published)
        return published.error();
    // Last: whoever finds the manifest finds everything that it names.
    if (auto stored = putBytes(manifest.text()); !stored)
        return stored.error();
    m_memory.flush();
    return refOf(manifest);
}

Result<ArtifactRef> DiskArtifactStore::putBytes(std::string_view bytes)
{
    auto staged = m_objects.stageBytes(bytes);
    if (!staged)
        return staged.error();
    std::vector<StagedObject> objects;
    objects.push_back(std::move(*staged));
    if (auto published = m_objects.publish(objects); !published)
        return published.error();
    const Content& content = objects.front().content();
    return ArtifactRef{content.digest, ArtifactShape::file, content.size};
}

bool DiskArtifactStore::has(const Digest& digest) const { return m_objects.has(digest); }

Result<FolderManifest> DiskArtifactStore::manifestOf(const ArtifactRef& artifact) const
{
    const auto text = readBytes(artifact.digest, largestManifest);
    if (!text)
        return text.error();
    return FolderManifest::parse(*text);
}

Result<void> DiskArtifactStore::verify(const ArtifactRef& artifact) const
{
    Watch watch{neverStop};
    if (artifact.shape == ArtifactShape::file) {
        const auto file = m_objects.openVerified(artifact.digest, watch);
        return file ? Result<void>() : Result<void>(file.error());
    }
    const auto manifest = manifestOf(artifact);
    if (!manifest)
        return manifest.error();
    for (const ManifestEntry& entry : manifest->entries()) {
        if (!entry.isFile())
            continue;
        if (const auto file = m_objects.openVerified(entry.digest, watch); !file)
            return file.error();
    }
    m_memory.flush();
    return {};
}

Result<void> DiskArtifactStore::checkOut(const ArtifactRef& artifact, const std::string& path)
{
    if (auto made = makeFolders(folderOf(path)); !made)
        return made;
    const std::string fresh = folderOf(path) + '/' + uniqueName(".penstock-new-");
    Watch watch{neverStop};
    Result<void> done;
    if (artifact.shape == ArtifactShape::file) {
        struct stat status {};
        const bool program =
            ::stat(m_objects.pathOf(artifact.digest).c_str(), &status) == 0 && isProgram(status.st_mode);
        done = layOutFile(m_objects, artifact.digest, program, fresh, Layout::own, watch);
    } else {
        const auto manifest = manifestOf(artifact);
        done =
            manifest ? layOutFolder(m_objects, *manifest, fresh, Layout::own, watch) : Result<void>(manifest.error());
    }
    if (done)
        done = replaceTree(fresh, path);
    if (!done)
        (void)removeTree(fresh);
    return done;
}

Result<std::string> DiskArtifactStore::readPath(const ArtifactRef& artifact) const
{
    Watch watch{neverStop};
    if (artifact.shape == ArtifactShape::file) {
        const auto file = m_objects.openVerified(artifact.digest, watch);
        return file ? Result<std::string>(m_objects.pathOf(artifact.digest)) : Result<std::string>(file.error());
    }
    const auto manifest = manifestOf(artifact);
    if (!manifest)
        return manifest.error();
    const std::string hex = artifact.digest.hex();
    const std::string tree = m_trees + '/' + hex.substr(0, 2) + '/' + hex.substr(2);
    if (exists(tree)) {
        if (isTreeWhole(tree, *manifest))
            return tree;
        if (auto removed = removeTree(tree); !removed)
            return removed.error();
    }
    if (auto made = makeFolders(folderOf(tree)); !made)
        return made.error();
    const std::string fresh = m_trees + "/tmp/" + uniqueName({});
    Result<void> done = layOutFolder(m_objects, *manifest, fresh, Layout::shared, watch);
    // The rights of the outermost folder would forbid its own move; another thread may have been faster.
    if (done && ::rename(fresh.c_str(), tree.c_str()) != 0 && errno != ENOTEMPTY && errno != EEXIST)
        done = lastSystemFailure(tree, "rename");
    if (done)
        done = makeFoldersReadOnly(*manifest, tree);
    (void)removeTree(fresh);
    return done ? Result<std::string>(tree) : Result<std::string>(done.error());
}

bool DiskArtifactStore::isTreeWhole(const std::string& tree, const FolderManifest& manifest) const
{
    Watch watch{neverStop};
    auto walk = walkFolder(tree, OutsideLinks::refuse, neverStop);
    const Descriptor folder(::open(tree.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!walk || !folder || walk->entries.size() != manifest.entries().size())
        return false;
    const FolderManifest found = FolderManifest::of(std::move(walk->entries));
    const auto same = [&](ManifestEntry there, const ManifestEntry& wanted) {
        if (there.isFile()) {
            const auto file = openEntry(folder.number(), tree, there.name, OutsideLinks::refuse);
            const auto content =
                file ? m_memory.digest(file->number(), tree + '/' + there.name, watch) : Result<Content>(file.error());
            if (!content)
                return false;
            there.digest = content->digest;
        }
        if (there.kind == ManifestEntry::Kind::program && wanted.kind == ManifestEntry::Kind::file)
            there.kind = wanted.kind; // a shared object may have more rights
        return there == wanted;
    };
    return std::equal(found.entries().begin(), found.entries().end(), manifest.entries().begin(), same);
}

Result<std::string> DiskArtifactStore::readBytes(const Digest& digest, std::uint64_t limit) const
{
    auto bytes = readSmallFile(m_objects.pathOf(digest), limit);
    if (!bytes && bytes.error().code == ErrorCode::notFound)
        return Error{ErrorCode::notFound, {"store.artifact_missing", {{"digest", digest.hex()}}}, {}};
    if (bytes && sha256(*bytes) != digest)
        return Error{ErrorCode::corrupt,
                     {"store.artifact_damaged", {{"digest", digest.hex()}, {"path", m_objects.pathOf(digest)}}},
                     {}};
    return bytes;
}

Result<ArtifactRef> DiskArtifactStore::digestInPlace(const std::string& path, const Progress& progress,
                                                     const std::atomic<bool>& stop)
{
    // The real name: the memory must not know one file under several, and a link to data elsewhere is followed.
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    struct stat status {};
    if (!real || ::stat(real.get(), &status) != 0)
        return lastSystemFailure(path, "stat");
    Watch watch{stop, &progress, static_cast<std::uint64_t>(status.st_size), 0};
    if (S_ISDIR(status.st_mode))
        return digestFolder(real.get(), OutsideLinks::follow, watch);
    const auto file = openSource(real.get());
    if (!file)
        return file.error();
    const auto content = m_memory.digest(file->number(), real.get(), watch);
    if (!content)
        return content.error();
    m_memory.flush();
    return ArtifactRef{content->digest, ArtifactShape::file, content->size};
}

Result<ArtifactRef> DiskArtifactStore::digestFolder(const std::string& path, OutsideLinks outsideLinks,
                                                    Watch& watch) const
{
    auto walk = walkFolder(path, outsideLinks, watch.stop);
    if (!walk)
        return walk.error();
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return lastSystemFailure(path, "open");
    watch.total = walk->size;
    for (ManifestEntry& entry : walk->entries) {
        if (!entry.isFile())
            continue;
        const auto file = openEntry(folder.number(), path, entry.name, outsideLinks);
        const auto content =
            file ? m_memory.digest(file->number(), path + '/' + entry.name, watch) : Result<Content>(file.error());
        if (!content)
            return content.error();
        entry.digest = content->digest;
        entry.size = content->size;
    }
    m_memory.flush();
    return refOf(FolderManifest::of(std::move(walk->entries)));
}

} // namespace penstock::store
