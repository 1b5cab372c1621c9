// What a command step says: what it executes, reads, writes and needs.
#pragma once

#include "core/base/json.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace penstock::pipeline {

template <class T>
using Named = std::vector<std::pair<std::string, T>>; // keeps the order of the file; names are unique after reading

struct Input {
    std::string source; // "${{ steps.prepare.outputs.train }}", or a path of the workspace when isFile
    bool isFile = false;

    bool operator==(const Input&) const = default;
};

struct Output {
    std::string path; // relative to the workspace; empty: a fresh private place per attempt
    std::string kind; // free word such as model, data, report; empty: file or folder as found

    bool operator==(const Output&) const = default;
};

struct ValueDeclaration {
    std::vector<Json> choices; // empty: any

    bool operator==(const ValueDeclaration&) const = default;
};

struct Retry {
    int attempts = 1; // all tries together
    Duration delay{};
    double backoff = 1;
    double jitter = 0; // 0..1, fraction of the delay
    std::optional<Duration> maximumDelay;
    std::vector<std::string> on; // "timeout", "lost", "failure", "signal", "memory", "exit 75"; empty: any failure but lost
    std::optional<Duration> within = {}; // of all tries and delays together, from the begin of the first; what runs then is stopped

    bool operator==(const Retry&) const = default;
};

struct Resources {
    double cpu = 1;             // slots, rounded up
    std::uint64_t memory = 0;   // bytes; 0: not said
    int gpu = 0;

    bool operator==(const Resources&) const = default;
};

// A virtual environment that is made once per content of the file and interpreter.
struct Venv {
    std::string requirements; // a file of the workspace; empty: none is made
    std::string python;       // the interpreter that it is made with; empty: the one that the step would have

    bool operator==(const Venv&) const = default;
};

struct CommandEnvironment {
    Venv venv;
    Named<std::string> variables;  // like `env`, which wins
    std::vector<std::string> path; // folders of the workspace, before all others in PATH

    bool operator==(const CommandEnvironment&) const = default;
};

enum class CacheMode { automatic, on, off };

struct Command {
    std::vector<std::string> arguments; // argv; empty when it is a script
    std::string script;                 // for `bash -euo pipefail`
    Named<Input> inputs;
    Named<Output> outputs;
    Named<ValueDeclaration> values;
    std::string metrics; // path of a JSON file; empty: none
    std::vector<std::string> reports;
    std::optional<std::vector<std::string>> code; // globs
    CacheMode cache = CacheMode::automatic;
    Named<std::string> env;
    std::vector<std::string> pass;
    std::string python; // an interpreter
    std::string folder; // `dir`, relative to the workspace
    Retry retry;
    std::optional<Duration> timeout; // of one try
    std::optional<Duration> grace;   // between the polite and the final signal when it is stopped
    Resources resources;
    std::string pool, executor;
    int priority = 0;
    CommandEnvironment environment;
    Named<std::string> secrets; // variable -> name of the secret

    bool operator==(const Command&) const = default;
};

} // namespace penstock::pipeline
