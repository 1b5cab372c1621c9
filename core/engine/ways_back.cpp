#include "core/engine/planner.h"

#include <algorithm>
#include <iterator>

namespace penstock::engine {

namespace {

using Indexes = std::vector<std::size_t>;

// The start and everything that is reached from it, sorted.
template <class Edges>
Indexes reached(std::size_t count, std::size_t start, Edges edges)
{
    std::vector<bool> seen(count);
    seen[start] = true;
    Indexes open{start}, all{start};
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        edges(at, [&](std::size_t next) {
            if (seen[next])
                return;
            seen[next] = true;
            open.push_back(next);
            all.push_back(next);
        });
    }
    std::ranges::sort(all);
    return all;
}

bool isStrictlyInside(const Indexes& inner, const Indexes& outer)
{
    return inner.size() < outer.size() && std::ranges::includes(outer, inner);
}

} // namespace

Result<void> Planner::closeLoops()
{
    const std::size_t count = m_plan.m_steps.size();
    const auto after = [&](std::size_t at, auto visit) { std::ranges::for_each(planned(at).neededBy, visit); };
    const auto before = [&](std::size_t at, auto visit) {
        std::ranges::for_each(planned(at).needs, visit);
        std::ranges::for_each(planned(at).routedBy, visit);
    };
    for (const Route& route : m_back) {
        WayBack way{route.from, route.to, route.atMost, reached(count, route.to, after), {}, {}};
        if (!std::ranges::binary_search(way.region, route.from)) {
            return Error{ErrorCode::invalid,
                         {"engine.bound_leads_forward", {{"step", step(route.from).name}, {"target", step(route.to).name}}},
                         {}};
        }
        std::ranges::set_intersection(way.region, reached(count, route.from, before), std::back_inserter(way.body));
        for (const std::size_t each : way.body)
            planned(each).inLoop = true;
        planned(route.from).waysBack[route.branch] = m_plan.m_waysBack.size();
        m_plan.m_waysBack.push_back(std::move(way));
    }
    for (WayBack& outer : m_plan.m_waysBack) {
        for (std::size_t inner = 0; inner < m_plan.m_waysBack.size(); ++inner) {
            if (isStrictlyInside(m_plan.m_waysBack[inner].body, outer.body))
                outer.resets.push_back(inner);
        }
    }
    return {};
}

} // namespace penstock::engine
