#include "core/host/environments.h"

#include "core/base/json.h"
#include "core/host/environment_making.h"
#include "core/store/durable_file.h"
#include "core/store/tree_removal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largestRecord = 64U << 10U;
constexpr std::size_t shownKey = 16; // digits of the key in names of folders: paths in #! lines have a limit

std::string shortName(const Digest& key) { return key.hex().substr(0, shownKey); }

std::string recordOf(const std::string& folder) { return folder + ".json"; }

bool worksIn(const std::string& folder) { return access((folder + "/bin/python").c_str(), X_OK) == 0; }

// A folder that nobody has used. Its number differs when an earlier one with this key was left half made.
Result<std::string> freshFolder(const std::string& parent, const Digest& key)
{
    if (const auto made = store::makeFolders(parent, 0700); !made)
        return made.error();
    for (int number = 1;; ++number) {
        const std::string folder = parent + '/' + shortName(key) + '-' + std::to_string(number);
        if (mkdir(folder.c_str(), 0700) == 0)
            return folder;
        if (errno != EEXIST)
            return Error{errno == ENOSPC ? ErrorCode::full : ErrorCode::io,
                         {"host.folder_failed", {{"path", folder}, {"reason", std::error_code(errno, std::generic_category()).message()}}},
                         {}};
    }
}

std::uint64_t sizeOf(const fs::path& folder)
{
    std::uint64_t size = 0;
    std::error_code error;
    for (auto it = fs::recursive_directory_iterator(folder, error); !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (it->is_regular_file(ignored) && !it->is_symlink(ignored))
            size += it->file_size(ignored);
    }
    return size;
}

Instant usedAt(const std::string& record)
{
    struct stat status{};
    if (stat(record.c_str(), &status) != 0)
        return {};
    return Instant(Duration(std::int64_t(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1'000'000));
}

} // namespace

Environments::Environments(const std::string& stateFolder)
    : m_folder(stateFolder + "/environments")
{}

Environments::~Environments()
{
    std::vector<std::unique_ptr<Making>> makings;
    {
        const std::lock_guard lock(m_mutex);
        m_isLeaving = true;
        makings.swap(m_makings);
    }
}

std::optional<std::string> Environments::whole(const Digest& key) const
{
    std::error_code error;
    for (auto it = fs::directory_iterator(m_folder, error); !error && it != fs::directory_iterator(); it.increment(error)) {
        const std::string folder = it->path().string();
        if (it->path().extension() == ".json" || it->path().filename().string().rfind(shortName(key) + '-', 0) != 0)
            continue;
        const auto record = store::readSmallFile(recordOf(folder), largestRecord);
        const auto json = record ? parseJson(*record) : Error{};
        if (!json || textAt(*json, "key") != key.hex() || !worksIn(folder))
            continue;
        utimensat(AT_FDCWD, recordOf(folder).c_str(), nullptr, 0); // when it was last used
        return folder;
    }
    return std::nullopt;
}

void Environments::want(const EnvironmentSpec& spec, const EnvironmentQuestion& question, std::shared_ptr<std::atomic<bool>> stop, Progress progress,
                        Done done)
{
    std::unique_lock lock(m_mutex);
    tidy();
    for (const auto& making : m_makings) {
        if (making->key == spec.key && !making->isOver) {
            making->waiters.push_back({std::move(stop), std::move(progress), std::move(done)});
            return;
        }
    }
    if (const auto folder = whole(spec.key)) {
        lock.unlock();
        return done(Environment{*folder, {}});
    }
    auto folder = freshFolder(m_folder, spec.key);
    if (!folder || m_isLeaving) {
        lock.unlock();
        return done(folder ? Error{ErrorCode::cancelled, {"host.cancelled", {}}, {}} : folder.error());
    }
    auto making = std::make_unique<Making>();
    making->key = spec.key;
    making->folder = std::move(*folder);
    making->waiters.push_back({std::move(stop), std::move(progress), std::move(done)});
    Making& started = *making;
    m_makings.push_back(std::move(making));
    started.thread = std::jthread([this, &started, spec, question] {
        make(started, spec, question);
        started.isGone = true;
    });
}

void Environments::make(Making& making, const EnvironmentSpec& spec, const EnvironmentQuestion& question)
{
    const auto story = makeEnvironment(spec, question, making.folder, [&] { return isWanted(making); },
                                       [&](const std::string& line, Duration since) { tell(making, line, since); });
    if (!story) {
        (void)store::removeTree(making.folder);
        return finish(making, story.error());
    }
    const Json record{{"penstock", 1},        {"key", spec.key.hex()},        {"python", spec.python}, {"requirements", spec.requirements},
                      {"tool", story->tool}, {"ms", story->took.count()}};
    if (const auto written = store::writeDurably(recordOf(making.folder), dumpJsonPretty(record) + '\n'); !written)
        return finish(making, written.error());
    finish(making, Environment{making.folder, story->text});
}

// Who has stopped is told at once, also when the making goes on for others.
bool Environments::isWanted(Making& making)
{
    std::vector<Waiter> stopped;
    bool isWanted = false;
    {
        const std::lock_guard lock(m_mutex);
        const auto firstStopped = std::stable_partition(making.waiters.begin(), making.waiters.end(), [](const Waiter& each) { return !*each.stop; });
        std::move(firstStopped, making.waiters.end(), std::back_inserter(stopped));
        making.waiters.erase(firstStopped, making.waiters.end());
        isWanted = !making.waiters.empty() && !m_isLeaving;
        making.isOver = making.isOver || making.waiters.empty(); // who comes now begins anew
    }
    for (const Waiter& each : stopped)
        each.done(Error{ErrorCode::cancelled, {"host.cancelled", {}}, {}});
    return isWanted;
}

void Environments::tell(Making& making, const std::string& line, Duration since)
{
    std::vector<Progress> listeners;
    {
        const std::lock_guard lock(m_mutex);
        for (const Waiter& each : making.waiters)
            listeners.push_back(each.progress);
    }
    for (const Progress& each : listeners) {
        if (each)
            each(line, since);
    }
}

void Environments::finish(Making& making, const Result<Environment>& result)
{
    std::vector<Waiter> waiters;
    {
        const std::lock_guard lock(m_mutex);
        waiters.swap(making.waiters);
        making.isOver = true;
    }
    for (const Waiter& each : waiters)
        each.done(result);
}

// Threads of makings that are over have nothing left to do but to end. Under the lock.
void Environments::tidy()
{
    std::erase_if(m_makings, [](const std::unique_ptr<Making>& each) { return each->isGone.load(); });
}

Result<std::uint64_t> Environments::removeUnused(const std::set<Digest>& kept, Instant before)
{
    const std::lock_guard lock(m_mutex);
    std::uint64_t freed = 0;
    std::error_code error;
    std::vector<fs::path> folders;
    for (auto it = fs::directory_iterator(m_folder, error); !error && it != fs::directory_iterator(); it.increment(error)) {
        if (it->is_directory(error))
            folders.push_back(it->path());
    }
    for (const fs::path& folder : folders) {
        const bool isMade = std::ranges::any_of(m_makings, [&](const auto& each) { return !each->isOver && each->folder == folder.string(); });
        const auto record = store::readSmallFile(recordOf(folder.string()), largestRecord);
        const auto json = record ? parseJson(*record) : Error{};
        const auto key = json ? Digest::parse(textAt(*json, "key")) : std::nullopt;
        const bool isKept = key && (kept.contains(*key) || usedAt(recordOf(folder.string())) >= before);
        if (isMade || isKept)
            continue;
        freed += sizeOf(folder);
        // The record first: without it nobody takes what is left for whole.
        fs::remove(recordOf(folder.string()), error);
        if (const auto removed = store::removeTree(folder.string()); !removed)
            return removed.error();
    }
    return freed;
}

} // namespace penstock::host
