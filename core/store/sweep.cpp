// The part of DiskArtifactStore that removes.
#include "core/store/disk_artifact_store.h"

#include "core/store/tree_removal.h"

#include <algorithm>
#include <fstream>
#include <sys/stat.h>

namespace penstock::store {

namespace {

constexpr std::uint64_t largestManifest = 1ull << 30;
constexpr std::uint64_t largestDocument = 64ull << 20; // that of the cache: a recipe
constexpr std::string_view manifestStart = "penstock-folder 1";

Error cancelled() { return {ErrorCode::cancelled, {"store.cancelled", {}}, {}}; }

bool isHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

// Every run of exactly 64 hexadecimal digits, which is how a digest is written.
void addDigestsIn(std::string_view text, std::vector<Digest>& found)
{
    for (std::size_t at = 0; at < text.size();) {
        if (!isHex(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && isHex(text[end]))
            ++end;
        const auto digest = end - at == 64 ? Digest::parse(text.substr(at, 64)) : std::nullopt;
        if (digest)
            found.push_back(*digest);
        at = end;
    }
}

} // namespace

std::string DiskArtifactStore::readStart(const std::string& path, std::size_t size)
{
    std::string start(size, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), static_cast<std::streamsize>(size));
    start.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return start;
}

Result<std::set<Digest>> DiskArtifactStore::withParts(const std::set<Digest>& needed, const std::atomic<bool>& stop) const
{
    std::set<Digest> all = needed;
    std::vector<Digest> open(needed.begin(), needed.end());
    while (!open.empty()) {
        if (stop)
            return cancelled();
        const Digest digest = open.back();
        open.pop_back();
        // What names others is a manifest or a document; nothing else has to be read.
        const std::string path = m_objects.pathOf(digest);
        const auto start = readStart(path, manifestStart.size());
        const bool isManifest = start == manifestStart;
        if (!isManifest && (start.empty() || start.front() != '{'))
            continue;
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0 || static_cast<std::uint64_t>(status.st_size) > (isManifest ? largestManifest : largestDocument))
            continue;
        const auto text = readBytes(digest, largestManifest);
        if (!text && isManifest && text.error().code != ErrorCode::notFound)
            return text.error(); // what it names cannot be told any more, so nothing may go
        std::vector<Digest> parts;
        addDigestsIn(text ? std::string_view(*text) : std::string_view(), parts);
        for (const Digest& part : parts) {
            if (all.insert(part).second)
                open.push_back(part);
        }
    }
    return all;
}

Result<DiskArtifactStore::Swept> DiskArtifactStore::sweep(const std::set<Digest>& needed, bool really, const std::atomic<bool>& stop)
{
    Swept swept;
    std::vector<std::string> gone;
    const auto take = [&](const ObjectFolder::Entry& entry) -> Result<void> {
        if (needed.contains(entry.digest))
            return {};
        if (really) {
            const auto removed = m_objects.remove(entry.digest);
            if (!removed)
                return removed.error();
            if (!*removed)
                return {};
            // Laid out for reading, it shares the inodes of files that are gone as well.
            const std::string hex = entry.digest.hex();
            if (auto cleared = removeTree(m_trees + '/' + hex.substr(0, 2) + '/' + hex.substr(2)); !cleared)
                return cleared;
            gone.push_back(m_objects.pathOf(entry.digest));
        }
        ++swept.count;
        swept.bytes += entry.size;
        return {};
    };
    if (auto done = m_objects.forEach(take, stop); !done)
        return done.error();
    m_memory.forget(gone);
    return swept;
}

} // namespace penstock::store
