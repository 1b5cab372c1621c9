#pragma once

#include "core/platform/file_descriptor.h"

#include <cstdint>
#include <optional>
#include <string>

namespace penstock::shim {

// A control group (cgroup v2) for one attempt, whose memory the kernel caps: it takes back what it can, such as the page
// cache, and else kills all of the group at once. Removed with this object, when nothing is in it any more.
class MemoryGroup final {
public:
    // `below` as platform::delegatedGroup(). Nothing where the system does not let us; the limit is watched then.
    static std::optional<MemoryGroup> make(const std::string& below, std::uint64_t limit);
    // Empty groups of shims that were killed.
    static void removeStale(const std::string& below);
    ~MemoryGroup();
    MemoryGroup(MemoryGroup&& other) noexcept;
    MemoryGroup& operator=(MemoryGroup&&) = delete;

    int entrance() const { return m_entrance.get(); } // who writes "0" to this descriptor is in the group
    bool hasKilled() const;                           // the limit was reached and nothing could be taken back

private:
    MemoryGroup(std::string folder, platform::FileDescriptor entrance)
        : m_folder(std::move(folder))
        , m_entrance(std::move(entrance))
    {}

    std::string m_folder;
    platform::FileDescriptor m_entrance;
};

} // namespace penstock::shim
