// What a virtual environment of a step consists of, and with that which one it is. Reads files and asks the interpreter, so
// on workers.
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <map>
#include <string>

namespace penstock::host {

struct EnvironmentQuestion {
    std::string workspace;                        // absolute
    std::string requirements;                     // relative to it
    std::string python;                           // as in platform::findInterpreter; empty: the one of `variables`
    std::map<std::string, std::string> variables; // those of the step, before it has the environment

    bool operator==(const EnvironmentQuestion&) const = default;
};

struct EnvironmentSpec {
    Digest key;              // of the interpreter's version and of the requirements
    std::string requirements; // as in the question
    std::string interpreter; // absolute
    std::string python;      // "cpython-311 3.11.2 linux-x86_64 /usr"
};

// The requirements are the file and all files that it includes (-r, -c): other names with the same content are the same
// environment. What they name by path or address is not looked into.
// Errors: notFound ("host.requirements_missing", "platform.python_missing" and its like), invalid ("host.requirements_too_large",
// "platform.python_broken"), those of runBriefly().
Result<EnvironmentSpec> environmentSpec(const EnvironmentQuestion& question);

} // namespace penstock::host
