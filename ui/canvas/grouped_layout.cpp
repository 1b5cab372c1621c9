#include "ui/canvas/grouped_layout.h"

#include "ui/canvas/fixed_nodes.h"

#include <map>

namespace penstock::canvas::layered {
namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// A node of the whole: one of the input, or all of a group.
struct Block {
    std::vector<int> nodes;
    std::vector<Point> places; // of these, from the corner of the block
    double width = 0, height = 0;
    bool isGroup = false;
};

struct Blocks {
    std::vector<Block> all;
    std::vector<int> of;    // block of a node
    std::vector<int> place; // of a node in its block
};

LayoutInput emptyLike(const LayoutInput& input)
{
    return {{}, {}, input.layerGap, input.nodeGap, input.rowGap, input.foldWidth, input.groupMargin, input.groupTitle};
}

bool isKnown(const LayoutInput& input, const LayoutEdge& edge)
{
    return edge.from >= 0 && edge.to >= 0 && at(edge.from) < input.nodes.size() && at(edge.to) < input.nodes.size();
}

// In the order of their first nodes.
Blocks blocksOf(const LayoutInput& input)
{
    Blocks blocks;
    std::map<int, int> ofGroup;
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        const int group = input.nodes[i].group;
        const auto known = group < 0 ? ofGroup.end() : ofGroup.find(group);
        if (known == ofGroup.end()) {
            if (group >= 0)
                ofGroup.emplace(group, static_cast<int>(blocks.all.size()));
            blocks.of.push_back(static_cast<int>(blocks.all.size()));
            blocks.all.emplace_back();
            blocks.all.back().isGroup = group >= 0;
        } else {
            blocks.of.push_back(known->second);
        }
        Block& block = blocks.all[at(blocks.of.back())];
        blocks.place.push_back(static_cast<int>(block.nodes.size()));
        block.nodes.push_back(static_cast<int>(i));
    }
    return blocks;
}

bool layInside(const LayoutInput& input, Block& block, const std::vector<LayoutEdge>& edges, const std::atomic<bool>& stop)
{
    LayoutInput inside = emptyLike(input);
    for (const int node : block.nodes) {
        inside.nodes.push_back(input.nodes[at(node)]);
        inside.nodes.back().fixed.reset();
        inside.nodes.back().group = -1;
    }
    inside.edges = edges;
    const auto laid = layoutLayered(inside, stop);
    if (!laid)
        return false;
    const double margin = block.isGroup ? input.groupMargin : 0;
    const double top = block.isGroup ? input.groupMargin + input.groupTitle : 0;
    for (std::size_t i = 0; i < laid->positions.size(); ++i) {
        const Point place{laid->positions[i].x + margin, laid->positions[i].y + top};
        block.places.push_back(place);
        block.width = std::max(block.width, place.x + inside.nodes[i].width + margin);
        block.height = std::max(block.height, place.y + inside.nodes[i].height + margin);
    }
    return true;
}

// The middle of where its nodes stood.
std::optional<double> placeBefore(const LayoutInput& input, const Block& block)
{
    double sum = 0;
    for (const int node : block.nodes) {
        if (!input.nodes[at(node)].was)
            return std::nullopt;
        sum += *input.nodes[at(node)].was;
    }
    return sum / static_cast<double>(block.nodes.size());
}

} // namespace

bool hasGroups(const LayoutInput& input)
{
    return std::any_of(input.nodes.begin(), input.nodes.end(), [](const LayoutNode& node) { return node.group >= 0; });
}

std::optional<LayoutResult> layoutGrouped(const LayoutInput& input, const std::atomic<bool>& stop)
{
    Blocks blocks = blocksOf(input);
    LayoutInput whole = emptyLike(input);
    std::vector<std::vector<LayoutEdge>> inside(blocks.all.size());
    for (const LayoutEdge& edge : input.edges) {
        if (isKnown(input, edge) && blocks.of[at(edge.from)] == blocks.of[at(edge.to)]) {
            LayoutEdge own = edge;
            own.from = blocks.place[at(edge.from)];
            own.to = blocks.place[at(edge.to)];
            inside[at(blocks.of[at(edge.from)])].push_back(own);
        }
    }
    for (std::size_t i = 0; i < blocks.all.size(); ++i) {
        if (!layInside(input, blocks.all[i], inside[i], stop))
            return std::nullopt;
        whole.nodes.push_back({blocks.all[i].width, blocks.all[i].height, {}, -1, placeBefore(input, blocks.all[i])});
    }
    for (LayoutEdge edge : input.edges) {
        if (!isKnown(input, edge) || blocks.of[at(edge.from)] == blocks.of[at(edge.to)])
            continue;
        const auto portOf = [&](int node, const std::optional<double>& offset) {
            return blocks.all[at(blocks.of[at(node)])].places[at(blocks.place[at(node)])].y + offset.value_or(input.nodes[at(node)].height / 2);
        };
        edge.fromOffset = portOf(edge.from, edge.fromOffset);
        edge.toOffset = portOf(edge.to, edge.toOffset);
        edge.from = blocks.of[at(edge.from)];
        edge.to = blocks.of[at(edge.to)];
        whole.edges.push_back(edge);
    }
    const auto laid = layoutLayered(whole, stop);
    if (!laid)
        return std::nullopt;
    LayoutResult result;
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        const auto block = at(blocks.of[i]);
        const Point& place = blocks.all[block].places[at(blocks.place[i])];
        result.positions.push_back({laid->positions[block].x + place.x, laid->positions[block].y + place.y});
        result.layers.push_back(laid->layers[block]);
    }
    placeAroundFixed(input, result);
    return result;
}

} // namespace penstock::canvas::layered
