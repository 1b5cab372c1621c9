// A grid over a scene: what lies in a cell, so that a place is searched without looking at everything.
#pragma once

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace penstock::canvas {

using Cells = std::unordered_map<qint64, std::vector<int>>;

inline constexpr double cellSize = 512;

inline qint64 cellOf(double value)
{
    return static_cast<qint64>(std::floor(value / cellSize));
}

template <class Action>
void forCells(const QRectF& area, const Action& action)
{
    for (qint64 y = cellOf(area.top()); y <= cellOf(area.bottom()); ++y) {
        for (qint64 x = cellOf(area.left()); x <= cellOf(area.right()); ++x)
            action(y * 0x1'0000'0000 + (x & 0xFFFFFFFF));
    }
}

// Which of `count` things meet an area; stale entries of cells do no harm.
template <class Bounds>
std::vector<int> foundIn(const Cells& cells, std::size_t count, const QRectF& area, const Bounds& bounds)
{
    std::vector<int> result;
    // Looking at every one beats collecting them from most of the cells.
    if (area.width() * area.height() > cellSize * cellSize * static_cast<double>(cells.size()) * 0.5) {
        for (int i = 0; i < static_cast<int>(count); ++i) {
            if (bounds(i).intersects(area))
                result.push_back(i);
        }
        return result;
    }
    forCells(area, [&](qint64 key) {
        const auto cell = cells.find(key);
        if (cell == cells.end())
            return;
        for (const int i : cell->second) {
            if (bounds(i).intersects(area))
                result.push_back(i);
        }
    });
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

} // namespace penstock::canvas
