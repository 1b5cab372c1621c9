#include "ui/canvas/layered_graph.h"
#include "ui/canvas/layout.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>
#include <sstream>

using namespace penstock::canvas;

namespace {

// "a->b b->c, d" : edges and single nodes; "a=>b" is a way back.
struct TextGraph {
    LayoutInput input;
    std::map<std::string, int> index;

    explicit TextGraph(const std::string& text)
    {
        std::istringstream words(text);
        for (std::string word; words >> word;) {
            const auto back = word.find("=>");
            const auto at = std::min(word.find("->"), back);
            const int from = node(word.substr(0, at));
            if (at != std::string::npos)
                input.edges.push_back({from, node(word.substr(at + 2)), back != std::string::npos, 0});
        }
    }
    int node(const std::string& name)
    {
        const auto [it, added] = index.emplace(name, static_cast<int>(input.nodes.size()));
        if (added)
            input.nodes.emplace_back();
        return it->second;
    }
};

LayoutResult laidOut(const LayoutInput& input)
{
    const std::atomic<bool> never{false};
    return *layoutLayered(input, never);
}

Box boxOf(const LayoutInput& input, const LayoutResult& result, std::size_t i)
{
    return {result.positions[i].x, result.positions[i].y, input.nodes[i].width, input.nodes[i].height};
}

int overlaps(const LayoutInput& input, const LayoutResult& result)
{
    int count = 0;
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            count += boxOf(input, result, i).meets(boxOf(input, result, j));
    }
    return count;
}

LayoutInput randomGraph(int nodes, int reach, unsigned seed)
{
    std::mt19937 random(seed);
    LayoutInput input;
    input.nodes.resize(static_cast<std::size_t>(nodes));
    for (int i = 1; i < nodes; ++i) {
        input.nodes[static_cast<std::size_t>(i)].height = random() % 3 == 0 ? 72 : 58;
        for (int k = 0; k < 2; ++k) {
            const int first = std::max(0, i - reach);
            input.edges.push_back({first + static_cast<int>(random() % static_cast<unsigned>(i - first)), i, false, 0});
        }
    }
    return input;
}

} // namespace

class LayoutTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyGraphHasNoPlaces() { QVERIFY(laidOut({}).positions.empty()); }

    void aChainIsAStraightLineFromLeftToRight()
    {
        const auto result = laidOut(TextGraph("a->b b->c c->d").input);
        QCOMPARE(result.layers, (std::vector<int>{0, 1, 2, 3}));
        for (std::size_t i = 1; i < 4; ++i) {
            QCOMPARE(result.positions[i].y, result.positions[0].y);
            QVERIFY(result.positions[i].x >= result.positions[i - 1].x + 196);
        }
    }

    void orderIsRespectedByEveryEdge()
    {
        for (const unsigned seed : {1U, 2U, 3U, 4U}) {
            const LayoutInput input = randomGraph(120, 30, seed);
            const auto result = laidOut(input);
            for (const LayoutEdge& edge : input.edges)
                QVERIFY(result.layers[static_cast<std::size_t>(edge.from)] < result.layers[static_cast<std::size_t>(edge.to)]);
        }
    }

    void nodesNeverOverlap()
    {
        for (const int reach : {5, 40, 400})
            QCOMPARE(overlaps(randomGraph(400, reach, 9), laidOut(randomGraph(400, reach, 9))), 0);
        LayoutInput lonely;
        lonely.nodes.resize(60);
        QCOMPARE(overlaps(lonely, laidOut(lonely)), 0);
    }

    void theSameGraphIsLaidOutTheSame()
    {
        const LayoutInput input = randomGraph(300, 50, 5);
        const auto first = laidOut(input);
        const auto second = laidOut(input);
        QCOMPARE(first.positions, second.positions);
    }

    void theBranchesOfADiamondStandAboveAndBelow()
    {
        const auto result = laidOut(TextGraph("a->b a->c b->d c->d").input);
        QCOMPARE(result.layers, (std::vector<int>{0, 1, 1, 2}));
        QVERIFY(result.positions[1].y < result.positions[2].y); // in input order
        QCOMPARE(result.positions[0].y, result.positions[3].y);
        QCOMPARE(result.positions[1].y + result.positions[2].y, 2 * result.positions[0].y);
    }

    void crossingsThatCanBeAvoidedAre()
    {
        const TextGraph graph("a->x b->y c->z x->p y->q z->r a->p2 p2->p");
        layered::Graph work = layered::properGraph(graph.input, layered::forwardEdges(graph.input), layered::assignLayers(graph.input.nodes.size(), graph.input.edges));
        const std::atomic<bool> never{false};
        QVERIFY(layered::reduceCrossings(work, never));
        QCOMPARE(layered::countCrossings(work), 0L);
        // Two columns wired in reverse: one order has six crossings, the other none.
        const TextGraph reversed("a1->b4 a2->b3 a3->b2 a4->b1");
        layered::Graph turned = layered::properGraph(reversed.input, reversed.input.edges, layered::assignLayers(8, reversed.input.edges));
        QVERIFY(layered::reduceCrossings(turned, never));
        QCOMPARE(layered::countCrossings(turned), 0L);
    }

    void aLongWireKeepsALaneOfItsOwn()
    {
        const TextGraph graph("a->b b->c c->d a->d");
        const auto result = laidOut(graph.input);
        // b and c move out of the way of the straight line, or the line would run through them.
        QVERIFY(result.positions[1].y != result.positions[0].y || result.positions[2].y != result.positions[0].y);
        QCOMPARE(result.positions[1].y, result.positions[2].y);
    }

    void sourcesStandNextToWhatTheyFeed()
    {
        const TextGraph graph("a->b b->c c->d late->d");
        QCOMPARE(laidOut(graph.input).layers[static_cast<std::size_t>(graph.index.at("late"))], 2);
    }

    void waysBackAndCyclesDoNotDisturbTheOrder()
    {
        const TextGraph marked("a->b b->c c=>a");
        QCOMPARE(laidOut(marked.input).layers, (std::vector<int>{0, 1, 2}));
        const TextGraph cycle("a->b b->c c->a c->c");
        QCOMPARE(laidOut(cycle.input).layers, (std::vector<int>{0, 1, 2}));
    }

    void edgesToNowhereAreIgnored()
    {
        LayoutInput input;
        input.nodes.resize(2);
        input.edges = {{0, 7, false, 0}, {-1, 1, false, 0}, {0, 1, false, 0}};
        QCOMPARE(laidOut(input).layers, (std::vector<int>{0, 1}));
    }

    void aLongChainIsFoldedIntoRows()
    {
        TextGraph graph("a->b b->c c->d d->e e->f f->g g->h");
        const auto folded = laidOut(graph.input);
        double right = 0;
        for (const Point& position : folded.positions)
            right = std::max(right, position.x + 196);
        QVERIFY(right <= graph.input.foldWidth);
        QVERIFY(folded.positions[7].y > folded.positions[0].y + 58);
        QCOMPARE(overlaps(graph.input, folded), 0);
        graph.input.foldWidth = 0;
        QCOMPARE(laidOut(graph.input).positions[7].y, laidOut(graph.input).positions[0].y);
    }

    void labelsGetRoomBetweenLayers()
    {
        TextGraph graph("a->b");
        graph.input.edges[0].labelWidth = 100;
        const auto result = laidOut(graph.input);
        QVERIFY(result.positions[1].x - (result.positions[0].x + 196) >= 100);
    }

    void whatAPersonPlacedStaysAndOthersMakeRoom()
    {
        TextGraph graph("a->b b->c c->d");
        graph.input.nodes[1].fixed = Point{1000, 500};
        graph.input.nodes[2].fixed = Point{1000, 560};
        const auto result = laidOut(graph.input);
        QCOMPARE(result.positions[1], (Point{1000, 500}));
        QCOMPARE(result.positions[2], (Point{1000, 560}));
        QCOMPARE(overlaps(graph.input, result), 0);
        // A free neighbour came along with the fixed one.
        QVERIFY(std::abs(result.positions[0].y - 500) < 200);
        QVERIFY(result.positions[0].x < 1000);
    }

    void randomFixedNodesNeverLeadToOverlapsOfFreeOnes()
    {
        LayoutInput input = randomGraph(150, 20, 11);
        for (std::size_t i = 0; i < input.nodes.size(); i += 7)
            input.nodes[i].fixed = Point{static_cast<double>(i % 5) * 300, static_cast<double>(i) * 70};
        const auto result = laidOut(input);
        for (std::size_t i = 0; i < input.nodes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY((input.nodes[i].fixed && input.nodes[j].fixed) || !boxOf(input, result, i).meets(boxOf(input, result, j)));
        }
    }

    void positionsAreWholeNumbers()
    {
        for (const Point& position : laidOut(randomGraph(50, 10, 3)).positions) {
            QCOMPARE(position.x, std::round(position.x));
            QCOMPARE(position.y, std::round(position.y));
        }
    }

    void aWireBetweenPortsIsStraight()
    {
        TextGraph graph("a->b b->c");
        graph.input.edges[0].fromOffset = 12;
        graph.input.edges[0].toOffset = 50;
        graph.input.edges[1].fromOffset = 58;
        const auto p = laidOut(graph.input).positions;
        QCOMPARE(p[0].y + 12, p[1].y + 50);
        QCOMPARE(p[1].y + 58, p[2].y + 29);
    }

    void portsOrderWhatTheyFeed()
    {
        // In input order x would stand above y; but y is fed from the upper port.
        TextGraph graph("a->x a->y x->z y->z");
        graph.input.edges[0].fromOffset = 50;
        graph.input.edges[1].fromOffset = 10;
        graph.input.edges[2].toOffset = 50;
        graph.input.edges[3].toOffset = 10;
        const auto p = laidOut(graph.input).positions;
        QVERIFY(p[2].y < p[1].y);
    }

    void crossingsOfPortsAreCounted()
    {
        TextGraph graph("a->x a->y");
        graph.input.edges[0].fromOffset = 50;
        graph.input.edges[1].fromOffset = 10;
        layered::Graph work = layered::properGraph(graph.input, graph.input.edges, layered::assignLayers(3, graph.input.edges));
        work.layers = {{0}, {1, 2}};
        work.at(2).order = 1;
        QCOMPARE(layered::countCrossings(work), 1L);
        std::swap(work.at(1).order, work.at(2).order);
        QCOMPARE(layered::countCrossings(work), 0L);
    }

    void withoutFoldsEveryEdgeGoesRight()
    {
        for (const unsigned seed : {1U, 2U, 3U}) {
            LayoutInput input = randomGraph(200, 30, seed);
            input.foldWidth = 0;
            const auto result = laidOut(input);
            for (const LayoutEdge& edge : input.edges)
                QVERIFY(boxOf(input, result, static_cast<std::size_t>(edge.from)).right() < result.positions[static_cast<std::size_t>(edge.to)].x);
        }
    }

    void aLayoutOfWhatIsLaidOutMovesNothing()
    {
        LayoutInput input = randomGraph(150, 20, 4);
        const auto first = laidOut(input);
        for (std::size_t i = 0; i < input.nodes.size(); ++i)
            input.nodes[i].fixed = first.positions[i];
        QCOMPARE(laidOut(input).positions, first.positions);
    }

    void aNewLeafMovesNothingElse()
    {
        for (const int at : {3, 40, 99}) {
            LayoutInput input = randomGraph(100, 15, 6);
            const auto before = laidOut(input);
            for (std::size_t i = 0; i < input.nodes.size(); ++i)
                input.nodes[i].fixed = before.positions[i];
            input.nodes.emplace_back();
            input.edges.push_back({at, 100, false, 0});
            const auto after = laidOut(input);
            for (std::size_t i = 0; i < before.positions.size(); ++i)
                QCOMPARE(after.positions[i], before.positions[i]);
            for (std::size_t i = 0; i < before.positions.size(); ++i)
                QVERIFY(!boxOf(input, after, 100).meets(boxOf(input, after, i)));
        }
    }

    void aSelectionIsLaidOutWhereItStands()
    {
        TextGraph graph("a->b b->c c->d x->y");
        for (std::size_t i = 0; i < graph.input.nodes.size(); ++i)
            graph.input.nodes[i].fixed = Point{static_cast<double>(i % 2) * 700 + 100, static_cast<double>(i) * 300 + 40};
        const std::atomic<bool> never{false};
        const auto places = layoutSelection(graph.input, {1, 2, 3}, never);
        QVERIFY(places.has_value());
        QCOMPARE(places->size(), 3U);
        QCOMPARE((*places)[0], (Point{100, 340})); // the corner that the three had
        QCOMPARE((*places)[1].y, 340.0);
        QVERIFY((*places)[1].x > (*places)[0].x + 196 && (*places)[2].x > (*places)[1].x + 196);
    }

    void aSelectionGetsOutOfTheWayOfTheOthers()
    {
        LayoutInput input = randomGraph(120, 20, 8);
        const auto before = laidOut(input);
        for (std::size_t i = 0; i < input.nodes.size(); ++i)
            input.nodes[i].fixed = before.positions[i];
        std::vector<int> selected;
        for (int i = 20; i < 50; ++i)
            selected.push_back(i);
        const std::atomic<bool> never{false};
        const auto places = layoutSelection(input, selected, never);
        QVERIFY(places.has_value());
        LayoutResult after = before;
        for (std::size_t i = 0; i < selected.size(); ++i)
            after.positions[static_cast<std::size_t>(selected[i])] = (*places)[i];
        QCOMPARE(overlaps(input, after), 0);
        QCOMPARE(layoutSelection(input, selected, never), places);
    }

    void aStoppedSelectionStaysWhereItWas()
    {
        const std::atomic<bool> stop{true};
        QVERIFY(!layoutSelection(randomGraph(100, 20, 1), {1, 2, 3}, stop).has_value());
    }

    void hubsAreLaidOutInTime()
    {
        // Two steps that feed 3,000 each, half of them common: pairs of wires would be nine million.
        LayoutInput input;
        input.nodes.resize(4502);
        for (int i = 0; i < 3000; ++i) {
            input.edges.push_back({0, 2 + i, false, 0});
            input.edges.push_back({1, 1502 + i, false, 0});
        }
        QCOMPARE(overlaps(input, laidOut(input)), 0);
    }

    void edgesAreAsShortAsTheyCanBe()
    {
        // A branch of its own hangs at the end that it feeds, as a whole: its steps keep together.
        const TextGraph graph("a->b b->c c->d d->e e->f p->q q->f q->r r->f");
        const auto layers = laidOut(graph.input).layers;
        const auto layer = [&](const char* name) { return layers[static_cast<std::size_t>(graph.index.at(name))]; };
        QCOMPARE(layer("r"), layer("f") - 1);
        QCOMPARE(layer("q"), layer("f") - 2);
        QCOMPARE(layer("p"), layer("f") - 3);
    }

    void groupsStandTogetherWithNothingElseAmongThem()
    {
        LayoutInput input = randomGraph(90, 15, 12);
        for (std::size_t i = 0; i < input.nodes.size(); ++i)
            input.nodes[i].group = i % 9 == 0 ? 0 : i >= 40 && i < 55 ? 1 : -1;
        const auto result = laidOut(input);
        QCOMPARE(overlaps(input, result), 0);
        for (const int group : {0, 1}) {
            std::optional<Box> frame;
            for (std::size_t i = 0; i < input.nodes.size(); ++i) {
                if (input.nodes[i].group == group)
                    frame = frame ? united(*frame, boxOf(input, result, i)) : boxOf(input, result, i);
            }
            for (std::size_t i = 0; i < input.nodes.size(); ++i)
                QVERIFY(input.nodes[i].group == group || !boxOf(input, result, i).meets(frame->grown(15)));
        }
        QCOMPARE(laidOut(input).positions, result.positions);
    }

    void whatFeedsAGroupStandsBeforeIt()
    {
        TextGraph graph("a->b b->c c->d a->d");
        graph.input.nodes[1].group = graph.input.nodes[2].group = 3;
        const auto p = laidOut(graph.input).positions;
        QVERIFY(p[0].x + 196 < p[1].x && p[1].x + 196 < p[2].x && p[2].x + 196 < p[3].x);
        QCOMPARE(p[1].y, p[2].y);
    }

    void fixedNodesOfGroupsStay()
    {
        TextGraph graph("a->b b->c");
        graph.input.nodes[0].group = graph.input.nodes[1].group = 0;
        graph.input.nodes[0].fixed = Point{700, 700};
        const auto result = laidOut(graph.input);
        QCOMPARE(result.positions[0], (Point{700, 700}));
        QCOMPARE(overlaps(graph.input, result), 0);
    }

    void nodesKeepTheirOrderWhereCrossingsAllow()
    {
        // Written first, b stands above c; a person has put it below.
        TextGraph graph("a->b a->c b->d c->d");
        for (const auto& [node, was] : std::map<std::string, double>{{"a", 50}, {"b", 200}, {"c", 20}, {"d", 50}})
            graph.input.nodes[static_cast<std::size_t>(graph.index.at(node))].was = was;
        const auto p = laidOut(graph.input).positions;
        QVERIFY(p[1].y > p[2].y);
        // But not at the price of crossings.
        TextGraph parallel("a->b c->d e->f s->a s->c s->e");
        for (std::size_t i = 0; i < parallel.input.nodes.size(); ++i)
            parallel.input.nodes[i].was = 100;
        const auto at = [&](const char* name) { return static_cast<std::size_t>(parallel.index.at(name)); };
        parallel.input.nodes[at("a")].was = 10;
        parallel.input.nodes[at("b")].was = 900;
        const auto q = laidOut(parallel.input).positions;
        QCOMPARE(q[at("a")].y < q[at("c")].y, q[at("b")].y < q[at("d")].y);
    }

    void aSecondLayoutMovesNothing()
    {
        for (const unsigned seed : {1U, 2U, 3U, 4U, 5U}) {
            LayoutInput input = randomGraph(80, 12, seed);
            std::mt19937 random(seed);
            for (LayoutNode& node : input.nodes)
                node.was = static_cast<double>(random() % 2000);
            const auto first = laidOut(input).positions;
            for (std::size_t i = 0; i < input.nodes.size(); ++i)
                input.nodes[i].was = first[i].y + input.nodes[i].height / 2;
            QCOMPARE(laidOut(input).positions, first);
        }
    }

    void noBandOfALayoutIsEmpty()
    {
        for (const unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U}) {
            LayoutInput input = randomGraph(240, 25, seed);
            input.foldWidth = 0;
            layered::Graph graph = layered::properGraph(input, layered::forwardEdges(input), layered::assignLayers(input.nodes.size(), layered::forwardEdges(input)));
            const std::atomic<bool> never{false};
            QVERIFY(layered::reduceCrossings(graph, never) && layered::assignHeights(graph, never));
            std::vector<std::pair<double, double>> spans;
            for (const layered::Vertex& vertex : graph.vertices)
                spans.emplace_back(vertex.y - vertex.height / 2, vertex.y + vertex.height / 2);
            std::sort(spans.begin(), spans.end());
            double bottom = spans.front().second;
            for (const auto& [top, end] : spans) {
                QVERIFY(top - bottom <= 2 * input.nodeGap + 0.001);
                bottom = std::max(bottom, end);
            }
        }
    }

    void aStoppedLayoutGivesNothing()
    {
        const std::atomic<bool> stop{true};
        QVERIFY(!layoutLayered(randomGraph(100, 20, 1), stop).has_value());
    }
};

QTEST_GUILESS_MAIN(LayoutTest)
#include "layout_test.moc"
