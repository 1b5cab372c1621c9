// The instances of a run that wait for admission, best first. Instances of one lane claim the same paths, so only the
// first of a lane can be next: however many wait for a path, looking for the next one passes over each lane once.
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <set>

namespace penstock::engine {

class ReadyQueue final {
public:
    struct Place {
        int before = 0; // -priority: smaller goes first
        std::size_t instance = 0;

        auto operator<=>(const Place&) const = default;
    };

    // O(log n) each; inserting twice and erasing what is not there change nothing.
    void insert(int lane, Place place);
    void erase(int lane, Place place);

    bool empty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    const std::set<Place>& heads() const { return m_heads; } // the first of each lane
    std::set<Place> all() const;

    bool operator==(const ReadyQueue&) const = default;

private:
    std::map<int, std::set<Place>> m_lanes; // none is empty
    std::set<Place> m_heads;
    std::size_t m_size = 0;
};

} // namespace penstock::engine
