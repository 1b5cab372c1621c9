#include "core/engine/step_references.h"

#include "core/expression/expression.h"
#include "core/expression/script.h"
#include "core/expression/template_text.h"

#include <optional>

namespace penstock::engine {

namespace {

using expression::Reference;

class Collector final {
public:
    void condition(const std::string& text)
    {
        if (text.empty() || m_error)
            return;
        const auto parsed = expression::parseCondition(text);
        if (parsed)
            add(expression::references(*parsed));
        else
            m_error = parsed.error();
    }

    void text(const std::string& text)
    {
        if (m_error || text.find("${{") == std::string::npos)
            return;
        const auto parsed = expression::Template::parse(text);
        if (parsed)
            add(parsed->references());
        else
            m_error = parsed.error();
    }

    void script(const std::string& text)
    {
        if (m_error || text.find("${{") == std::string::npos)
            return;
        const expression::Script script = expression::readScript(text);
        if (script.issues.empty())
            add(expression::references(script));
        else
            m_error = script.issues.front().error;
    }

    // All texts in it, however deep.
    void json(const Json& value)
    {
        if (value.is_string())
            text(value.get<std::string>());
        for (const Json& member : value.is_structured() ? value : Json::array())
            json(member);
    }

    void operator()(const pipeline::Command& command)
    {
        for (const std::string& argument : command.arguments)
            text(argument);
        script(command.script);
        for (const auto& [name, input] : command.inputs)
            text(input.source);
        for (const auto* variables : {&command.env, &command.environment.variables}) {
            for (const auto& [name, value] : *variables)
                text(value);
        }
    }
    void operator()(const pipeline::Choose& choose)
    {
        for (const pipeline::Branch& branch : choose.branches)
            condition(branch.condition);
    }
    void operator()(const pipeline::Approve& approve) { text(approve.question); }
    void operator()(const pipeline::Register& record)
    {
        text(record.artifact);
        text(record.metrics);
    }
    void operator()(const pipeline::Promote& promote) { text(promote.version); }
    void operator()(const pipeline::SubPipeline& sub)
    {
        for (const auto& [name, value] : sub.parameters)
            json(value);
    }
    void operator()(const pipeline::Wait& wait)
    {
        json(wait.what);
        if (wait.what.is_object())
            condition(textAt(wait.what, "if"));
    }
    template <class Other>
    void operator()(const Other&)
    {}

    Result<std::vector<Reference>> finish()
    {
        if (m_error)
            return *m_error;
        return std::move(m_references);
    }

private:
    void add(const std::vector<Reference>& more) { m_references.insert(m_references.end(), more.begin(), more.end()); }

    std::vector<Reference> m_references;
    std::optional<Error> m_error;
};

} // namespace

Result<std::vector<Reference>> referencesOf(const pipeline::Pipeline& pipeline, const pipeline::Step& step)
{
    Collector collector;
    collector.condition(step.condition);
    if (step.kind() == pipeline::Kind::command) {
        for (const auto& [name, value] : pipeline.defaults.env)
            collector.text(value);
    }
    collector.json(step.map);
    std::visit(collector, step.body);
    return collector.finish();
}

std::set<std::string> parametersUsed(const pipeline::Pipeline& pipeline, const std::vector<Reference>& references)
{
    std::set<std::string> used;
    for (const Reference& reference : references) {
        if (reference.root != expression::Root::params)
            continue;
        if (const auto name = reference.nameAt(0); !name.empty()) {
            used.emplace(name);
            continue;
        }
        for (const pipeline::Parameter& parameter : pipeline.parameters)
            used.insert(parameter.name);
    }
    return used;
}

} // namespace penstock::engine
