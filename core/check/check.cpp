#include "core/check/check.h"

#include "core/check/rules.h"

namespace penstock::check {

namespace {

using Rule = void (*)(const Facts&, Findings&);

constexpr Rule rules[] = {
    checkDocument, checkNames,  checkParameters, checkExpressions, checkReferences, checkResults, checkInputs, checkNeeds,  checkCircles,
    checkChoices,  checkReach,  checkCommands,   checkLimits,      checkPaths,      checkClaims,  checkGates,  checkSupport,
};

} // namespace

pipeline::Issues check(const pipeline::Pipeline& pipeline, const pipeline::SourceMap& places, std::string_view source)
{
    const Facts facts(pipeline);
    Findings findings(places, source);
    for (const Rule rule : rules)
        rule(facts, findings);
    return findings.sorted();
}

} // namespace penstock::check
