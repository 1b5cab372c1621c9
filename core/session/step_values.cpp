#include "core/session/step_values.h"

#include <algorithm>
#include <set>

namespace penstock::session {

namespace {

constexpr std::string_view valuesWord = "values.", outputsWord = "outputs.", metricsWord = "metrics.";

// Null: it has none.
const Json& valueIn(const engine::Instance& instance, const ValueName& name)
{
    if (name.of != ValueName::Of::metrics) {
        if (const Json& value = memberAt(instance.values, name.key.c_str()); !value.is_null() || name.of == ValueName::Of::values)
            return value;
    }
    return memberAt(instance.metrics, name.key.c_str());
}

std::vector<const engine::Run*> runsOf(const View& view, const std::string& pipeline)
{
    std::vector<const engine::Run*> runs;
    for (const auto& [id, run] : view.workspace.runs) {
        if ((pipeline.empty() || id.pipeline == pipeline) && !run.simulated)
            runs.push_back(&run);
    }
    std::ranges::sort(runs, {}, [](const engine::Run* run) { return run->id.number; });
    return runs;
}

} // namespace

const char* name(ValueType type)
{
    switch (type) {
    case ValueType::text: return "text";
    case ValueType::number: return "number";
    case ValueType::boolean: return "boolean";
    case ValueType::list: return "list";
    case ValueType::object: return "object";
    case ValueType::null: return "null";
    }
    return "";
}

ValueType typeOf(const Json& value)
{
    if (value.is_string())
        return ValueType::text;
    if (value.is_number())
        return ValueType::number;
    if (value.is_boolean())
        return ValueType::boolean;
    if (value.is_array())
        return ValueType::list;
    return value.is_object() ? ValueType::object : ValueType::null;
}

std::string plainPath(std::string_view path)
{
    std::string plain;
    bool skips = false;
    for (const char c : path) {
        skips = c != '/' && (skips || c == '~' || c == '[');
        if (!skips)
            plain += c;
    }
    return plain;
}

std::vector<StepValue> valuesOf(const engine::Run& run, const engine::Instance& instance)
{
    const auto* command = std::get_if<pipeline::Command>(&run.step(instance).body);
    std::vector<StepValue> values;
    for (const auto& [name, value] : instance.values.items()) {
        StepValue& made = values.emplace_back(StepValue{name, value, typeOf(value), {}});
        if (!command)
            continue;
        const auto declared = std::ranges::find(command->values, name, &std::pair<std::string, pipeline::ValueDeclaration>::first);
        if (declared != command->values.end())
            made.choices = declared->second.choices;
    }
    return values;
}

std::vector<const engine::Instance*> siblingsOf(const engine::Run& run, const engine::Instance& instance)
{
    std::vector<const engine::Instance*> siblings;
    for (const engine::Instance& each : run.instances) {
        if (each.scope == instance.scope && each.step == instance.step && each.place != instance.place)
            siblings.push_back(&each);
    }
    return siblings;
}

std::optional<ValueName> ValueName::parse(std::string_view text)
{
    // Steps have no dots in their names.
    const auto dot = text.find('.');
    if (dot == 0 || dot == std::string_view::npos)
        return std::nullopt;
    ValueName name{std::string(text.substr(0, dot)), Of::either, {}};
    std::string_view key = text.substr(dot + 1);
    const auto take = [&](std::string_view word, Of meant) {
        if (name.of == Of::either && key.starts_with(word) && key.size() > word.size()) {
            key.remove_prefix(word.size());
            name.of = meant;
        }
    };
    take(valuesWord, Of::values);
    take(outputsWord, Of::values); // as expressions write it
    take(metricsWord, Of::metrics);
    if (key.empty())
        return std::nullopt;
    name.key = key;
    return name;
}

std::string ValueName::text() const
{
    return step + '.' + std::string(of == Of::values ? valuesWord : of == Of::metrics ? metricsWord : "") + key;
}

std::vector<ValueMoment> historyOf(const View& view, const std::string& pipeline, const ValueName& name)
{
    std::vector<ValueMoment> moments;
    for (const engine::Run* run : runsOf(view, pipeline)) {
        for (const engine::Instance& instance : run->instances) {
            if (plainPath(instance.id.step) != name.step)
                continue;
            if (const Json& value = valueIn(instance, name); !value.is_null())
                moments.push_back({run->id, instance.id, instance.endedAt, value, instance.reused || instance.cached});
        }
    }
    return moments;
}

std::vector<ValueName> knownValues(const View& view, const std::string& pipeline)
{
    std::set<std::pair<std::string, std::string>> values, metrics;
    for (const engine::Run* run : runsOf(view, pipeline)) {
        for (const engine::Instance& instance : run->instances) {
            if (instance.values.empty() && instance.metrics.empty())
                continue;
            const std::string step = plainPath(instance.id.step);
            for (const auto& [key, value] : instance.values.items())
                values.emplace(step, key);
            for (const auto& [key, value] : instance.metrics.items())
                metrics.emplace(step, key);
        }
    }
    std::vector<ValueName> names;
    for (const auto& [step, key] : values)
        names.push_back({step, ValueName::Of::values, key});
    for (const auto& [step, key] : metrics)
        names.push_back({step, ValueName::Of::metrics, key});
    return names;
}

} // namespace penstock::session
