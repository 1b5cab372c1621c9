#include "core/check/step_completion.h"

#include "core/check/completion.h"
#include "core/check/completion_rank.h"
#include "core/pipeline/kinds.h"

#include <algorithm>

namespace penstock::check {

std::vector<bool> laterThan(const Facts& facts, std::optional<std::size_t> self)
{
    std::vector<bool> isLater(facts.pipeline().steps.size(), false);
    std::vector<std::size_t> open;
    if (self)
        open.push_back(*self);
    while (!open.empty()) {
        const std::size_t step = open.back();
        open.pop_back();
        if (isLater[step])
            continue;
        isLater[step] = true;
        for (const std::size_t edge : facts.outOf(step))
            open.push_back(facts.edges()[edge].to);
    }
    return isLater;
}

Message aboutStep(const pipeline::Step& step)
{
    return step.title.empty() ? Message{"kind." + std::string(pipeline::describe(step.kind()).key), {}} : Message{"complete.about", {{"text", step.title}}};
}

Completions stepNamesAt(const pipeline::Pipeline& pipeline, const std::string& step, bool before, std::string_view text, std::size_t cursor)
{
    Completions found;
    cursor = std::min(cursor, text.size());
    const std::size_t comma = cursor == 0 ? std::string_view::npos : text.rfind(',', cursor - 1);
    found.begin = comma == std::string_view::npos ? 0 : comma + 1;
    while (found.begin < cursor && text[found.begin] == ' ')
        ++found.begin;
    found.end = std::min(text.find(',', cursor), text.size());
    const Facts facts(pipeline);
    const std::vector<bool> isLater = before ? laterThan(facts, facts.find(step)) : std::vector<bool>(pipeline.steps.size(), false);
    for (std::size_t i = 0; i < pipeline.steps.size(); ++i) {
        const pipeline::Step& other = pipeline.steps[i];
        if (other.name != step && !isLater[i])
            found.items.push_back({other.name, other.name.size(), {}, Completion::Kind::step, aboutStep(other)});
    }
    found.items = ranked(std::move(found.items), std::string(text.substr(found.begin, cursor - found.begin)));
    return found;
}

} // namespace penstock::check
