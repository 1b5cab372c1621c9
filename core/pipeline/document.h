// The pipeline document as a value: what a `*.pipeline.yaml` means, without its text. Texts that may hold `${{ }}` are kept
// as written; core/expression gives them meaning. Order of steps, inputs and branches is the order of the file.
#pragma once

#include "core/base/json.h"
#include "core/base/time.h"
#include "core/pipeline/command.h"
#include "core/pipeline/kind.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace penstock::pipeline {

enum class ParameterType { string, number, integer, boolean };

struct Parameter {
    std::string name;
    ParameterType type = ParameterType::string;
    std::string about;
    Json standard;             // `default`; null: the person must give it
    std::vector<Json> choices; // empty: any value
    std::optional<double> minimum, maximum;

    bool operator==(const Parameter&) const = default;
};

struct Branch {
    std::string condition; // an expression; empty: else
    std::string target;
    std::optional<int> atMost; // set: may lead back, so often in a run

    bool operator==(const Branch&) const = default;
};

struct Choose {
    std::vector<Branch> branches;

    bool operator==(const Choose&) const = default;
};

struct Wait {
    Json what; // see wait.h

    bool operator==(const Wait&) const = default;
};

struct Approve {
    std::string question;
    std::string policy;
    std::vector<std::string> approvers; // roles or persons; empty: anybody who may run
    std::optional<Duration> expires;
    std::string onReject; // a step; empty: the run ends rejected

    bool operator==(const Approve&) const = default;
};

struct Register {
    std::string model;
    int major = 0;
    std::string artifact; // an expression text that yields an output
    std::string metrics;

    bool operator==(const Register&) const = default;
};

struct Promote {
    std::string version; // template that yields "digits 1.4"
    std::string stage;   // `to`: production

    bool operator==(const Promote&) const = default;
};

struct SubPipeline {
    std::string file;
    Named<Json> parameters;

    bool operator==(const SubPipeline&) const = default;
};

struct Placeholder {
    bool operator==(const Placeholder&) const = default;
};

struct End {
    bool succeeded = true;

    bool operator==(const End&) const = default;
};

using Body = std::variant<Command, Choose, Wait, Approve, Register, Promote, SubPipeline, Placeholder, End>;

enum class Join { all, any };

struct OnFailure {
    std::string target;
    std::optional<int> atMost;

    bool operator==(const OnFailure&) const = default;
};

struct Step {
    std::string name;
    std::string title, about;
    bool enabled = true;
    std::vector<std::string> needs;
    std::string condition; // `if`
    Join join = Join::all;
    bool advisory = false;
    std::optional<OnFailure> onFailure;
    Json map; // null: not mapped; see map.h
    Body body = Placeholder{};

    bool operator==(const Step&) const = default;

    Kind kind() const;
};

// What starts a run from outside. Each has one source; so far that is an event of the inbox.
struct Trigger {
    std::string event;      // its name
    std::string condition;  // `if`, an expression about `event`; empty: always
    Named<Json> parameters; // of the run; texts may be templates about `event`

    bool operator==(const Trigger&) const = default;
};

struct Defaults {
    Named<std::string> env;
    std::string python;
    std::optional<Retry> retry;
    std::optional<Duration> timeout;

    bool operator==(const Defaults&) const = default;
};

struct Pipeline {
    int version = 1; // the `penstock:` key
    std::string name, title, about;
    std::vector<Parameter> parameters;
    std::vector<Trigger> triggers; // `on`
    Defaults defaults;
    std::vector<Step> steps;
    Named<std::string> outputs; // as a sub-pipeline: what it gives to the step that opened it, templates
    Json notes, frames; // for the canvas only

    bool operator==(const Pipeline&) const = default;

    const Step* step(const std::string& name) const;
    const Parameter* parameter(const std::string& name) const;
};

} // namespace penstock::pipeline
