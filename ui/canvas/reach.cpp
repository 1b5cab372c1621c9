#include "ui/canvas/reach.h"

namespace penstock::canvas {
namespace {

struct Ways {
    bool before = false;
    bool after = false;
    bool back = false;
};

QSet<int> follow(const Scene& scene, const QSet<int>& from, const Ways& ways)
{
    QSet<int> found = from;
    std::vector<int> open(from.begin(), from.end());
    while (!open.empty()) {
        const int node = open.back();
        open.pop_back();
        for (const int index : scene.wiresOf(node)) {
            const Wire& wire = scene.wires()[static_cast<std::size_t>(index)];
            if (!ways.back && scene.graph().edges[static_cast<std::size_t>(wire.edge)].kind == EdgeKind::back)
                continue;
            const bool leaves = wire.from == node;
            const int other = leaves ? wire.to : wire.from;
            if (!(leaves ? ways.after : ways.before) || found.contains(other))
                continue;
            found.insert(other);
            open.push_back(other);
        }
    }
    return found;
}

} // namespace

QSet<int> reach(const Scene& scene, const QSet<int>& from, Reach how)
{
    switch (how) {
    case Reach::upstream: return follow(scene, from, {true, false, false});
    case Reach::downstream: return follow(scene, from, {false, true, false});
    case Reach::related: return follow(scene, from, {true, false, false}) + follow(scene, from, {false, true, false});
    case Reach::connected: return follow(scene, from, {true, true, true});
    }
    return from;
}

} // namespace penstock::canvas
