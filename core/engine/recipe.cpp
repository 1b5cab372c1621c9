#include "core/engine/recipe.h"

#include "core/engine/command_line.h"

#include <algorithm>

namespace penstock::engine {

namespace {

constexpr const char* version = "1"; // another one makes every key another
constexpr std::size_t longestShown = 200;

Places placeholders(const pipeline::Command& command)
{
    Places places;
    for (const auto& [name, input] : command.inputs)
        places.inputs[name] = "<input " + name + '>';
    for (const auto& [name, output] : command.outputs)
        places.outputs[name] = "<output " + name + '>';
    places.parametersFile = "<parameters>";
    places.outputsFile = "<values>";
    places.metricsFile = "<metrics>";
    return places;
}

Json declarationsOf(const pipeline::Command& command)
{
    Json declared = Json::object();
    for (const auto& [name, output] : command.outputs)
        declared["outputs." + name] = {{"path", normalisedPath(output.path)}, {"kind", output.kind}};
    for (const auto& [name, value] : command.values)
        declared["values." + name] = value.choices;
    if (!command.metrics.empty())
        declared["metrics"] = normalisedPath(command.metrics);
    for (std::size_t i = 0; i < command.reports.size(); ++i)
        declared["reports." + std::to_string(i)] = normalisedPath(command.reports[i]);
    return declared;
}

// Of the variables with our names only the expressions of a script are the command's; the others say where and who.
void addVariables(const CommandLine& line, Json& recipe)
{
    for (const auto& [name, value] : line.variables) {
        if (name.starts_with("PENSTOCK_X"))
            recipe["command"][name] = value;
        else if (!name.starts_with("PENSTOCK_"))
            recipe["environment"]["env." + name] = value;
    }
}

// What people read in a log or a list: a long text is cut, at the border of a character.
Json shown(const Json& value)
{
    if (!value.is_string() && !value.is_structured())
        return value;
    std::string text = value.is_string() ? value.get<std::string>() : dumpJson(value);
    if (text.size() <= longestShown)
        return value;
    std::size_t end = longestShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

} // namespace

Result<Json> recipeOf(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    const auto& command = std::get<pipeline::Command>(run.step(instance).body);
    const auto line = commandLine(state, run, instance, 1, placeholders(command));
    if (!line)
        return line.error();
    Json recipe = Json::object();
    for (const std::string_view part : recipeParts)
        recipe[std::string(part)] = Json::object();
    recipe["command"]["arguments"] = line->arguments;
    if (!command.folder.empty())
        recipe["command"]["dir"] = normalisedPath(command.folder);
    addVariables(*line, recipe);
    const std::string& python = command.python.empty() ? run.scopeOf(instance).plan->pipeline().defaults.python : command.python;
    if (!python.empty() && command.environment.venv.requirements.empty())
        recipe["environment"]["python"] = python;
    for (const auto& [variable, name] : command.secrets) // the value may change without changing the result, and is not to be told
        recipe["environment"]["secret." + variable] = name;
    if (!command.environment.path.empty())
        recipe["environment"]["path"] = command.environment.path;
    recipe["parameters"] = line->parameters;
    if (instance.fanAt != none)
        recipe["item"]["item"] = run.itemOf(instance);
    recipe["outputs"] = declarationsOf(command);
    return recipe;
}

void addPassed(Json& recipe, const std::string& name, const std::optional<std::string>& value)
{
    recipe["environment"]["pass." + name] = value ? Json(sha256("pass\n" + name + '\n' + *value).hex()) : Json();
}

void addEnvironment(Json& recipe, const Digest& key) { recipe["environment"]["venv"] = key.hex(); }

void addInput(Json& recipe, const std::string& name, const Digest& content) { recipe["inputs"][name] = content.hex(); }

void addCode(Json& recipe, const std::string& file, const Digest& content) { recipe["code"][file] = content.hex(); }

RecipeKey keyOf(const Json& recipe)
{
    RecipeKey key;
    key.code = dumpJson(memberAt(recipe, "code"));
    Json document = recipe;
    document["code"] = sha256(key.code).hex();
    document["recipe"] = version;
    key.document = dumpJson(document);
    key.digest = sha256(key.document);
    return key;
}

Result<Json> recipeFrom(std::string_view document, std::string_view code)
{
    auto recipe = parseJson(document);
    const auto files = parseJson(code);
    if (!recipe || !files || !recipe->is_object() || textAt(*recipe, "code") != sha256(code).hex())
        return Error{ErrorCode::corrupt, {"engine.recipe_corrupt", {}}, {}};
    (*recipe)["code"] = *files;
    recipe->erase("recipe");
    return recipe;
}

Json partDigests(const Json& recipe)
{
    Json digests = Json::object();
    for (const std::string_view part : recipeParts)
        digests[std::string(part)] = sha256(dumpJson(memberAt(recipe, std::string(part).c_str()))).hex();
    return digests;
}

Json differences(const Json& before, const Json& now, std::size_t most)
{
    Json found = Json::array();
    for (const std::string_view each : recipeParts) {
        const std::string part(each);
        const Json& was = memberAt(before, part.c_str());
        const Json& is = memberAt(now, part.c_str());
        std::set<std::string> names;
        for (const Json* side : {&was, &is}) {
            for (auto it = side->begin(); side->is_object() && it != side->end(); ++it)
                names.insert(it.key());
        }
        for (const std::string& name : names) {
            const Json& old = memberAt(was, name.c_str());
            const Json& fresh = memberAt(is, name.c_str());
            const bool isSame = old == fresh && was.contains(name) == is.contains(name);
            if (!isSame && found.size() < most)
                found.push_back({{"part", part}, {"name", name}, {"was", shown(old)}, {"is", shown(fresh)}});
        }
    }
    return found;
}

Json differentParts(const Json& before, const Json& now)
{
    Json found = Json::array();
    for (const std::string_view part : recipeParts) {
        const std::string name(part);
        if (memberAt(before, name.c_str()) != memberAt(now, name.c_str()))
            found.push_back({{"part", name}});
    }
    return found;
}

} // namespace penstock::engine
