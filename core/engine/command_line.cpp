#include "core/engine/command_line.h"

#include "core/engine/scope.h"
#include "core/engine/step_references.h"
#include "core/expression/script.h"
#include "core/expression/template_text.h"

namespace penstock::engine {

namespace {

using expression::Template;

const pipeline::Command& commandOf(const Run& run, const Instance& instance)
{
    return std::get<pipeline::Command>(run.step(instance).body);
}

// "my-data" -> "MY_DATA"
std::string variableName(const std::string& name)
{
    std::string upper;
    for (const char c : name)
        upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '-' ? '_' : c;
    return upper;
}

Result<std::string> rendered(const std::string& text, const RunScope& scope)
{
    const auto parsed = Template::parse(text);
    return parsed ? parsed->renderText(scope) : Result<std::string>(parsed.error());
}

// Where the producer of an artifact declared that it stands; empty: nowhere.
std::string declaredPath(const Run& run, const ArtifactValue& value)
{
    const auto id = InstanceId::parse(value.step);
    const Instance* producer = id ? run.find(*id) : nullptr;
    const auto* command = producer ? std::get_if<pipeline::Command>(&run.step(*producer).body) : nullptr;
    if (!command)
        return {};
    for (const auto& [name, output] : command->outputs) {
        if (name == value.output)
            return normalisedPath(output.path);
    }
    return {};
}

Error inputError(const char* id, const std::string& name, const std::string& source)
{
    return {ErrorCode::invalid, {id, {{"input", name}, {"source", source}}}, {}};
}

Result<InputSource> inputSource(const Run& run, const RunScope& scope, const std::string& name, const pipeline::Input& input)
{
    InputSource source;
    source.name = name;
    if (input.isFile) {
        source.file = normalisedPath(input.source);
        return source.file.empty() ? Result<InputSource>(inputError("engine.input_outside", name, input.source)) : source;
    }
    const auto parsed = Template::parse(input.source);
    const auto value = parsed ? parsed->render(scope) : Result<expression::Value>(parsed.error());
    if (!value)
        return value.error();
    const auto artifact = artifactOf(*value);
    if (!artifact)
        return inputError("engine.input_is_no_output", name, input.source);
    source.artifact = artifact->artifact;
    source.restorePath = declaredPath(run, *artifact);
    return source;
}

// "0,2": those of the attempt that is about to run.
std::string gpusOf(const Instance& instance)
{
    std::string text;
    for (const int gpu : instance.attempts.empty() ? std::vector<int>() : instance.attempts.back().gpus)
        text += (text.empty() ? "" : ",") + std::to_string(gpu);
    return text;
}

class Writer final {
public:
    Writer(const Run& run, const Instance& instance, const pipeline::Command& command, const RunScope& scope)
        : m_run(run)
        , m_instance(instance)
        , m_command(command)
        , m_scope(scope)
    {}

    Result<void> environment()
    {
        for (const auto* table : {&document().defaults.env, &m_command.environment.variables, &m_command.env}) {
            for (const auto& [name, text] : *table) {
                auto value = rendered(text, m_scope);
                if (!value)
                    return value.error();
                m_line.variables[name] = std::move(*value);
            }
        }
        return {};
    }

    Result<void> arguments()
    {
        if (m_command.arguments.empty())
            return script();
        for (const std::string& text : m_command.arguments) {
            auto argument = rendered(text, m_scope);
            if (!argument)
                return argument.error();
            m_line.arguments.push_back(std::move(*argument));
        }
        const std::string& own = m_command.python;
        const std::string& interpreter = own.empty() ? document().defaults.python : own;
        const bool hasVenv = !m_command.environment.venv.requirements.empty(); // it stands first in PATH
        if (!hasVenv && !interpreter.empty() && (m_line.arguments.front() == "python3" || m_line.arguments.front() == "python"))
            m_line.arguments.front() = interpreter;
        return {};
    }

    // After what the person set: the names that begin with PENSTOCK_ are ours.
    void variables(int attempt, const Places& places)
    {
        auto& variables = m_line.variables;
        variables["PENSTOCK_RUN_ID"] = m_run.id.text();
        variables["PENSTOCK_STEP"] = m_instance.id.text();
        variables["PENSTOCK_ATTEMPT"] = std::to_string(attempt);
        variables["PENSTOCK_PARAMS"] = places.parametersFile;
        variables["PENSTOCK_OUTPUTS"] = places.outputsFile;
        variables["PENSTOCK_METRICS"] = places.metricsFile;
        if (m_instance.fanAt != none)
            variables["PENSTOCK_ITEM"] = dumpJson(m_run.itemOf(m_instance));
        if (const std::string gpus = gpusOf(m_instance); !gpus.empty())
            variables["CUDA_VISIBLE_DEVICES"] = gpus;
        for (const auto& [name, path] : places.inputs)
            variables["PENSTOCK_INPUT_" + variableName(name)] = path;
        for (const auto& [name, path] : places.outputs)
            variables["PENSTOCK_OUTPUT_" + variableName(name)] = path;
        variables.insert(m_scriptVariables.begin(), m_scriptVariables.end());
    }

    Result<void> parameters()
    {
        const auto references = referencesOf(document(), m_run.step(m_instance));
        if (!references)
            return references.error();
        for (const std::string& name : parametersUsed(document(), *references))
            m_line.parameters[name] = memberAt(m_run.scopeOf(m_instance).parameters, name.c_str());
        return {};
    }

    CommandLine take() { return std::move(m_line); }

private:
    const pipeline::Pipeline& document() const { return m_run.scopeOf(m_instance).plan->pipeline(); }

    Result<void> script()
    {
        const expression::Script script = expression::readScript(m_command.script);
        if (!script.issues.empty())
            return script.issues.front().error;
        for (const expression::ScriptVariable& variable : script.variables) {
            const auto value = expression::evaluate(variable.expression, m_scope);
            if (!value)
                return value.error();
            m_scriptVariables[variable.name] = expression::toText(*value);
        }
        m_line.arguments = {"bash", "-euo", "pipefail", "-c", script.text};
        return {};
    }

    const Run& m_run;
    const Instance& m_instance;
    const pipeline::Command& m_command;
    const RunScope& m_scope;
    std::map<std::string, std::string> m_scriptVariables;
    CommandLine m_line;
};

} // namespace

Result<std::vector<InputSource>> inputSources(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    std::vector<InputSource> sources;
    const RunScope scope(state, run, instance);
    for (const auto& [name, input] : commandOf(run, instance).inputs) {
        auto source = inputSource(run, scope, name, input);
        if (!source)
            return source.error();
        sources.push_back(std::move(*source));
    }
    return sources;
}

Result<CommandLine> commandLine(const WorkspaceState& state, const Run& run, const Instance& instance, int attempt,
                                const Places& places)
{
    const RunScope scope(state, run, instance, &places);
    Writer writer(run, instance, commandOf(run, instance), scope);
    if (const auto written = writer.environment(); !written)
        return written.error();
    if (const auto written = writer.arguments(); !written)
        return written.error();
    if (const auto written = writer.parameters(); !written)
        return written.error();
    writer.variables(attempt, places);
    return writer.take();
}

} // namespace penstock::engine
