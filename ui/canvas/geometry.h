// Points and boxes of the layout and of the router, which are plain C++ so that they run and are tested without a window.
#pragma once

#include <algorithm>

namespace penstock::canvas {

struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double centerX() const { return x + width / 2; }
    double centerY() const { return y + height / 2; }
    bool meets(const Box& other) const
    {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    Box grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }

    bool operator==(const Box&) const = default;
};

inline Box united(const Box& a, const Box& b)
{
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

} // namespace penstock::canvas
