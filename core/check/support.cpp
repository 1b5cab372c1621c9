#include "core/check/rules.h"

#include "core/pipeline/kinds.h"

namespace penstock::check {

namespace {

using pipeline::Command;
using pipeline::Step;

struct Feature {
    std::string_view key; // below the step
    bool (*isUsed)(const Step& step);
};

const Command* commandOf(const Step& step) { return std::get_if<Command>(&step.body); }

template <auto Member>
bool hasOwn(const Step& step)
{
    const Command* command = commandOf(step);
    return command && !(command->*Member).empty();
}

bool worksElsewhere(const Step& step)
{
    const Command* command = commandOf(step);
    return command && !command->executor.empty() && command->executor != "local";
}

// Together with the kinds that do not run this must cover every key that kinds.h marks notYet (a test compares them).
constexpr Feature features[] = {
    {"executor", worksElsewhere},
};

} // namespace

void checkSupport(const Facts& facts, Findings& findings)
{
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        const Step& step = facts.step(i);
        if (!step.enabled) // never runs in any version
            continue;
        const pipeline::KindDescription& kind = pipeline::describe(step.kind());
        const std::string path = facts.path(i) + '.' + std::string(kind.key);
        if (kind.support == pipeline::Support::notYet && findings.isWritten(path, facts.path(i)))
            findings.notYet(path, {"check.kind_not_yet", {{"step", step.name}, {"kind", std::string(kind.key)}}},
                            {"check.mend.disable", {}});
        for (const Feature& feature : features) {
            if (feature.isUsed(step))
                findings.notYet(facts.path(i) + '.' + std::string(feature.key), {"check.not_yet", {{"key", std::string(feature.key)}}}, {"check.mend.not_yet", {}});
        }
    }
}

} // namespace penstock::check
