#include "core/store/garbage.h"

#include "core/store/safe_name.h"
#include "core/store/tree_removal.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <sys/stat.h>

namespace penstock::store {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> entriesOf(const std::string& folder)
{
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end; each.increment(error))
        entries.push_back(each->path());
    return entries;
}

std::optional<Instant> modifiedAt(const fs::path& path)
{
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
        return std::nullopt;
    return Instant(Duration(static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1'000'000));
}

class Collector final {
public:
    Collector(std::string folder, bool really, const std::atomic<bool>& stop)
        : m_folder(std::move(folder))
        , m_really(really)
        , m_stop(stop)
    {}

    Result<void> runs(const std::set<RunId>& runs)
    {
        for (const RunId& run : runs) {
            if (auto gone = take("runs", m_folder + "/runs/" + run.text()); !gone)
                return gone;
        }
        return {};
    }

    // runs/RUN/INSTANCE/ATTEMPT/log and what belongs to it.
    Result<void> logs(const std::set<RunId>& runs)
    {
        for (const RunId& run : runs) {
            for (const fs::path& instance : entriesOf(m_folder + "/runs/" + run.text())) {
                for (const fs::path& attempt : entriesOf(instance.string())) {
                    for (const char* name : {"log", "log.idx"}) {
                        if (auto gone = take("logs", attempt / name); !gone)
                            return gone;
                    }
                }
            }
        }
        return {};
    }

    // Whole entries by their age: people look for them by the time at which they came there.
    Result<void> old(const char* kind, const std::optional<Instant>& before)
    {
        for (const fs::path& entry : before ? entriesOf(m_folder + '/' + kind) : std::vector<fs::path>()) {
            const auto at = modifiedAt(entry);
            if (!at || *at >= *before)
                continue;
            if (auto gone = take(kind, entry); !gone)
                return gone;
        }
        return {};
    }

    Result<void> models(const std::map<ModelLine, std::set<std::string>>& versions)
    {
        for (const auto& [line, kept] : versions) {
            const std::string folder = m_folder + "/models/" + line.model + "-v" + std::to_string(line.major);
            std::error_code error;
            const std::string current = fs::read_symlink(folder + "/production", error).string();
            for (const fs::path& entry : entriesOf(folder)) {
                const std::string name = entry.filename().string();
                if (name == "production" || name == current || kept.contains(name) || !VersionId::parse(line.model + ' ' + name))
                    continue;
                if (auto gone = take("models", entry); !gone)
                    return gone;
            }
        }
        return {};
    }

    Freed freed;

private:
    Result<void> take(const char* kind, const fs::path& path)
    {
        if (m_stop)
            return Error{ErrorCode::cancelled, {"store.cancelled", {}}, {}};
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0)
            return {}; // gone already
        const std::uint64_t bytes = sizeOfFolder(path.string());
        if (m_really) {
            if (auto removed = removeTree(path.string()); !removed)
                return removed;
        }
        Freed::Kind& counted = freed.kinds[kind];
        ++counted.count;
        counted.bytes += bytes;
        return {};
    }

    std::string m_folder;
    bool m_really;
    const std::atomic<bool>& m_stop;
};

} // namespace

std::uint64_t Freed::bytes() const
{
    std::uint64_t sum = 0;
    for (const auto& [name, kind] : kinds)
        sum += kind.bytes;
    return sum;
}

Json Freed::toJson() const
{
    Json json = Json::object();
    for (const auto& [name, kind] : kinds) {
        if (kind.count > 0)
            json[name] = {{"count", kind.count}, {"bytes", kind.bytes}};
    }
    return json;
}

Garbage::Garbage(std::string stateFolder, DiskArtifactStore& store)
    : m_folder(std::move(stateFolder))
    , m_store(store)
{}

Result<Freed> Garbage::measure(const Keep& keep, const std::atomic<bool>& stop) const { return go(keep, false, stop); }

Result<Freed> Garbage::remove(const Keep& keep, const std::atomic<bool>& stop) { return go(keep, true, stop); }

// What was displaced from another file system stands in the store; a note that names it is all that is left (displaced.h).
void Garbage::addDisplaced(const std::optional<Instant>& before, std::set<Digest>& contents) const
{
    for (const fs::path& entry : entriesOf(m_folder + "/displaced")) {
        const auto at = modifiedAt(entry);
        if (before && at && *at < *before)
            continue;
        for (const fs::path& note : entriesOf(entry.string())) {
            if (note.extension() != ".stored")
                continue;
            std::ifstream file(note);
            std::string shape, digest;
            file >> shape >> digest;
            if (const auto named = Digest::parse(digest))
                contents.insert(*named);
        }
    }
}

Result<Freed> Garbage::go(const Keep& keep, bool really, const std::atomic<bool>& stop) const
{
    std::set<Digest> contents = keep.contents;
    addDisplaced(keep.before, contents);
    // First, because it may find that nothing can be said for certain.
    const auto needed = m_store.withParts(contents, stop);
    if (!needed)
        return needed.error();
    Collector collector(m_folder, really, stop);
    const auto all = [&]() -> Result<void> {
        if (auto done = collector.runs(keep.runs); !done)
            return done;
        if (auto done = collector.logs(keep.logs); !done)
            return done;
        for (const char* kind : {"displaced", "quarantine"}) {
            if (auto done = collector.old(kind, keep.before); !done)
                return done;
        }
        return collector.models(keep.versions);
    };
    if (const auto done = all(); !done)
        return done.error();
    const auto swept = m_store.sweep(*needed, really, stop);
    if (!swept)
        return swept.error();
    collector.freed.kinds["objects"] = {swept->count, swept->bytes};
    return std::move(collector.freed);
}

std::uint64_t sizeOfFolder(const std::string& path)
{
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
        return 0;
    std::uint64_t sum = S_ISDIR(status.st_mode) ? 0 : static_cast<std::uint64_t>(status.st_size);
    std::error_code error;
    if (!S_ISDIR(status.st_mode))
        return sum;
    for (fs::recursive_directory_iterator each(path, fs::directory_options::skip_permission_denied, error), end; !error && each != end;
         each.increment(error)) {
        if (::lstat(each->path().c_str(), &status) == 0 && S_ISREG(status.st_mode))
            sum += static_cast<std::uint64_t>(status.st_size);
    }
    return sum;
}

} // namespace penstock::store
