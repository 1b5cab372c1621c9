#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace penstock::simulation {

// SplitMix64 (Steele, Lea, Flood 2014): one seed, one history, on every compiler and standard library.
class Dice final {
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed)
    {}

    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
    int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template <class T>
    const T& one(const std::vector<T>& of)
    {
        return of[below(of.size())];
    }

private:
    std::uint64_t m_state;
};

} // namespace penstock::simulation
