#include "core/edit/touched.h"

#include "core/edit/difference.h"

#include <set>

namespace penstock::edit {

namespace {

std::set<std::string> moved(const format::NodePositions& before, const format::NodePositions& after)
{
    std::set<std::string> names;
    for (const auto& [name, position] : after) {
        const auto was = before.find(name);
        if (was != before.end() && was->second != position)
            names.insert(name);
    }
    return names;
}

} // namespace

std::vector<std::string> touched(const Document& before, const Document& after)
{
    std::set<std::string> names = moved(before.positions(), after.positions());
    if (before.text() != after.text()) {
        for (const PartDifference& step : difference(before.pipeline(), after.pipeline()).steps) {
            if (step.fate != Fate::removed)
                names.insert(step.name);
        }
    }
    std::vector<std::string> inOrder;
    for (const pipeline::Step& step : after.pipeline().steps) {
        if (names.contains(step.name))
            inOrder.push_back(step.name);
    }
    return inOrder;
}

} // namespace penstock::edit
