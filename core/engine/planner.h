#pragma once

#include "core/engine/plan.h"

#include <map>
#include <memory>
#include <set>

namespace penstock::engine {

// Makes one plan. Each part works on what the parts before it found; nothing recurses, so depth of a graph costs no stack.
class Planner final {
public:
    // Plans of sub-pipelines are made once and shared; `open` names those that are being made.
    using Plans = std::map<std::string, std::shared_ptr<const Plan>>;
    Planner(pipeline::Pipeline pipeline, const Library* library, Plans& plans, std::vector<std::string>& open);

    Result<Plan> make();

private:
    Result<void> nameSteps();
    Result<void> planStep(std::size_t index);
    Result<void> parseConditions(std::size_t index);
    Result<void> collectNeeds(std::size_t index);
    Result<void> collectClaims(std::size_t index);
    Result<void> collectReads(std::size_t index);
    Result<void> addRoutes(std::size_t index);
    Result<void> addRoute(std::size_t from, std::size_t branch, const std::string& target, std::optional<int> atMost);
    Result<void> readMapAndWait(std::size_t index);
    Result<void> planSub(std::size_t index);
    Result<void> closeLoops(); // in ways_back.cpp
    void invertEdges();
    void giveLanes();
    Result<void> sortSteps();
    void collectLines();
    void findEvidence();
    std::set<std::size_t> ancestorsOf(std::size_t index) const;

    const pipeline::Step& step(std::size_t index) const { return m_plan.m_pipeline.steps[index]; }
    PlannedStep& planned(std::size_t index) { return m_plan.m_steps[index]; }
    Result<std::size_t> stepNamed(const std::string& name, std::size_t usedBy) const;

    struct Route {
        std::size_t from, to, branch;
        int atMost;
    };

    const Library* m_library; // null: sub-pipelines are not looked into
    Plans& m_plans;
    std::vector<std::string>& m_open;
    std::vector<Route> m_back; // edges with a bound
    Plan m_plan;
};

} // namespace penstock::engine
