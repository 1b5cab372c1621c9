#include "core/format/script_guess.h"

#include "core/base/ids.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <regex>
#include <set>

namespace penstock::format {

namespace {

constexpr std::size_t mostText = 256 * 1024; // a script that is longer is read to here: std::regex is slow

std::string nameFrom(std::string text)
{
    for (char& c : text) {
        if (!std::isalnum(static_cast<unsigned char>(c)))
            c = '_';
    }
    if (text.empty() || std::isdigit(static_cast<unsigned char>(text[0])))
        text.insert(0, "_");
    text.resize(std::min<std::size_t>(text.size(), 64));
    return text;
}

std::string stem(const std::string& path)
{
    const std::string file = path.substr(path.rfind('/') + 1);
    return file.substr(0, file.find('.'));
}

bool isPlainPath(const std::string& path)
{
    return !path.empty() && path[0] != '/' && path[0] != '~' && path.find("..") == std::string::npos &&
           path.find('{') == std::string::npos && path.find('%') == std::string::npos &&
           path.find('.') != std::string::npos;
}

std::vector<std::string> interpreterFor(const std::string& script)
{
    const std::string extension = script.substr(std::min(script.rfind('.'), script.size()));
    if (extension == ".py")
        return {"python3"};
    if (extension == ".sh")
        return {"bash"};
    if (extension == ".R" || extension == ".r")
        return {"Rscript"};
    if (extension == ".jl")
        return {"julia"};
    return {};
}

// The text between the parentheses that open at `open`, strings passed over.
std::string_view callAt(std::string_view text, std::size_t open)
{
    int depth = 0;
    char quote = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        const char c = text[i];
        if (quote) {
            if (c == '\\')
                ++i;
            else if (c == quote)
                quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(' || c == '[') {
            ++depth;
        } else if ((c == ')' || c == ']') && --depth == 0) {
            return text.substr(open + 1, i - open - 1);
        }
    }
    return {};
}

std::optional<std::string> firstMatch(const std::string& text, const std::regex& pattern)
{
    std::smatch match;
    return std::regex_search(text, match, pattern) ? std::optional(match[1].str()) : std::nullopt;
}

std::optional<GuessedParameter> parameterFrom(const std::string& call)
{
    static const std::regex option(R"re(^\s*(?:['"]-\w['"]\s*,\s*)?['"](--[\w-]+)['"])re");
    static const std::regex number(
        R"re(\bdefault\s*=\s*([-+]?[0-9][0-9_]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)\s*(?:,|$))re");
    static const std::regex word(R"re(\bdefault\s*=\s*['"]([^'"\\\n]*)['"])re");
    static const std::regex type(R"re(\btype\s*=\s*(\w+))re");
    static const std::regex list(R"re(\bchoices\s*=\s*[\[\(]([^\]\)]*)[\]\)])re");
    static const std::regex quoted(R"re(['"]([^'"\\\n]*)['"])re");
    const auto name = firstMatch(call, option);
    if (!name)
        return std::nullopt;
    GuessedParameter parameter;
    parameter.option = *name;
    parameter.name = nameFrom(name->substr(2));
    const std::string typeWord = firstMatch(call, type).value_or("");
    if (const auto text = firstMatch(call, word)) {
        parameter.type = "string";
        parameter.standard = *text;
    } else if (auto digits = firstMatch(call, number)) {
        std::erase(*digits, '_');
        const bool whole = digits->find_first_of(".eE") == std::string::npos && typeWord != "float";
        parameter.type = whole ? "integer" : "number";
        parameter.standard = parseJson(*digits).valueOr(Json());
        if (parameter.standard.is_null()) // "1." and "+1" are Python, not JSON
            parameter.standard = std::strtod(digits->c_str(), nullptr);
    } else {
        return std::nullopt;
    }
    if (const auto choices = firstMatch(call, list)) {
        for (auto it = std::sregex_iterator(choices->begin(), choices->end(), quoted); it != std::sregex_iterator();
             ++it)
            parameter.choices.push_back((*it)[1].str());
    }
    static const std::regex outputName(R"re((out|output|save|model|dest|destination)(_?(path|file|to))?)re");
    parameter.isOutput = parameter.type == "string" && std::regex_match(parameter.name, outputName) &&
                         isPlainPath(parameter.standard.get<std::string>());
    return parameter;
}

void addParameters(const std::string& text, ScriptGuess& guess)
{
    static const std::string call = "add_argument(";
    for (std::size_t at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
        const auto parameter = parameterFrom(std::string(callAt(text, at + call.size() - 1)));
        if (!parameter)
            continue;
        guess.parameters.push_back(*parameter);
        if (parameter->isOutput)
            guess.outputs.push_back({parameter->name, parameter->standard.get<std::string>(), {}});
    }
}

// Files that are also read are left out: their old content would be moved away before the step runs.
bool isRead(const std::string& text, const std::string& path)
{
    std::string escaped;
    for (const char c : path)
        escaped += std::isalnum(static_cast<unsigned char>(c)) ? std::string(1, c) : std::string("\\") + c;
    const std::regex reading("(?:read_\\w+|load\\w*|exists|isfile|open|Path|stat|getsize)\\(\\s*['\"]" + escaped +
                             "['\"]\\s*(?:\\)|,\\s*['\"]r)");
    return std::regex_search(text, reading);
}

void addOutputs(const std::string& text, ScriptGuess& guess)
{
    static const std::regex writing(
        R"re((?:dump|save|save_model|savefig|to_csv|to_parquet|to_json|savez|savetxt)\(\s*(?:[\w.()\[\]]+\s*,\s*)?['"]([^'"\\\n]+)['"]|open\(\s*['"]([^'"\\\n]+)['"]\s*,\s*['"][wx]b?t?['"])re");
    std::set<std::string> seen;
    for (const GuessedOutput& output : guess.outputs)
        seen.insert(output.path);
    for (auto it = std::sregex_iterator(text.begin(), text.end(), writing); it != std::sregex_iterator(); ++it) {
        const std::string path = (*it)[1].matched ? (*it)[1].str() : (*it)[2].str();
        if (!isPlainPath(path) || !seen.insert(path).second || isRead(text, path))
            continue;
        if (path.ends_with(".json") && stem(path).find("metric") != std::string::npos)
            guess.metrics = path;
        else
            guess.outputs.push_back({nameFrom(stem(path)), path, {}});
    }
}

void nameOutputs(ScriptGuess& guess)
{
    std::set<std::string> names;
    for (GuessedOutput& output : guess.outputs) {
        static const std::regex model(R"re(.*\.(joblib|pkl|pickle|pt|pth|onnx|h5|keras|safetensors|bin|model|txt)$)re");
        if (std::regex_match(output.path, model) && stem(output.path).find("model") != std::string::npos)
            output.kind = "model";
        const std::string base = output.name;
        for (int i = 2; !names.insert(output.name).second; ++i)
            output.name = base + '_' + std::to_string(i);
    }
}

std::string quotedYaml(const std::string& text)
{
    return dumpJson(text);
} // JSON's strings are YAML's double-quoted ones

std::string wordYaml(const std::string& text)
{
    static const std::regex plain(R"re([A-Za-z_./][\w./-]*)re");
    static const std::set<std::string> meant{"true", "false", "null", "yes", "no", "on", "off", "y", "n"};
    return std::regex_match(text, plain) && !meant.contains(text) ? text : quotedYaml(text);
}

std::string parameterYaml(const GuessedParameter& parameter)
{
    std::string text = "  " + parameter.name + ": {type: " + parameter.type + ", default: ";
    text += parameter.standard.is_string() ? quotedYaml(parameter.standard.get<std::string>())
                                           : dumpJson(parameter.standard);
    if (!parameter.choices.empty()) {
        text += ", choices: [";
        for (std::size_t i = 0; i < parameter.choices.size(); ++i)
            text += (i ? ", " : "") + quotedYaml(parameter.choices[i]);
        text += ']';
    }
    return text + "}\n";
}

} // namespace

ScriptGuess guessFrom(const std::string& script, std::string_view content)
{
    ScriptGuess guess;
    guess.command = interpreterFor(script);
    guess.command.push_back(guess.command.empty() ? "./" + script : script);
    if (!script.ends_with(".py"))
        return guess;
    const std::string text(content.substr(0, mostText));
    addParameters(text, guess);
    addOutputs(text, guess);
    nameOutputs(guess);
    return guess;
}

YamlValue stepOf(const ScriptGuess& guess, const pipeline::Pipeline& pipeline)
{
    YamlValue step = YamlValue::object();
    YamlValue command = YamlValue::array();
    for (const std::string& word : guess.command)
        command.push_back(word);
    for (const GuessedParameter& parameter : guess.parameters) {
        command.push_back(parameter.option);
        if (parameter.isOutput)
            command.push_back("${{ outputs." + parameter.name + " }}");
        else if (pipeline.parameter(parameter.name))
            command.push_back("${{ params." + parameter.name + " }}");
        else
            command.push_back(parameter.standard.is_string() ? parameter.standard.get<std::string>() : dumpJson(parameter.standard));
    }
    step["run"] = std::move(command);
    for (const GuessedOutput& output : guess.outputs) {
        YamlValue made{{"path", output.path}};
        if (!output.kind.empty())
            made["kind"] = output.kind;
        step["outputs"][output.name] = std::move(made);
    }
    if (!guess.metrics.empty())
        step["metrics"] = guess.metrics;
    return step;
}

std::string pipelineText(const std::string& name, const ScriptGuess& guess)
{
    std::string text = "penstock: 1\nname: " + name + '\n';
    std::string parameters, command;
    for (const std::string& word : guess.command)
        command += (command.empty() ? "" : ", ") + wordYaml(word);
    for (const GuessedParameter& parameter : guess.parameters) {
        if (parameter.isOutput) {
            command += ", " + parameter.option + ", \"${{ outputs." + parameter.name + " }}\"";
            continue;
        }
        parameters += parameterYaml(parameter);
        command += ", " + parameter.option + ", \"${{ params." + parameter.name + " }}\"";
    }
    if (!parameters.empty())
        text += "parameters:\n" + parameters;
    text += "steps:\n  " + name + ":\n    run: [" + command + "]\n";
    if (!guess.outputs.empty())
        text += "    outputs:\n";
    for (const GuessedOutput& output : guess.outputs) {
        text += "      " + output.name + ": {path: " + wordYaml(output.path);
        text += (output.kind.empty() ? "" : ", kind: " + output.kind) + "}\n";
    }
    if (!guess.metrics.empty())
        text += "    metrics: " + wordYaml(guess.metrics) + '\n';
    return text;
}

} // namespace penstock::format
