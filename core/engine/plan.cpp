#include "core/engine/plan.h"

#include "core/engine/planner.h"
#include "core/pipeline/document_json.h"

#include <algorithm>

namespace penstock::engine {

Result<Library> libraryFrom(const std::map<std::string, Json>& pipelines)
{
    Library library;
    for (const auto& [file, json] : pipelines) {
        auto document = pipeline::pipelineFromJson(json);
        if (!document)
            return document.error();
        library.emplace(file, std::move(*document));
    }
    return library;
}

Result<Plan> Plan::make(pipeline::Pipeline pipeline, const Library& library)
{
    Planner::Plans plans;
    std::vector<std::string> open;
    return Planner(std::move(pipeline), &library, plans, open).make();
}

Result<Plan> Plan::outline(pipeline::Pipeline pipeline)
{
    Planner::Plans plans;
    std::vector<std::string> open;
    return Planner(std::move(pipeline), nullptr, plans, open).make();
}

namespace {

template <class Edges>
std::vector<bool> reached(const Plan& plan, const std::vector<std::string>& names, Edges edges)
{
    std::vector<bool> seen(plan.steps().size());
    std::vector<std::size_t> open;
    const auto visit = [&](std::size_t step) {
        if (!seen[step])
            open.push_back(step);
        seen[step] = true;
    };
    for (const std::string& name : names) {
        if (const auto step = plan.find(name))
            visit(*step);
    }
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        edges(plan.steps()[at], visit);
    }
    return seen;
}

} // namespace

std::vector<bool> Plan::upTo(const std::vector<std::string>& names) const
{
    return reached(*this, names, [](const PlannedStep& step, auto visit) {
        std::ranges::for_each(step.needs, visit);
        std::ranges::for_each(step.routedBy, visit);
    });
}

std::vector<bool> Plan::after(const std::vector<std::string>& names) const
{
    return reached(*this, names, [](const PlannedStep& step, auto visit) { std::ranges::for_each(step.neededBy, visit); });
}

std::optional<std::size_t> Plan::find(const std::string& name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? std::nullopt : std::optional(found->second);
}

} // namespace penstock::engine
