#include "core/check/rules.h"

#include "core/base/ids.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace penstock::check {

namespace {

// The nearest name that may be used: wrong bytes become '_', the rest stays.
std::string mended(const std::string& name)
{
    std::string text;
    for (const char c : name.substr(0, 64)) {
        const bool fits = isName(std::string("a") + c);
        if (fits || (static_cast<unsigned char>(c) & 0xC0) != 0x80) // one '_' for a character of several bytes
            text += fits ? c : '_';
    }
    return isName(text) ? text : isName('_' + text) ? '_' + text : "name";
}

// Whole sentences for each kind of name: words put into a sentence cannot be translated.
struct Ids {
    const char* bad;
    const char* duplicate;
};

class Scope final {
public:
    Scope(Findings& findings, const Ids& ids, std::string below)
        : m_findings(findings)
        , m_ids(ids)
        , m_below(std::move(below))
    {}

    void take(const std::string& name)
    {
        const std::string path = m_below + name;
        if (!isName(name))
            m_findings.error(path, {m_ids.bad, {{"name", name}}}, write(mended(name)));
        if (!m_seen.insert(name).second)
            m_findings.error(path, {m_ids.duplicate, {{"name", name}}}, {"check.mend.rename", {}});
    }

private:
    Findings& m_findings;
    Ids m_ids;
    std::string m_below;
    std::unordered_set<std::string> m_seen;
};

// PENSTOCK_INPUT_<NAME>: upper case, '-' as '_'.
std::string variableName(std::string name)
{
    std::ranges::transform(name, name.begin(), [](char c) {
        return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return name;
}

template <class T>
void checkVariables(const pipeline::Named<T>& named, const std::string& below, Findings& findings)
{
    std::set<std::string> names, variables;
    for (const auto& [name, value] : named) {
        if (names.insert(name).second && !variables.insert(variableName(name)).second)
            findings.error(below + name, {"check.same_variable", {{"name", name}, {"variable", variableName(name)}}},
                           {"check.mend.rename", {}});
    }
}

void checkCommand(const pipeline::Command& command, const std::string& path, Findings& findings)
{
    Scope inputs(findings, {"check.bad_input_name", "check.duplicate_input"}, path + ".inputs.");
    Scope outputs(findings, {"check.bad_output_name", "check.duplicate_output"}, path + ".outputs.");
    Scope values(findings, {"check.bad_value_name", "check.duplicate_value"}, path + ".values.");
    for (const auto& [name, input] : command.inputs)
        inputs.take(name);
    for (const auto& [name, output] : command.outputs)
        outputs.take(name);
    for (const auto& [name, value] : command.values) {
        values.take(name);
        if (std::ranges::find(command.outputs, name, &std::pair<std::string, pipeline::Output>::first) != command.outputs.end())
            findings.error(path + ".values." + name, {"check.value_is_output", {{"name", name}}}, {"check.mend.rename", {}});
    }
    checkVariables(command.inputs, path + ".inputs.", findings);
    checkVariables(command.outputs, path + ".outputs.", findings);
}

} // namespace

void checkDocument(const Facts& facts, Findings& findings)
{
    const pipeline::Pipeline& pipeline = facts.pipeline();
    if (pipeline.version != 1)
        findings.error("penstock", {"check.unknown_version", {{"version", std::to_string(pipeline.version)}}}, write("penstock: 1"));
    if (pipeline.steps.empty())
        findings.error("steps", {"check.no_steps", {}}, add("steps: {hello: {run: echo hello}}"));
}

void checkNames(const Facts& facts, Findings& findings)
{
    const pipeline::Pipeline& pipeline = facts.pipeline();
    if (!isName(pipeline.name))
        findings.error("name", {"check.bad_pipeline_name", {{"name", pipeline.name}}}, write(mended(pipeline.name)));
    Scope parameters(findings, {"check.bad_parameter_name", "check.duplicate_parameter"}, "parameters.");
    Scope steps(findings, {"check.bad_step_name", "check.duplicate_step"}, "steps.");
    for (const pipeline::Parameter& parameter : pipeline.parameters)
        parameters.take(parameter.name);
    for (std::size_t i = 0; i < pipeline.steps.size(); ++i) {
        steps.take(pipeline.steps[i].name);
        if (const auto* command = std::get_if<pipeline::Command>(&pipeline.steps[i].body))
            checkCommand(*command, facts.path(i), findings);
    }
}

} // namespace penstock::check
