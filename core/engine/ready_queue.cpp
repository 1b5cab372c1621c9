#include "core/engine/ready_queue.h"

namespace penstock::engine {

void ReadyQueue::insert(int lane, Place place)
{
    std::set<Place>& places = m_lanes[lane];
    if (!places.empty())
        m_heads.erase(*places.begin());
    m_size += places.insert(place).second ? 1 : 0;
    m_heads.insert(*places.begin());
}

void ReadyQueue::erase(int lane, Place place)
{
    const auto found = m_lanes.find(lane);
    if (found == m_lanes.end())
        return;
    std::set<Place>& places = found->second;
    m_heads.erase(*places.begin());
    m_size -= places.erase(place);
    if (places.empty())
        m_lanes.erase(found);
    else
        m_heads.insert(*places.begin());
}

std::set<ReadyQueue::Place> ReadyQueue::all() const
{
    std::set<Place> all;
    for (const auto& [lane, places] : m_lanes)
        all.insert(places.begin(), places.end());
    return all;
}

} // namespace penstock::engine
