#include "core/host/machine.h"

#include "core/format/workspace_settings.h"

#include <unistd.h>

#include <algorithm>

namespace penstock::host {

namespace {

constexpr std::uint64_t largestSettings = 16 << 20;
constexpr int mostGpus = 64;

std::uint64_t memoryOfSystem()
{
    const long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) : 0;
}

int gpusOfSystem(const FileSystem& files)
{
    int count = 0;
    while (count < mostGpus && files.exists("/dev/nvidia" + std::to_string(count)))
        ++count;
    return count;
}

} // namespace

engine::Capacity capacityOf(const Layout& layout, const FileSystem& files)
{
    engine::Capacity capacity{memoryOfSystem(), gpusOfSystem(files), {}};
    const auto text = files.read(layout.inWorkspace("penstock.yaml"), largestSettings);
    if (!text)
        return capacity;
    const format::WorkspaceSettings settings = format::readSettings(*text).settings;
    if (settings.resources.memory)
        capacity.memory = *settings.resources.memory;
    if (settings.resources.gpus)
        capacity.gpus = std::clamp(*settings.resources.gpus, 0, mostGpus);
    capacity.pools = settings.resources.pools;
    return capacity;
}

} // namespace penstock::host
