#include "core/engine/trigger.h"

#include "core/expression/evaluate.h"
#include "core/expression/template_text.h"

namespace penstock::engine {

namespace {

using expression::Value;

Result<Value> rendered(const Json& value, const expression::Scope& scope)
{
    if (!value.is_string())
        return value;
    const auto text = expression::Template::parse(value.get_ref<const std::string&>());
    return text ? text->render(scope) : Result<Value>(text.error());
}

Result<bool> holds(const pipeline::Trigger& trigger, const expression::Scope& scope)
{
    if (trigger.condition.empty())
        return true;
    const auto condition = expression::parseCondition(trigger.condition);
    return condition ? expression::evaluateCondition(*condition, scope) : Result<bool>(condition.error());
}

} // namespace

Result<Triggered> askTriggers(const pipeline::Pipeline& pipeline, const std::string& event, const Json& data)
{
    Triggered answer;
    const expression::JsonScope scope(Json{{"event", data}});
    for (const pipeline::Trigger& trigger : pipeline.triggers) {
        if (trigger.event != event)
            continue;
        answer.listens = true;
        const auto decided = holds(trigger, scope);
        if (!decided)
            return decided.error();
        if (!*decided)
            continue;
        answer.starts = true;
        for (const auto& [name, value] : trigger.parameters) {
            auto given = rendered(value, scope);
            if (!given)
                return given.error();
            answer.parameters[name] = std::move(*given);
        }
        break;
    }
    return answer;
}

} // namespace penstock::engine
