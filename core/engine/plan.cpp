#include "core/engine/plan.h"

#include "core/engine/planner.h"

namespace penstock::engine {

Result<Plan> Plan::make(pipeline::Pipeline pipeline) { return Planner(std::move(pipeline)).make(); }

std::optional<std::size_t> Plan::find(const std::string& name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? std::nullopt : std::optional(found->second);
}

} // namespace penstock::engine
