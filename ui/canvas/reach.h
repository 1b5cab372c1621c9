// What belongs to a node: what it is made from, and what is made from it.
#pragma once

#include "ui/canvas/scene.h"

#include <QSet>

namespace penstock::canvas {

enum class Reach {
    upstream,   // all that has to end before
    downstream, // all that comes after
    related,    // both
    connected,  // whatever wires lead to, in any direction
};

// With `from` itself. Ways back are followed by `connected` only: along them everything would be before everything.
QSet<int> reach(const Scene& scene, const QSet<int>& from, Reach how);

} // namespace penstock::canvas
