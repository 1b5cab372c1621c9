#include "ui/designer/link_offers.h"

#include <QHash>

#include <algorithm>

namespace penstock::designer {

using canvas::Node;
using canvas::Port;
using canvas::PortRef;
using canvas::PortSide;

namespace {

using Filled = QHash<std::pair<QString, QString>, QString>; // inputs that take one thing: who gives it

Filled filledInputs(const canvas::Graph& graph)
{
    Filled filled;
    for (const canvas::Edge& edge : graph.edges) {
        if (edge.kind == canvas::EdgeKind::data && !edge.input.isEmpty())
            filled.insert({edge.to, edge.input}, edge.from);
    }
    return filled;
}

} // namespace

std::vector<LinkOffer> linkOffers(const canvas::LinkJudge& judge, const canvas::Graph& graph, const QString& from)
{
    const auto source = std::find_if(graph.nodes.begin(), graph.nodes.end(), [&](const Node& node) { return node.id == from; });
    if (source == graph.nodes.end())
        return {};
    const Filled filled = filledInputs(graph);
    std::vector<LinkOffer> offers;
    for (const Node& target : graph.nodes) {
        std::vector<LinkOffer> here;
        for (const Port& in : portsOf(target, PortSide::in)) {
            for (const Port& out : portsOf(*source, PortSide::out)) {
                const PortRef a{from, PortSide::out, out.name}, b{target.id, PortSide::in, in.name};
                if (target.id != from && judge.refusal(a, b).isEmpty())
                    here.push_back({a, b, out.says, in.says, filled.value({target.id, in.name})});
            }
        }
        std::stable_partition(here.begin(), here.end(), [](const LinkOffer& offer) { return offer.replaces.isEmpty(); });
        offers.insert(offers.end(), here.begin(), here.end());
    }
    return offers;
}

} // namespace penstock::designer
