#include "core/check/completion.h"

#include "core/check/completion_offers.h"
#include "core/check/completion_site.h"

#include <algorithm>

namespace penstock::check {

using Of = CompletionPlace::Of;

namespace {

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

Completions completionsAt(const pipeline::Pipeline& pipeline, const CompletionPlace& place, std::string_view text, std::size_t cursor, const Library& opened)
{
    CompletionSite site = siteAt(text, cursor, place.isExpression);
    const bool isWhole = place.of == Of::artifact && !site.isInside && text.find("${{") == std::string_view::npos;
    if (!site.isInside && !isWhole)
        return {site.begin, site.end, {}};
    if (isWhole) {
        site.typed = std::string(text);
        return {0, text.size(), Offers(pipeline, opened, place, site, false).artifacts()};
    }
    const bool dotFollows = site.end < text.size() && text[site.end] == '.';
    return {site.begin, site.end, Offers(pipeline, opened, place, site, dotFollows).all()};
}

} // namespace penstock::check
