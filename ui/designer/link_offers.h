// The links that can begin at a step, for those who choose them from a list. Pure.
#pragma once

#include "ui/canvas/gesture.h"

#include <vector>

namespace penstock::designer {

struct LinkOffer {
    canvas::PortRef from, to;
    QString fromSays, toSays; // the ports, for people
    QString replaces;         // the step whose link ends there now and would be gone; empty: nothing is lost
};

// In the order of the graph; of one step first what costs nothing.
std::vector<LinkOffer> linkOffers(const canvas::LinkJudge& judge, const canvas::Graph& graph, const QString& from);

} // namespace penstock::designer
