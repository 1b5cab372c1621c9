// Ways of wires between boxes: from positions alone, because people move nodes and files keep no bends.
// Forward wires leave at the right and enter at the left as one quiet curve; where nodes stand in between they take the
// lane with the least detour. Ways back run below or above what they pass. Plain C++, deterministic.
#pragma once

#include "ui/canvas/geometry.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace penstock::canvas {

enum class Passage { forward, back };

// Where a wire leaves and enters, from the top of the boxes; without one in the middle of the side.
struct Gates {
    std::optional<double> out, in;
};

// A start and cubic segments: control, control, end, control, ... (1 + 3 n points).
struct Route {
    std::vector<Point> points;
    Point label; // middle of the longest quiet stretch

    Box bounds() const;
    bool operator==(const Route&) const = default;
};

// Not thread-safe while boxes are moved.
class Router final {
public:
    explicit Router(std::vector<Box> boxes);

    void move(int box, const Box& to);
    const Box& box(int index) const { return m_boxes[static_cast<std::size_t>(index)]; }
    // `lane` (any number) spreads wires that would otherwise run on top of each other.
    Route route(int from, int to, Passage passage, int lane, const Gates& gates = {}) const;

private:
    struct Ends {
        int from = 0;
        int to = 0;
        int lane = 0;
        Point start, end; // of forward ways
    };

    Route forward(const Ends& ends) const;
    Route aroundRow(const Ends& ends) const;
    Route back(const Ends& ends) const;
    Route loop(const Ends& ends) const;
    std::vector<Box> between(const Box& area, const Ends& ends, bool withEnds = false) const;
    bool hits(const Route& route, const Ends& ends) const;

    std::vector<Box> m_boxes;
    std::unordered_map<std::int64_t, std::vector<int>> m_cells; // boxes by grid cell
};

} // namespace penstock::canvas
