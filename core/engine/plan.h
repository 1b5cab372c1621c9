// A pipeline made ready to run: references turned into needs, expressions parsed once. Immutable, shared between threads.
#pragma once

#include "core/expression/expression.h"
#include "core/pipeline/document.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::engine {

// Where a step finds an input that another one made at a path of its own; who reads other content there is in its way.
struct ReadPath {
    std::string path;         // normalised
    std::size_t producer = 0; // the step that made it

    auto operator<=>(const ReadPath&) const = default;
};

struct PlannedStep {
    std::size_t step = 0;               // index in pipeline.steps
    std::vector<std::size_t> needs;     // declared and by reference, sorted, unique
    std::vector<std::size_t> tolerated; // of these, the ones that stand in default() only: they may end without an output
    std::vector<std::size_t> routedBy;  // choices (or on_reject) of which this is a target: one of their edges must be taken
    std::vector<std::size_t> neededBy;  // steps that need this one or are its targets, sorted, unique
    std::size_t waitsFor = 0;           // how many distinct steps must have ended before this one is decided
    std::vector<std::string> claims;    // declared paths of outputs and metrics, normalised
    std::vector<ReadPath> reads;        // declared paths of the outputs that are its inputs, sorted, unique
    int lane = 0;                       // steps with equal claims and reads share a lane: what blocks one blocks all
    std::optional<expression::Expression> condition;
    std::vector<std::optional<expression::Expression>> branches; // of a choice; empty: else
    int slots = 1;
    int priority = 0;
    bool runsOnFailure = false; // its condition asks failure() or always()
    bool runsAlways = false;
    std::optional<std::size_t> candidate; // of an approval: the nearest register step before it
    std::optional<std::size_t> approval;  // of a promotion: the nearest approval before it
};

class Plan {
public:
    // Errors: invalid when the document has problems that core/check reports (cycles, unknown steps, bad expressions);
    // unsupported for what this version does not run. A disabled step needs nothing and is not looked into.
    static Result<Plan> make(pipeline::Pipeline pipeline);

    const pipeline::Pipeline& pipeline() const { return m_pipeline; }
    const std::vector<PlannedStep>& steps() const { return m_steps; }
    const pipeline::Step& step(std::size_t index) const { return m_pipeline.steps[index]; }
    std::optional<std::size_t> find(const std::string& name) const;
    const std::vector<std::size_t>& order() const { return m_order; } // every step after all it waits for
    const std::vector<std::string>& lines() const { return m_lines; } // model lines that it registers: "digits v1"

private:
    friend class Planner;

    pipeline::Pipeline m_pipeline;
    std::vector<PlannedStep> m_steps;
    std::map<std::string, std::size_t> m_byName;
    std::vector<std::size_t> m_order;
    std::vector<std::string> m_lines; // sorted
};

// "./a//b/../c" -> "a/c"; empty for what leaves the workspace, is absolute or is the workspace itself.
std::string normalisedPath(const std::string& path);

} // namespace penstock::engine
