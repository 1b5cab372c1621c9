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

bool usesCode(const Step& step) { return commandOf(step) && commandOf(step)->code; }
bool usesEnvironment(const Step& step) { return commandOf(step) && !commandOf(step)->environment.is_null(); }
bool usesGpu(const Step& step) { return commandOf(step) && commandOf(step)->resources.gpu != 0; }
bool forcesCache(const Step& step) { return commandOf(step) && commandOf(step)->cache == pipeline::CacheMode::on; }
bool usesMap(const Step& step) { return !step.map.is_null(); }
bool routesFailure(const Step& step) { return step.onFailure.has_value(); }

bool worksElsewhere(const Step& step)
{
    const Command* command = commandOf(step);
    return command && !command->executor.empty() && command->executor != "local";
}

bool routesRejection(const Step& step)
{
    const auto* approve = std::get_if<pipeline::Approve>(&step.body);
    return approve && !approve->onReject.empty();
}

// Together with the kinds that do not run this must cover every key that kinds.h marks notYet (a test compares them).
constexpr Feature features[] = {
    {"map", usesMap},
    {"on_failure", routesFailure},
    {"approve.on_reject", routesRejection},
    {"reports", hasOwn<&Command::reports>},
    {"code", usesCode},
    {"cache", forcesCache},
    {"environment", usesEnvironment},
    {"secrets", hasOwn<&Command::secrets>},
    {"resources.gpu", usesGpu},
    {"pool", hasOwn<&Command::pool>},
    {"executor", worksElsewhere},
};

void checkBounds(const Facts& facts, std::size_t step, Findings& findings)
{
    const auto* choose = std::get_if<pipeline::Choose>(&facts.step(step).body);
    for (std::size_t i = 0; choose && i < choose->branches.size(); ++i) {
        if (choose->branches[i].atMost)
            findings.notYet(facts.path(step) + ".choose." + std::to_string(i) + ".at_most", {"check.not_yet", {{"key", "at_most"}}}, {"check.mend.not_yet", {}});
    }
}

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
        checkBounds(facts, i, findings);
    }
}

} // namespace penstock::check
