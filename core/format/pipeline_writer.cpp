#include "core/format/pipeline_writer.h"

#include "core/format/fresh_mapping.h"
#include "core/pipeline/kinds.h"
#include "core/pipeline/words.h"

#include <cmath>

namespace penstock::format {

namespace {

using namespace pipeline;

YamlValue onFailureOf(const OnFailure& onFailure)
{
    YamlValue value = {{"goto", onFailure.target}};
    if (onFailure.atMost)
        value["at_most"] = *onFailure.atMost;
    return value;
}

YamlValue bodyOf(const Choose& choose)
{
    YamlValue list = YamlValue::array();
    for (const Branch& branch : choose.branches) {
        FreshMapping mapping;
        mapping.text("if", branch.condition);
        mapping.add(branch.condition.empty() ? "else" : "then", branch.target);
        if (branch.atMost)
            mapping.add("at_most", *branch.atMost);
        list.push_back(mapping.take());
    }
    return list;
}

YamlValue bodyOf(const Wait& wait) { return YamlValue(wait.what); }

YamlValue bodyOf(const Approve& approve)
{
    FreshMapping mapping;
    mapping.add("question", approve.question);
    mapping.text("policy", approve.policy);
    mapping.texts("approvers", approve.approvers);
    mapping.duration("expires", approve.expires);
    mapping.text("on_reject", approve.onReject);
    return mapping.take();
}

YamlValue bodyOf(const Register& body)
{
    FreshMapping mapping;
    mapping.add("model", body.model);
    mapping.add("major", body.major);
    mapping.add("artifact", body.artifact);
    mapping.text("metrics", body.metrics);
    return mapping.take();
}

YamlValue bodyOf(const Promote& promote) { return {{"version", promote.version}, {"to", promote.stage}}; }

YamlValue bodyOf(const SubPipeline& sub)
{
    YamlValue value = {{"file", sub.file}};
    for (const auto& [name, parameter] : sub.parameters)
        value["parameters"][name] = YamlValue(parameter);
    return value;
}

YamlValue bodyOf(const Placeholder&) { return YamlValue::object(); }
YamlValue bodyOf(const End& end) { return end.succeeded ? "succeeded" : "failed"; }

YamlValue yamlOf(const Trigger& trigger)
{
    FreshMapping mapping;
    mapping.add("event", trigger.event);
    mapping.text("if", trigger.condition);
    YamlValue parameters = YamlValue::object();
    for (const auto& [name, value] : trigger.parameters)
        parameters[name] = YamlValue(value);
    if (!parameters.empty())
        mapping.add("parameters", std::move(parameters));
    return mapping.take();
}

YamlValue yamlOf(const std::vector<Trigger>& triggers)
{
    if (triggers.size() == 1)
        return yamlOf(triggers.front());
    YamlValue list = YamlValue::array();
    for (const Trigger& trigger : triggers)
        list.push_back(yamlOf(trigger));
    return list;
}

YamlValue yamlOf(const Defaults& defaults)
{
    FreshMapping mapping;
    mapping.texts("env", defaults.env);
    mapping.text("python", defaults.python);
    if (defaults.retry)
        mapping.add("retry", format::yamlOf(*defaults.retry));
    mapping.duration("timeout", defaults.timeout);
    return mapping.take();
}

} // namespace

YamlValue yamlOf(const Parameter& parameter)
{
    FreshMapping mapping;
    mapping.add("type", std::string(word(parameter.type)));
    mapping.text("about", parameter.about);
    mapping.json("default", parameter.standard);
    if (!parameter.choices.empty())
        mapping.add("choices", listOf(parameter.choices));
    if (parameter.minimum)
        mapping.number("minimum", *parameter.minimum, std::nan(""));
    if (parameter.maximum)
        mapping.number("maximum", *parameter.maximum, std::nan(""));
    return mapping.take();
}

YamlValue yamlOf(const Step& step)
{
    FreshMapping mapping;
    mapping.text("title", step.title);
    mapping.text("about", step.about);
    if (!step.enabled)
        mapping.add("enabled", false);
    mapping.texts("needs", step.needs);
    mapping.text("if", step.condition);
    if (step.join != Join::all)
        mapping.add("join", std::string(word(step.join)));
    if (step.advisory)
        mapping.add("advisory", true);
    if (step.onFailure)
        mapping.add("on_failure", onFailureOf(*step.onFailure));
    mapping.json("map", step.map);
    const std::string key(describe(step.kind()).key);
    const auto addBody = [&](const auto& body) {
        if constexpr (std::is_same_v<std::decay_t<decltype(body)>, Command>) {
            const YamlValue fields = yamlOf(body);
            for (const auto& [member, value] : fields.items())
                mapping.add(member.c_str(), value);
        } else {
            mapping.add(key.c_str(), bodyOf(body));
        }
    };
    std::visit(addBody, step.body);
    return mapping.take();
}

YamlValue yamlOf(const Pipeline& pipeline)
{
    FreshMapping mapping;
    mapping.add("penstock", pipeline.version);
    mapping.add("name", pipeline.name);
    mapping.text("title", pipeline.title);
    mapping.text("about", pipeline.about);
    YamlValue parameters = YamlValue::object();
    for (const Parameter& parameter : pipeline.parameters)
        parameters[parameter.name] = yamlOf(parameter);
    if (!parameters.empty())
        mapping.add("parameters", std::move(parameters));
    if (!pipeline.triggers.empty())
        mapping.add("on", yamlOf(pipeline.triggers));
    if (pipeline.defaults != Defaults{})
        mapping.add("defaults", yamlOf(pipeline.defaults));
    YamlValue steps = YamlValue::object();
    for (const Step& step : pipeline.steps)
        steps[step.name] = yamlOf(step);
    mapping.add("steps", std::move(steps));
    mapping.texts("outputs", pipeline.outputs);
    mapping.json("notes", pipeline.notes);
    mapping.json("frames", pipeline.frames);
    return mapping.take();
}

YamlLayout pipelineLayout()
{
    YamlLayout layout;
    layout.wantsBlock = [](const YamlPath& path) {
        if (path.size() == 1)
            return path[0] == "steps" || path[0] == "parameters" || path[0] == "defaults";
        return path[0] == "steps" && (path.size() == 2 || (path.size() == 3 && path[2] == "choose"));
    };
    return layout;
}

std::string writePipeline(const Pipeline& pipeline) { return emitYaml(yamlOf(pipeline), pipelineLayout()); }

} // namespace penstock::format
