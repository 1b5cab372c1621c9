#include "core/check/rules.h"

#include "core/pipeline/parameters.h"
#include "core/pipeline/words.h"

#include <set>

namespace penstock::check {

namespace {

using pipeline::Parameter;
using pipeline::ParameterType;

bool isNumeric(ParameterType type) { return type == ParameterType::number || type == ParameterType::integer; }

std::string quoted(const Json& value)
{
    return '"' + (value.is_string() ? value.get<std::string>() : dumpJson(value)) + '"';
}

// The value by itself: its own choices and limits are judged elsewhere.
bool isOfType(const Parameter& parameter, const Json& value)
{
    Parameter bare = parameter;
    bare.choices.clear();
    bare.minimum = bare.maximum = std::nullopt;
    return pipeline::acceptParameter(bare, value).ok();
}

Message typeMend(const Parameter& parameter, const Json& value)
{
    return parameter.type == ParameterType::string ? write(quoted(value)) : Message{};
}

void checkLimitsOf(const Parameter& parameter, const std::string& path, Findings& findings)
{
    if (!isNumeric(parameter.type) && (parameter.minimum || parameter.maximum)) {
        const std::string type(pipeline::word(parameter.type));
        findings.error(path + (parameter.minimum ? ".minimum" : ".maximum"), {"check.limit_without_number", {{"name", parameter.name}, {"type", type}}},
                       write("type: number"));
    }
    if (parameter.minimum && parameter.maximum && *parameter.minimum > *parameter.maximum)
        findings.error(path + ".minimum", {"check.limits_crossed", {{"name", parameter.name}}}, {"check.mend.swap_limits", {}});
}

void checkChoicesOf(const Parameter& parameter, const std::string& path, Findings& findings)
{
    Parameter withoutChoices = parameter;
    withoutChoices.choices.clear();
    std::set<std::string> seen;
    for (std::size_t i = 0; i < parameter.choices.size(); ++i) {
        const Json& choice = parameter.choices[i];
        const std::string at = path + ".choices." + std::to_string(i);
        const Result<Json> accepted = pipeline::acceptParameter(withoutChoices, choice);
        if (!accepted)
            findings.error(at, accepted.error().message, isOfType(parameter, choice) ? Message{} : typeMend(parameter, choice));
        else if (!seen.insert(dumpJson(*accepted)).second)
            findings.warning(at, {"check.choice_twice", {{"name", parameter.name}}}, {"check.mend.remove", {}});
    }
}

void checkDefaultOf(const Parameter& parameter, const std::string& path, Findings& findings)
{
    if (parameter.standard.is_null())
        return;
    const Result<Json> accepted = pipeline::acceptParameter(parameter, parameter.standard);
    if (!accepted)
        findings.error(path + ".default", accepted.error().message,
                       isOfType(parameter, parameter.standard) ? Message{} : typeMend(parameter, parameter.standard));
}

std::set<std::string_view> usedParameters(const Facts& facts, bool& all)
{
    std::set<std::string_view> used;
    for (const Text& text : facts.texts()) {
        all = all || !text.errors.empty(); // what could not be read may use any of them
        for (const expression::Reference& reference : text.references) {
            if (reference.root == expression::Root::params)
                used.insert(reference.nameAt(0));
        }
    }
    all = all || used.contains(""); // params as a whole, or by a computed name
    return used;
}

} // namespace

void checkParameters(const Facts& facts, Findings& findings)
{
    bool all = false;
    const std::set<std::string_view> used = usedParameters(facts, all);
    for (const Parameter& parameter : facts.pipeline().parameters) {
        const std::string path = "parameters." + parameter.name;
        checkLimitsOf(parameter, path, findings);
        checkChoicesOf(parameter, path, findings);
        checkDefaultOf(parameter, path, findings);
        if (!all && !used.contains(parameter.name))
            findings.warning(path, {"check.unused_parameter", {{"name", parameter.name}}},
                             {"check.mend.use_parameter", {{"name", parameter.name}}});
    }
}

} // namespace penstock::check
