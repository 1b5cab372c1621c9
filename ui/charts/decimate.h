// Fewer points, the same picture: of each column of pixels the first, least, greatest and last point stay, so that a
// spike of one point among a million is still seen. Pure; any thread; one pass.
#pragma once

#include <QPointF>

#include <cstddef>
#include <span>
#include <vector>

namespace penstock::charts {

// `points` ascend in x. At most 4 per column in [from, to] are returned, and the neighbours just outside, so that lines
// run to the edges. Points that are not finite are left out.
std::vector<QPointF> decimate(std::span<const QPointF> points, double from, double to, int columns);

} // namespace penstock::charts
