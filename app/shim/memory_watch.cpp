#include "app/shim/memory_watch.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace penstock::shim {

namespace {

using namespace std::chrono_literals;

constexpr Duration spacing = 1s;
constexpr Duration spacingWithLimit = 100ms;
constexpr int pauseAfterWalk = 50; // times as long as it took

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
    m_killsBefore = std::exchange(m_killsAtLook, m_tree.outOfMemoryKills());
    m_nextLook = now + (m_limit > 0 ? spacingWithLimit : spacing);
    if (m_tree.memory() <= m_peak || now < m_nextWalk)
        return false;
    const auto begin = std::chrono::steady_clock::now();
    const std::uint64_t memory = m_tree.memoryWithoutShared();
    const auto cost = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - begin);
    m_nextWalk = now + cost * pauseAfterWalk;
    m_peak = std::max(m_peak, memory);
    return m_limit > 0 && memory > m_limit;
}

} // namespace penstock::shim
