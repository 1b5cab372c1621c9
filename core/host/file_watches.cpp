#include "core/host/file_watches.h"

#include "core/host/checkouts.h"

namespace penstock::host {

namespace {

constexpr Duration pause{500};

// Empty when the wait has ended.
std::string fileOf(const engine::WorkspaceState& state, const engine::WatchFile& watch)
{
    const engine::Run* run = state.run(watch.run);
    const engine::Instance* instance = run ? run->find(watch.instance) : nullptr;
    if (!instance || instance->state != engine::InstanceState::running || !run->planned(*instance).wait)
        return {};
    return engine::normalisedPath(run->planned(*instance).wait->file);
}

} // namespace

// What somebody outside is to bring comes to the workspace, wherever the run works that waits for it.
bool FileWatches::isThere(const engine::Run& run, const std::string& file) const
{
    return m_files.exists(m_layout.inWorkspace(file)) || (run.checkout && m_files.exists(layoutOf(m_layout, run).inWorkspace(file)));
}

void FileWatches::add(const engine::WatchFile& watch)
{
    m_watched.push_back(watch);
    m_next = Duration{}; // now
}

std::vector<engine::Arrived> FileWatches::look(const engine::WorkspaceState& state, Duration now)
{
    std::vector<engine::Arrived> arrived;
    if (m_watched.empty() || now < m_next)
        return arrived;
    m_next = now + pause;
    std::erase_if(m_watched, [&](const engine::WatchFile& watch) {
        const std::string file = fileOf(state, watch);
        const bool there = !file.empty() && isThere(*state.run(watch.run), file);
        if (there)
            arrived.push_back({watch.run, watch.instance});
        return there || file.empty();
    });
    return arrived;
}

std::optional<Duration> FileWatches::nextLook() const
{
    return m_watched.empty() ? std::nullopt : std::optional(m_next);
}

} // namespace penstock::host
