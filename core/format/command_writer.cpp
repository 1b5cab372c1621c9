#include "core/format/fresh_mapping.h"
#include "core/format/pipeline_writer.h"
#include "core/pipeline/words.h"

namespace penstock::format {

using namespace pipeline;

namespace {

YamlValue inputsOf(const Named<Input>& inputs)
{
    YamlValue value = YamlValue::object();
    for (const auto& [name, input] : inputs)
        value[name] = input.isFile ? YamlValue::object({{"file", input.source}}) : YamlValue(input.source);
    return value;
}

YamlValue outputsOf(const Named<Output>& outputs)
{
    YamlValue value = YamlValue::object();
    for (const auto& [name, output] : outputs) {
        FreshMapping mapping;
        mapping.text("path", output.path);
        mapping.text("kind", output.kind);
        value[name] = output.kind.empty() && !output.path.empty() ? YamlValue(output.path) : mapping.take();
    }
    return value;
}

YamlValue valuesOf(const Named<ValueDeclaration>& values)
{
    YamlValue value = YamlValue::object();
    for (const auto& [name, declaration] : values)
        value[name] = declaration.choices.empty() ? YamlValue::object() : YamlValue::object({{"choices", listOf(declaration.choices)}});
    return value;
}

YamlValue resourcesOf(const Resources& resources)
{
    FreshMapping mapping;
    mapping.number("cpu", resources.cpu, 1);
    if (resources.memory > 0)
        mapping.add("memory", formatSize(resources.memory));
    mapping.number("gpu", resources.gpu, 0);
    return mapping.take();
}

YamlValue environmentOf(const CommandEnvironment& environment)
{
    FreshMapping mapping;
    const Venv& venv = environment.venv;
    if (!venv.requirements.empty() && venv.python.empty())
        mapping.text("venv", venv.requirements);
    else if (!venv.requirements.empty())
        mapping.add("venv", YamlValue::object({{"requirements", venv.requirements}, {"python", venv.python}}));
    mapping.texts("variables", environment.variables);
    mapping.texts("path", environment.path);
    return mapping.take();
}

YamlValue secretsOf(const Named<std::string>& secrets)
{
    YamlValue list = YamlValue::array();
    for (const auto& [variable, name] : secrets) {
        if (variable != name) {
            FreshMapping mapping;
            mapping.texts("secrets", secrets);
            return mapping.take().at("secrets");
        }
        list.push_back(name);
    }
    return list;
}

YamlValue bodyOf(const Command& command)
{
    return command.script.empty() ? YamlValue(command.arguments) : YamlValue(command.script);
}

} // namespace

std::string formatSize(std::uint64_t bytes)
{
    static constexpr const char* units[] = {"", "KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    while (unit < 4 && bytes > 0 && bytes % 1024 == 0) {
        bytes /= 1024;
        ++unit;
    }
    return std::to_string(bytes) + units[unit];
}

YamlValue yamlOf(const Retry& retry)
{
    const Retry standard;
    FreshMapping mapping;
    mapping.add("attempts", retry.attempts);
    if (retry.delay != standard.delay)
        mapping.duration("delay", retry.delay);
    mapping.number("backoff", retry.backoff, standard.backoff);
    mapping.number("jitter", retry.jitter, standard.jitter);
    mapping.duration("maximum_delay", retry.maximumDelay);
    mapping.duration("within", retry.within);
    mapping.texts("on", retry.on);
    return mapping.take();
}

YamlValue yamlOf(const Command& command)
{
    FreshMapping mapping;
    const auto some = [&](const char* key, YamlValue value) {
        if (!value.empty())
            mapping.add(key, std::move(value));
    };
    mapping.add("run", bodyOf(command));
    some("inputs", inputsOf(command.inputs));
    some("outputs", outputsOf(command.outputs));
    some("values", valuesOf(command.values));
    mapping.text("metrics", command.metrics);
    mapping.texts("reports", command.reports);
    if (command.code)
        mapping.add("code", *command.code);
    if (command.cache != CacheMode::automatic)
        mapping.add("cache", std::string(word(command.cache)));
    mapping.texts("env", command.env);
    mapping.texts("pass", command.pass);
    mapping.text("python", command.python);
    some("environment", environmentOf(command.environment));
    some("secrets", secretsOf(command.secrets));
    mapping.text("dir", command.folder);
    if (command.retry != Retry{})
        mapping.add("retry", yamlOf(command.retry));
    mapping.duration("timeout", command.timeout);
    mapping.duration("grace", command.grace);
    some("resources", resourcesOf(command.resources));
    mapping.text("pool", command.pool);
    mapping.number("priority", command.priority, 0);
    mapping.text("executor", command.executor);
    return mapping.take();
}

} // namespace penstock::format
