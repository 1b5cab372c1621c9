#pragma once

#include "core/check/texts.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace penstock::check {

enum class EdgeKind { need, reference, branch };

// `to` comes after `from`.
struct Edge {
    std::size_t from = 0, to = 0;
    EdgeKind kind = EdgeKind::need;
    std::string path;       // of the document: where the edge is written
    std::size_t text = 0;   // of a reference: index in texts() ...
    std::size_t offset = 0; // ... and where in it
    bool tolerant = false;  // inside default(): `from` may be skipped
    int atMost = 0;         // of a way back
};

// What the rules share: computed once, read only. Keeps references into the pipeline, which must outlive it.
class Facts final {
public:
    explicit Facts(const pipeline::Pipeline& pipeline);

    const pipeline::Pipeline& pipeline() const { return m_pipeline; }
    const pipeline::Step& step(std::size_t index) const { return m_pipeline.steps[index]; }
    std::string path(std::size_t step) const { return "steps." + m_pipeline.steps[step].name; }
    std::optional<std::size_t> find(std::string_view step) const; // the first of that name
    // For advice. Nothing once a document has had many such questions: each costs a walk over all names.
    std::optional<std::string> nearestStep(std::string_view name) const;

    const std::vector<Text>& texts() const { return m_texts; }
    const std::vector<Edge>& edges() const { return m_edges; }
    const std::vector<std::size_t>& into(std::size_t step) const { return m_into[step]; }     // indexes of edges
    const std::vector<std::size_t>& outOf(std::size_t step) const { return m_outOf[step]; }

    // Edges with a bound. They may lead back and are not among edges().
    const std::vector<Edge>& waysBack() const { return m_waysBack; }
    // Whether a step comes after the target of a way back, so that it may have iterations.
    bool isRepeated(std::size_t step) const { return m_isRepeated[step]; }

    // Steps so that every edge leads forward. Without those that are in a circle or come after one.
    const std::vector<std::size_t>& order() const { return m_order; }
    bool isOrdered() const { return m_order.size() == m_pipeline.steps.size(); }
    bool isBefore(std::size_t first, std::size_t later) const; // there is a way; linear time
    // For each step, whether a step of this kind comes before it. Only when isOrdered().
    std::vector<bool> comesAfter(pipeline::Kind kind) const;

private:
    void addEdge(Edge edge);
    void addNeeds(std::size_t step);
    void addBranches(std::size_t step);
    void addRoute(std::size_t step, const std::string& target, std::optional<int> atMost, const std::string& path);
    void findRepeated();
    void addReferences();
    void sort();

    const pipeline::Pipeline& m_pipeline;
    std::unordered_map<std::string_view, std::size_t> m_byName;
    std::vector<std::string> m_candidates; // the first names, for nearestStep()
    mutable std::size_t m_questions = 0;
    std::vector<Text> m_texts;
    std::vector<Edge> m_edges, m_waysBack;
    std::vector<bool> m_isRepeated;
    std::vector<std::vector<std::size_t>> m_into, m_outOf;
    std::vector<std::size_t> m_order;
};

} // namespace penstock::check
