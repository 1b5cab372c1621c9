// A pipeline made ready to run: references turned into needs, expressions parsed once. Immutable, shared between threads.
#pragma once

#include "core/expression/expression.h"
#include "core/pipeline/document.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace penstock::engine {

struct PlannedStep {
    std::size_t step = 0;             // index in pipeline.steps
    std::vector<std::size_t> needs;   // declared and by reference, sorted, unique
    std::vector<std::size_t> neededBy;
    std::vector<std::size_t> routedBy; // choices (or on_reject) of which this is a target: one of their edges must be taken
    std::vector<std::string> claims;  // declared paths of outputs and metrics, normalised
    std::optional<expression::Expression> condition;
    std::vector<std::optional<expression::Expression>> branches; // of a choice; empty: else
    int slots = 1;
    bool runsOnFailure = false; // its condition asks failure() or always()
    bool runsAlways = false;
};

class Plan {
public:
    // Errors: invalid when the document has problems that core/check reports (cycles, unknown steps, bad expressions).
    static Result<Plan> make(pipeline::Pipeline pipeline);

    const pipeline::Pipeline& pipeline() const { return m_pipeline; }
    const std::vector<PlannedStep>& steps() const { return m_steps; }
    const pipeline::Step& step(std::size_t index) const { return m_pipeline.steps[index]; }
    std::optional<std::size_t> find(const std::string& name) const;
    std::vector<std::string> lines() const; // model lines that it registers: "digits v1"

private:
    pipeline::Pipeline m_pipeline;
    std::vector<PlannedStep> m_steps;
    std::map<std::string, std::size_t> m_byName;
};

// "./a//b/../c" -> "a/c"; empty for what leaves the workspace, is absolute or is the workspace itself.
std::string normalisedPath(const std::string& path);

} // namespace penstock::engine
