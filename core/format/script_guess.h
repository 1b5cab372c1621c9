// What a script seems to take and to write, read from its text: for `init --from` and for scripts that
// are dropped onto a pipeline. Only what is plain is taken
// (argparse with literal defaults, files written under a literal name); a wrong guess would fail the first run, a
// missing one costs a line.
#pragma once

#include "core/format/yaml_scalar.h"
#include "core/pipeline/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace penstock::format {

struct GuessedParameter {
    std::string name;   // "learning_rate"
    std::string option; // "--learning-rate"
    std::string type;   // of the pipeline: string, number, integer
    Json standard;
    std::vector<std::string> choices;
    bool isOutput = false; // names a file that is written: becomes an output instead

    bool operator==(const GuessedParameter&) const = default;
};

struct GuessedOutput {
    std::string name, path, kind;

    bool operator==(const GuessedOutput&) const = default;
};

struct ScriptGuess {
    std::vector<std::string> command; // interpreter and script
    std::vector<GuessedParameter> parameters;
    std::vector<GuessedOutput> outputs;
    std::string metrics; // a JSON file
};

// `script` is relative to the workspace.
ScriptGuess guessFrom(const std::string& script, std::string_view text);

// A step that runs it in a pipeline that there is: options are given the parameter of their name where it has one, else what
// the script takes by itself.
YamlValue stepOf(const ScriptGuess& guess, const pipeline::Pipeline& pipeline);

// A pipeline of one step that runs it.
std::string pipelineText(const std::string& name, const ScriptGuess& guess);

} // namespace penstock::format
