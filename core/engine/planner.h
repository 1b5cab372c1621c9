#pragma once

#include "core/engine/plan.h"

#include <set>

namespace penstock::engine {

// Makes one plan. Each part works on what the parts before it found; nothing recurses, so depth of a graph costs no stack.
class Planner final {
public:
    explicit Planner(pipeline::Pipeline pipeline);

    Result<Plan> make();

private:
    Result<void> nameSteps();
    Result<void> planStep(std::size_t index);
    Result<void> parseConditions(std::size_t index);
    Result<void> collectNeeds(std::size_t index);
    Result<void> collectClaims(std::size_t index);
    Result<void> collectReads(std::size_t index);
    Result<void> addRoutes(std::size_t index);
    Result<void> addRoute(std::size_t from, const std::string& target);
    void invertEdges();
    Result<void> sortSteps();
    void collectLines();
    void findEvidence();
    std::set<std::size_t> ancestorsOf(std::size_t index) const;

    const pipeline::Step& step(std::size_t index) const { return m_plan.m_pipeline.steps[index]; }
    PlannedStep& planned(std::size_t index) { return m_plan.m_steps[index]; }
    Result<std::size_t> stepNamed(const std::string& name, std::size_t usedBy) const;

    Plan m_plan;
};

} // namespace penstock::engine
