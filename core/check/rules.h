// One function per rule family. Each reads the facts and adds what it finds; none depends on another having run.
#pragma once

#include "core/check/facts.h"
#include "core/check/findings.h"

namespace penstock::check {

void checkDocument(const Facts& facts, Findings& findings);    // version, no steps
void checkNames(const Facts& facts, Findings& findings);       // well-formed and unique
void checkParameters(const Facts& facts, Findings& findings);  // limits, defaults, unused ones
void checkTriggers(const Facts& facts, Findings& findings);    // `on`
void checkExpressions(const Facts& facts, Findings& findings); // syntax
void checkReferences(const Facts& facts, Findings& findings);  // what may be spoken of, and where
void checkResults(const Facts& facts, Findings& findings);     // steps.X.…: what a step gives
void checkExpectedValues(const Facts& facts, Findings& findings); // comparisons that never hold
void checkInputs(const Facts& facts, Findings& findings);      // where artifacts come from
void checkNeeds(const Facts& facts, Findings& findings);       // unknown, twice
void checkCircles(const Facts& facts, Findings& findings);     // steps that need each other, branches that lead back
void checkChoices(const Facts& facts, Findings& findings);     // branches
void checkWaysBack(const Facts& facts, Findings& findings);    // edges with a bound, on_failure, on_reject
void checkFans(const Facts& facts, Findings& findings);        // map and wait
void checkReach(const Facts& facts, Findings& findings);       // steps that never run, results that may be missing
void checkCommands(const Facts& facts, Findings& findings);    // what is executed, and its environment
void checkLimits(const Facts& facts, Findings& findings);      // retry, timeout, resources
void checkPaths(const Facts& facts, Findings& findings);       // stay inside the workspace, out of its state
void checkClaims(const Facts& facts, Findings& findings);      // two writers of one path
void checkGates(const Facts& facts, Findings& findings);       // approve, register, promote
void checkSupport(const Facts& facts, Findings& findings);     // what this version does not run

} // namespace penstock::check
