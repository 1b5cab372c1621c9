// One scope with everything the tests of this folder look at, and short ways to ask.
#pragma once

#include "core/expression/evaluate.h"
#include "core/expression/scope.h"

#include <string>
#include <string_view>

namespace penstock::expression {

inline const JsonScope& sampleScope()
{
    static const JsonScope scope(*parseJson(R"({
        "params": {"kernel": "rbf", "c": 1.5, "epochs": 10, "fast": false, "sizes": [8, 16, 32], "row": 1, "a-1": 7},
        "steps": {"train": {"outputs": {"model": "/store/model", "status": "ready", "odd name": "odd"}},
                  "evaluate": {"metrics": {"accuracy": 0.97, "loss": 0.1}}},
        "production": {"exists": true, "metrics": {"accuracy": 0.95}},
        "lines": {"digits v1": {"exists": false}},
        "run": {"id": "digits-42"},
        "item": {"c": 0.1},
        "inputs": {"data": "/in/data"},
        "outputs": {"model": "/out/model"},
        "previous": {"look": {"outputs": {"count": 3}}}})"));
    return scope;
}

// The value as JSON, or "error: TEXT_ID".
inline std::string outcome(std::string_view text, const Scope& scope = sampleScope())
{
    const auto expression = parse(text);
    if (!expression)
        return "error: " + expression.error().message.id;
    const auto value = evaluate(*expression, scope);
    return value ? dumpJson(*value) : "error: " + value.error().message.id;
}

// "TEXT_ID@offset" of what is wrong with a text, or "fine".
inline std::string mistake(std::string_view text)
{
    const auto expression = parse(text);
    return expression
               ? std::string("fine")
               : expression.error().message.id + '@' + std::to_string(offsetOf(expression.error()).value_or(9999));
}

inline std::string argument(const Error& error, std::string_view name)
{
    for (const auto& [key, value] : error.message.arguments) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace penstock::expression
