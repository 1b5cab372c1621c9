#include "core/engine/plan.h"

#include "core/base/ids.h"
#include "core/engine/planner.h"

#include <set>

namespace penstock::engine {

Result<Plan> Plan::make(pipeline::Pipeline pipeline) { return Planner(std::move(pipeline)).make(); }

std::optional<std::size_t> Plan::find(const std::string& name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Plan::lines() const
{
    std::set<std::string> lines;
    for (const pipeline::Step& step : m_pipeline.steps) {
        if (const auto* record = std::get_if<pipeline::Register>(&step.body); record && step.enabled)
            lines.insert(ModelLine{record->model, record->major}.text());
    }
    return {lines.begin(), lines.end()};
}

} // namespace penstock::engine
