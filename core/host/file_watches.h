// The files that wait steps wait for. Looked at twice a second instead of watched by inotify: that sees nothing that happens on
// a network file system, and a wait that takes hours does not notice the half second. Owner's thread only.
#pragma once

#include "core/base/file_system.h"
#include "core/engine/decide.h"
#include "core/host/layout.h"

#include <optional>
#include <vector>

namespace penstock::host {

class FileWatches final {
public:
    FileWatches(const Layout& layout, const FileSystem& files)
        : m_layout(layout)
        , m_files(files)
    {}

    void add(const engine::WatchFile& watch);

    // Those whose file is there; each is told once. Forgets the ones that have ended otherwise.
    std::vector<engine::Arrived> look(const engine::WorkspaceState& state, Duration now);
    std::optional<Duration> nextLook() const; // monotonic; none while nothing is watched

private:
    bool isThere(const engine::Run& run, const std::string& file) const;

    const Layout& m_layout;
    const FileSystem& m_files;
    std::vector<engine::WatchFile> m_watched;
    Duration m_next{};
};

} // namespace penstock::host
