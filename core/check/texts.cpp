#include "core/check/texts.h"

#include "core/expression/expression.h"
#include "core/expression/script.h"
#include "core/expression/syntax.h"
#include "core/expression/template_text.h"

#include <algorithm>

namespace penstock::check {

namespace {

constexpr std::string_view mark = "${{";

void addError(Text& text, const Error& error)
{
    text.errors.push_back({error, expression::offsetOf(error).value_or(0)});
}

// Recursion is bounded by expression::maximumDepth.
bool asksForFailure(const expression::Node& node)
{
    const auto* call = std::get_if<expression::Call>(&node.what);
    if (call && (call->function == expression::Function::failure || call->function == expression::Function::always))
        return true;
    return std::ranges::any_of(node.operands, asksForFailure);
}

void readCondition(Text& text)
{
    const auto parsed = expression::parseCondition(*text.content);
    text.hasExpressions = true;
    if (!parsed)
        return addError(text, parsed.error());
    text.references = expression::references(*parsed);
    text.outlivesFailure = expression::usesStatus(*parsed) && asksForFailure(parsed->syntax().root);
}

void readTemplate(Text& text)
{
    const auto parsed = expression::Template::parse(*text.content);
    if (!parsed)
        return addError(text, parsed.error());
    text.references = parsed->references();
    text.hasExpressions = parsed->hasExpressions();
    text.isTyped = parsed->isTyped();
}

void readScript(Text& text)
{
    const expression::Script script = expression::readScript(*text.content);
    for (const expression::ScriptIssue& issue : script.issues)
        text.errors.push_back({issue.error, expression::offsetOf(issue.error).value_or(issue.offset)});
    text.references = expression::references(script);
    text.hasExpressions = !script.variables.empty();
}

class Collector final {
public:
    Collector(std::vector<Text>& texts, std::size_t step, std::string path)
        : m_texts(texts)
        , m_step(step)
        , m_path(std::move(path))
    {}

    void operator()(const pipeline::Command& command)
    {
        for (std::size_t i = 0; i < command.arguments.size(); ++i)
            add(TextUse::argument, "run." + std::to_string(i), command.arguments[i]);
        add(TextUse::script, "run", command.script);
        for (const auto& [name, input] : command.inputs)
            add(input.isFile ? TextUse::file : TextUse::input, "inputs." + name + (input.isFile ? ".file" : ""), input.source);
        environment("env", command.env);
        environment("environment.variables", command.environment.variables);
    }
    void operator()(const pipeline::Choose& choose)
    {
        for (std::size_t i = 0; i < choose.branches.size(); ++i)
            add(TextUse::branchCondition, "choose." + std::to_string(i) + ".if", choose.branches[i].condition);
    }
    void operator()(const pipeline::Approve& approve) { add(TextUse::question, "approve.question", approve.question); }
    void operator()(const pipeline::Register& record)
    {
        add(TextUse::artifact, "register.artifact", record.artifact);
        add(TextUse::metrics, "register.metrics", record.metrics);
    }
    void operator()(const pipeline::Promote& promote) { add(TextUse::version, "promote.version", promote.version); }
    void operator()(const pipeline::Wait& wait)
    {
        if (wait.what.is_object() && memberAt(wait.what, "if").is_string())
            add(TextUse::waitCondition, "wait.if", wait.what["if"].get_ref<const std::string&>());
        else
            json(TextUse::time, "wait", wait.what);
    }
    void operator()(const pipeline::SubPipeline& sub)
    {
        for (const auto& [name, value] : sub.parameters)
            json(TextUse::parameter, "pipeline.parameters." + name, value);
    }
    // Every text in it.
    void json(TextUse use, const std::string& below, const Json& value)
    {
        if (value.is_string())
            return add(use, below, value.get_ref<const std::string&>());
        if (!value.is_structured())
            return;
        for (const auto& [key, member] : value.items())
            json(use, below + '.' + key, member);
    }

    template <class Other>
    void operator()(const Other&)
    {}

    void environment(const std::string& below, const pipeline::Named<std::string>& variables)
    {
        for (const auto& [name, value] : variables)
            add(TextUse::environment, below + '.' + name, value);
    }

    void add(TextUse use, const std::string& below, const std::string& content)
    {
        const bool isCondition = use == TextUse::stepCondition || use == TextUse::branchCondition || use == TextUse::waitCondition || use == TextUse::triggerCondition;
        if (content.empty() || (!isCondition && content.find(mark) == std::string::npos && !isNeeded(use)))
            return;
        Text text;
        text.step = m_step;
        text.use = use;
        text.path = m_path + '.' + below;
        text.content = &content;
        if (isCondition)
            readCondition(text);
        else if (use == TextUse::script)
            readScript(text);
        else
            readTemplate(text);
        m_texts.push_back(std::move(text));
    }

private:
    // Rules also look at these when there is no expression in them.
    static bool isNeeded(TextUse use)
    {
        return use == TextUse::input || use == TextUse::artifact || use == TextUse::metrics || use == TextUse::version;
    }

    std::vector<Text>& m_texts;
    std::size_t m_step;
    std::string m_path;
};

} // namespace

std::string triggerPath(const pipeline::Pipeline& pipeline, std::size_t trigger)
{
    return pipeline.triggers.size() == 1 ? "on" : "on." + std::to_string(trigger);
}

std::vector<Text> textsOf(const pipeline::Pipeline& pipeline)
{
    std::vector<Text> texts;
    Collector(texts, noStep, "defaults").environment("env", pipeline.defaults.env);
    for (std::size_t i = 0; i < pipeline.steps.size(); ++i) {
        const pipeline::Step& step = pipeline.steps[i];
        Collector collector(texts, i, "steps." + step.name);
        collector.add(TextUse::stepCondition, "if", step.condition);
        collector.json(TextUse::item, "map", step.map);
        std::visit(collector, step.body);
    }
    for (std::size_t i = 0; i < pipeline.triggers.size(); ++i) {
        const pipeline::Trigger& trigger = pipeline.triggers[i];
        Collector collector(texts, noStep, triggerPath(pipeline, i));
        collector.add(TextUse::triggerCondition, "if", trigger.condition);
        for (const auto& [name, value] : trigger.parameters)
            collector.json(TextUse::trigger, "parameters." + name, value);
    }
    Collector outputs(texts, noStep, "outputs");
    for (const auto& [name, text] : pipeline.outputs)
        outputs.add(TextUse::result, name, text);
    return texts;
}

} // namespace penstock::check
