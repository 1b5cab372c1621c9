// Which places of a document hold which expressions.
#include "core/check/completion.h"

#include <algorithm>
#include <initializer_list>

namespace penstock::check {

namespace {

using Of = CompletionPlace::Of;

bool isAny(std::string_view word, std::initializer_list<std::string_view> words) { return std::ranges::find(words, word) != words.end(); }

} // namespace

CompletionPlace completionPlaceOf(std::span<const std::string> path)
{
    if (path.empty())
        return {{}, Of::document, false};
    const bool isCondition = path.back() == "if";
    if (path.front() == "on")
        return {{}, Of::trigger, isCondition};
    if (path.front() != "steps" || path.size() < 3)
        return {{}, Of::document, false};
    const std::string& field = path[2];
    if (isAny(field, {"run", "env"}) || (field == "environment" && path.size() > 3 && path[3] == "variables"))
        return {path[1], Of::command, false};
    if (field == "inputs" || (field == "register" && path.back() == "artifact"))
        return {path[1], Of::artifact, false};
    return {path[1], Of::step, isCondition};
}

} // namespace penstock::check
