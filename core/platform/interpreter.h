#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/platform/step_environment.h"

namespace penstock::platform {

// A Python interpreter and how it was found, so that a message about what it lacks can name both.
struct Interpreter {
    enum class Origin { given, workspace, path }; // named by `python:`, in the workspace's .venv, elsewhere on PATH

    std::string path;
    Origin origin = Origin::path;
};

// What `python3` (or `python`, where there is no other) of a step with these variables is. `python` as in
// StepEnvironment::variables. Errors: notFound ("platform.python_given_missing", "platform.python_missing").
Result<Interpreter> findInterpreter(const Variables& variables, const std::string& workspace, const std::string& python = {});

struct InterpreterReport {
    std::string version;              // "3.11.2"
    std::vector<std::string> missing; // of the modules asked for
};

// Asks it, without importing the modules (that can take seconds). Errors: those of runBriefly; invalid
// ("platform.python_broken") when it does not work.
Result<InterpreterReport> inspect(const Interpreter& interpreter, const Variables& variables,
                                  const std::vector<std::string>& modules, Duration patience = Duration(10'000));

} // namespace penstock::platform
