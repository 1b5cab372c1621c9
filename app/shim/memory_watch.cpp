#include "app/shim/memory_watch.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace penstock::shim {

namespace {

using namespace std::chrono_literals;

constexpr Duration spacing = 1s;
constexpr Duration spacingWithLimit = 100ms;
constexpr int worthOfLooking = 20;

} // namespace

MemoryWatch::MemoryWatch(ProcessTree& tree, std::uint64_t limit, Duration now)
    : m_tree(tree)
    , m_limit(limit)
    , m_killsBefore(tree.outOfMemoryKillsLately())
    , m_killsAtLook(m_killsBefore)
    , m_nextLook(now + (limit > 0 ? spacingWithLimit : spacing))
{}

bool MemoryWatch::look(Duration now)
{
    const auto begin = std::chrono::steady_clock::now();
    std::uint64_t memory = m_tree.memory();
    if (memory > m_peak)
        memory = std::min(memory, m_tree.memoryWithoutShared());
    m_peak = std::max(m_peak, memory);
    m_killsBefore = std::exchange(m_killsAtLook, m_tree.outOfMemoryKills());
    const auto cost = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begin);
    m_nextLook = now + std::max(m_limit > 0 ? spacingWithLimit : spacing, cost * worthOfLooking);
    return m_limit > 0 && memory > m_limit;
}

} // namespace penstock::shim
