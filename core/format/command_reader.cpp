#include "core/format/command_reader.h"

#include "core/format/step_reader.h"
#include "core/format/yaml_scalar.h"
#include "core/pipeline/words.h"

namespace penstock::format {

using pipeline::Command;
using pipeline::Field;
using pipeline::Severity;

namespace {

void readRun(const Members& step, Command& command)
{
    const YamlNode& run = *step.node("run");
    if (run.kind == YamlKind::sequence)
        command.arguments = step.textList("run");
    else if (const auto script = textOf(run))
        command.script = *script;
    if (command.arguments.empty() && command.script.empty())
        step.wrongType("run", "format.expects_command");
}

// The entries of inputs, outputs and values: each is named, and noted, the same way.
template <class Take>
void forEachEntry(const Members& step, std::string_view key, Take take)
{
    const YamlNode* entries = step.mapping(key);
    for (std::size_t i = 0; entries && i < entries->entryCount(); ++i) {
        const std::string where = step.path(key) + '.' + entries->key(i).text;
        step.findings().note(where, entries->key(i), entries->value(i));
        take(entries->key(i).text, entries->value(i), where);
    }
}

std::span<const Field> entryFields(std::string_view key) { return pipeline::fieldByKey(pipeline::describe(pipeline::Kind::command).own, key)->fields; }

void readInputs(const Members& step, Command& command)
{
    forEachEntry(step, "inputs", [&](const std::string& name, const YamlNode& node, const std::string& where) {
        if (const auto source = textOf(node)) {
            command.inputs.emplace_back(name, pipeline::Input{*source, false});
        } else if (node.kind == YamlKind::mapping) {
            const Members input(node, where, entryFields("inputs"), step.findings());
            command.inputs.emplace_back(name, pipeline::Input{input.text("file"), true});
        } else {
            step.findings().add(Severity::error, where, node.place, {"format.expects_input", {{"key", name}}},
                                {"format.write", {{"example", name + ": \"${{ steps.prepare.outputs.train }}\""}}});
        }
    });
}

void readOutputs(const Members& step, Command& command)
{
    forEachEntry(step, "outputs", [&](const std::string& name, const YamlNode& node, const std::string& where) {
        if (const auto path = textOf(node)) {
            command.outputs.emplace_back(name, pipeline::Output{*path, {}});
        } else if (node.kind == YamlKind::mapping) {
            const Members output(node, where, entryFields("outputs"), step.findings());
            command.outputs.emplace_back(name, pipeline::Output{output.text("path"), output.text("kind")});
        } else if (isNull(node)) {
            command.outputs.emplace_back(name, pipeline::Output{});
        } else {
            step.findings().add(Severity::error, where, node.place, {"format.expects_output", {{"key", name}}},
                                {"format.write", {{"example", name + ": build/" + name}}});
        }
    });
}

void readValues(const Members& step, Command& command)
{
    forEachEntry(step, "values", [&](const std::string& name, const YamlNode& node, const std::string& where) {
        pipeline::ValueDeclaration declaration;
        if (node.kind == YamlKind::mapping) {
            const Members members(node, where, entryFields("values"), step.findings());
            const Json choices = members.anything("choices");
            if (choices.is_array())
                declaration.choices = choices.get<std::vector<Json>>();
            else if (!choices.is_null())
                members.wrongType("choices", "format.expects_list");
        } else if (!isNull(node)) {
            step.findings().add(Severity::error, where, node.place, {"format.expects_mapping", {{"key", name}}},
                                {"format.write", {{"example", name + ": {choices: [running, ready]}"}}});
        }
        command.values.emplace_back(name, std::move(declaration));
    });
}

pipeline::Resources readResources(const Members& step)
{
    pipeline::Resources resources;
    if (const YamlNode* node = step.mapping("resources")) {
        const Members members(*node, step.path("resources"), entryFields("resources"), step.findings());
        resources.cpu = members.number("cpu").value_or(resources.cpu);
        resources.memory = members.size("memory").value_or(0);
        resources.gpu = static_cast<int>(members.integer("gpu").value_or(0));
    }
    return resources;
}

pipeline::Venv readVenv(const Members& environment)
{
    const YamlNode* node = environment.node("venv");
    if (!node || isNull(*node))
        return {};
    if (const auto file = textOf(*node))
        return {*file, {}};
    const Field& field = *pipeline::fieldByKey(entryFields("environment"), "venv");
    if (node->kind == YamlKind::mapping) {
        const Members venv(*node, environment.path("venv"), field.fields, environment.findings());
        return {venv.text("requirements"), venv.text("python")};
    }
    environment.wrongType("venv", "format.expects_venv");
    return {};
}

pipeline::CommandEnvironment readEnvironment(const Members& step)
{
    pipeline::CommandEnvironment environment;
    if (const YamlNode* node = step.mapping("environment")) {
        const Members members(*node, step.path("environment"), entryFields("environment"), step.findings());
        environment.venv = readVenv(members);
        environment.variables = members.textMap("variables");
        environment.path = members.textList("path");
    }
    return environment;
}

// `[TOKEN]` is short for `{TOKEN: TOKEN}`.
pipeline::Named<std::string> readSecrets(const Members& step)
{
    const YamlNode* node = step.node("secrets");
    if (node && node->kind == YamlKind::mapping)
        return step.textMap("secrets");
    pipeline::Named<std::string> secrets;
    for (std::string& name : step.textList("secrets"))
        secrets.emplace_back(name, name);
    return secrets;
}

} // namespace

Command readCommand(const Members& step)
{
    Command command;
    readRun(step, command);
    readInputs(step, command);
    readOutputs(step, command);
    readValues(step, command);
    command.metrics = step.text("metrics");
    command.reports = step.textList("reports");
    if (step.node("code"))
        command.code = step.textList("code");
    command.cache = pipeline::cacheModeNamed(step.choice("cache", "auto")).value_or(pipeline::CacheMode::automatic);
    command.env = step.textMap("env");
    command.pass = step.textList("pass");
    command.python = step.text("python");
    command.environment = readEnvironment(step);
    command.secrets = readSecrets(step);
    command.folder = step.text("dir");
    if (const YamlNode* retry = step.mapping("retry"))
        command.retry = readRetry(*retry, step.path("retry"), step.findings());
    command.timeout = step.duration("timeout");
    command.grace = step.duration("grace");
    command.resources = readResources(step);
    command.pool = step.text("pool");
    command.priority = static_cast<int>(step.integer("priority").value_or(0));
    command.executor = step.choice("executor", {});
    if (!command.executor.empty() && command.executor != "local")
        step.findings().add(Severity::notYet, step.path("executor"), step.node("executor")->place, {"format.not_yet", {{"key", "executor: " + command.executor}}});
    return command;
}

} // namespace penstock::format
