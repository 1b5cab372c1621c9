#include "core/check/rules.h"

#include "core/base/ids.h"
#include "core/base/spelling.h"
#include "core/expression/expression.h"
#include "core/pipeline/parameters.h"

#include <algorithm>
#include <set>

namespace penstock::check {

namespace {

using pipeline::Parameter;
using pipeline::Trigger;

bool hasMark(const Json& value) { return value.is_string() && value.get_ref<const std::string&>().find("${{") != std::string::npos; }

bool gives(const Trigger& trigger, const std::string& parameter)
{
    return std::ranges::any_of(trigger.parameters, [&](const auto& given) { return given.first == parameter; });
}

void checkEvent(const Trigger& trigger, const std::string& path, Findings& findings)
{
    if (!trigger.event.empty() && !isEventName(trigger.event))
        findings.error(path + ".event", {"check.bad_event_name", {{"name", trigger.event}}}, write("data.arrived"));
}

// There is no step yet whose ancestors could have failed.
void checkCondition(const Trigger& trigger, const std::string& path, Findings& findings)
{
    const auto condition = expression::parseCondition(trigger.condition);
    if (!trigger.condition.empty() && condition && expression::usesStatus(*condition))
        findings.error(path + ".if", {"check.status_of_trigger", {}}, {"check.mend.only_event", {}});
}

void checkGiven(const Facts& facts, const Trigger& trigger, const std::string& path, Findings& findings)
{
    std::vector<std::string> known;
    for (const Parameter& parameter : facts.pipeline().parameters)
        known.push_back(parameter.name);
    for (const auto& [name, value] : trigger.parameters) {
        const std::string at = path + ".parameters." + name;
        const Parameter* parameter = facts.pipeline().parameter(name);
        if (!parameter) {
            const auto near = nearest(name, known);
            findings.error(at, {"check.unknown_parameter", {{"name", name}}}, near ? didYouMean(*near) : Message{});
        } else if (!hasMark(value)) {
            if (const auto accepted = pipeline::acceptParameter(*parameter, value); !accepted)
                findings.error(at, accepted.error().message);
        }
    }
}

// A run that could never start.
void checkMissing(const Facts& facts, const Trigger& trigger, const std::string& path, Findings& findings)
{
    for (const Parameter& parameter : facts.pipeline().parameters) {
        if (parameter.standard.is_null() && !gives(trigger, parameter.name))
            findings.error(path, {"check.trigger_parameter_missing", {{"name", parameter.name}, {"event", trigger.event}}},
                           add("parameters: {" + parameter.name + ": \"${{ event." + parameter.name + " }}\"}"));
    }
}

} // namespace

void checkTriggers(const Facts& facts, Findings& findings)
{
    std::set<std::string> taken; // events that one without condition takes: what comes after it never starts anything
    for (std::size_t i = 0; i < facts.pipeline().triggers.size(); ++i) {
        const Trigger& trigger = facts.pipeline().triggers[i];
        const std::string path = triggerPath(facts.pipeline(), i);
        checkEvent(trigger, path, findings);
        checkCondition(trigger, path, findings);
        checkGiven(facts, trigger, path, findings);
        checkMissing(facts, trigger, path, findings);
        if (taken.contains(trigger.event))
            findings.warning(path, {"check.trigger_never_asked", {{"event", trigger.event}}}, {"check.mend.remove", {}});
        if (trigger.condition.empty())
            taken.insert(trigger.event);
    }
}

} // namespace penstock::check
