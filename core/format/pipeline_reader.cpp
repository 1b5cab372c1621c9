#include "core/format/pipeline_reader.h"

#include "core/format/step_reader.h"
#include "core/format/yaml_scalar.h"
#include "core/pipeline/words.h"

namespace penstock::format {

using pipeline::Severity;

namespace {

constexpr int knownVersion = 1;

pipeline::Parameter readParameter(const std::string& name, const YamlNode& node, const std::string& path, const Findings& findings)
{
    pipeline::Parameter parameter;
    parameter.name = name;
    if (node.kind != YamlKind::mapping) { // `c: 1.0` is short for a default whose type it shows
        parameter.standard = jsonOf(node);
        if (parameter.standard.is_number())
            parameter.type = parameter.standard.is_number_integer() ? pipeline::ParameterType::integer : pipeline::ParameterType::number;
        else if (parameter.standard.is_boolean())
            parameter.type = pipeline::ParameterType::boolean;
        return parameter;
    }
    const Members members(node, path, pipeline::parameterFields(), findings);
    parameter.type = pipeline::parameterTypeNamed(members.choice("type", "string")).value_or(pipeline::ParameterType::string);
    parameter.about = members.text("about");
    parameter.standard = members.anything("default");
    parameter.minimum = members.number("minimum");
    parameter.maximum = members.number("maximum");
    const Json choices = members.anything("choices");
    if (choices.is_array())
        parameter.choices = choices.get<std::vector<Json>>();
    else if (!choices.is_null())
        members.wrongType("choices", "format.expects_list");
    return parameter;
}

void readParameters(const Members& document, pipeline::Pipeline& read)
{
    const YamlNode* parameters = document.mapping("parameters");
    for (std::size_t i = 0; parameters && i < parameters->entryCount(); ++i) {
        const std::string& name = parameters->key(i).text;
        const std::string path = "parameters." + name;
        document.findings().note(path, parameters->key(i), parameters->value(i));
        read.parameters.push_back(readParameter(name, parameters->value(i), path, document.findings()));
    }
}

void readDefaults(const Members& document, pipeline::Defaults& defaults)
{
    const YamlNode* node = document.mapping("defaults");
    if (!node)
        return;
    const Members members(*node, "defaults", pipeline::fieldByKey(pipeline::documentFields(), "defaults")->fields, document.findings());
    defaults.env = members.textMap("env");
    defaults.python = members.text("python");
    defaults.timeout = members.duration("timeout");
    if (const YamlNode* retry = members.mapping("retry"))
        defaults.retry = readRetry(*retry, "defaults.retry", document.findings());
}

pipeline::Trigger readTrigger(const YamlNode& node, const std::string& path, const Findings& findings)
{
    const Members members(node, path, pipeline::triggerFields(), findings);
    pipeline::Trigger trigger{members.text("event"), members.text("if"), {}};
    if (const YamlNode* parameters = members.mapping("parameters")) {
        for (std::size_t i = 0; i < parameters->entryCount(); ++i) {
            findings.note(path + ".parameters." + parameters->key(i).text, parameters->key(i), parameters->value(i));
            trigger.parameters.emplace_back(parameters->key(i).text, jsonOf(parameters->value(i)));
        }
    }
    return trigger;
}

// One trigger may stand there as it is.
void readTriggers(const Members& document, pipeline::Pipeline& read)
{
    const YamlNode* node = document.node("on");
    if (!node || isNull(*node))
        return;
    if (node->kind == YamlKind::mapping) {
        read.triggers.push_back(readTrigger(*node, "on", document.findings()));
        return;
    }
    if (node->kind != YamlKind::sequence)
        return document.wrongType("on", "format.expects_trigger");
    for (std::size_t i = 0; i < node->entryCount(); ++i) {
        const std::string path = node->entryCount() == 1 ? "on" : "on." + std::to_string(i);
        const YamlNode& item = node->value(i);
        document.findings().note(path, item, item);
        if (item.kind == YamlKind::mapping)
            read.triggers.push_back(readTrigger(item, path, document.findings()));
        else
            document.findings().add(Severity::error, path, item.place, {"format.expects_trigger", {{"key", "on"}}},
                                    {"format.write", {{"example", "- {event: data.arrived}"}}});
    }
}

void readSteps(const Members& document, pipeline::Pipeline& read)
{
    const YamlNode* steps = document.mapping("steps");
    for (std::size_t i = 0; steps && i < steps->entryCount(); ++i) {
        const std::string& name = steps->key(i).text;
        const std::string path = "steps." + name;
        document.findings().note(path, steps->key(i), steps->value(i));
        read.steps.push_back(readStep(name, steps->value(i), path, document.findings()));
    }
}

void readDocument(const YamlNode& root, pipeline::Pipeline& read, const Findings& findings)
{
    const Members document(root, {}, pipeline::documentFields(), findings);
    if (const auto version = document.integer("penstock")) {
        read.version = static_cast<int>(*version);
        if (*version > knownVersion) {
            findings.add(Severity::notYet, "penstock", document.node("penstock")->place, {"format.newer_version", {{"version", std::to_string(*version)}}},
                         {"format.update_penstock", {}});
        } else if (*version != knownVersion) {
            findings.add(Severity::error, "penstock", document.node("penstock")->place, {"format.unknown_version", {{"version", std::to_string(*version)}}},
                         {"format.write", {{"example", "penstock: 1"}}});
        }
    }
    read.name = document.text("name");
    read.title = document.text("title");
    read.about = document.text("about");
    read.outputs = document.textMap("outputs");
    read.notes = document.anything("notes");
    read.frames = document.anything("frames");
    readParameters(document, read);
    readTriggers(document, read);
    readDefaults(document, read.defaults);
    readSteps(document, read);
}

} // namespace

ReadPipeline readPipeline(std::string_view text)
{
    ReadPipeline read;
    auto tree = readYaml(text);
    if (!tree) {
        read.issues.push_back({Severity::error, tree.error().message, {}, {}, placeOf(tree.error())});
        return read;
    }
    read.issues = tree->issues;
    const Findings findings{read.places, read.issues};
    if (tree->root.kind == YamlKind::mapping)
        readDocument(tree->root, read.pipeline, findings);
    else
        findings.add(Severity::error, {}, {1, 1}, {"format.not_a_pipeline", {}}, {"format.write", {{"example", "penstock: 1"}}});
    pipeline::sortByPlace(read.issues);
    read.tree = std::move(*tree);
    return read;
}

} // namespace penstock::format
