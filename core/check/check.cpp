#include "core/check/check.h"

#include "core/check/rules.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace penstock::check {

namespace {

using Rule = void (*)(const Facts&, Findings&);

constexpr Rule rules[] = {
    checkDocument, checkNames, checkParameters, checkTriggers, checkExpressions, checkReferences, checkResults, checkExpectedValues, checkInputs,
    checkNeeds,    checkCircles,
    checkChoices,  checkWaysBack, checkFans, checkReach,  checkCommands,   checkLimits,      checkPaths,      checkClaims,  checkGates,  checkSupport,
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

pipeline::Issues merged(pipeline::Issues ofText, const pipeline::Issues& ofCheck)
{
    std::unordered_set<std::string> paths;
    for (const pipeline::Issue& issue : ofText)
        paths.insert(issue.path);
    std::ranges::copy_if(ofCheck, std::back_inserter(ofText), [&paths](const pipeline::Issue& issue) { return !paths.contains(issue.path); });
    pipeline::sortByPlace(ofText);
    return ofText;
}

} // namespace penstock::check
