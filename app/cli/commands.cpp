#include "app/cli/commands.h"

#include <QtGlobal>

namespace penstock::cli {

namespace {

constexpr Option trustOption{
    "trust", 0, {}, QT_TRANSLATE_NOOP("Cli", "trust this workspace from now on: it may run programs as you")};
constexpr Option untilBlocked{
    "until-blocked", 0, {}, QT_TRANSLATE_NOOP("Cli", "return with 4 when only a person can go on")};
constexpr Option detached{
    "detach", 'd', {}, QT_TRANSLATE_NOOP("Cli", "return as soon as the run is recorded; print its id")};
constexpr Option waiting{"wait", 0, {}, QT_TRANSLATE_NOOP("Cli", "follow the run to its end")};

} // namespace

std::vector<Command> commands()
{
    return {
        {"init",
         {"[DIR]", 0, 1},
         QT_TRANSLATE_NOOP("Cli", "Make a workspace, or a repository into one."),
         {{"template", 't', "NAME", QT_TRANSLATE_NOOP("Cli", "begin with a template: digits")},
          {"from", 0, "SCRIPT", QT_TRANSLATE_NOOP("Cli", "write a pipeline of one step that runs this script")},
          {"no-trust", 0, {}, QT_TRANSLATE_NOOP("Cli", "write the files, and let nothing run yet")}},
         init},
        {"validate",
         {"[FILE…]", 0, 1000},
         QT_TRANSLATE_NOOP("Cli", "List all that is wrong with pipelines; without FILE, with all of them."),
         {},
         validate},
        {"run",
         {"FILE", 1, 1},
         QT_TRANSLATE_NOOP("Cli", "Run a pipeline and follow it. Ctrl-C cancels the run."),
         {{"parameter", 'p', "NAME=VALUE", QT_TRANSLATE_NOOP("Cli", "set a parameter; may be given more than once")},
          {"jobs", 'j', "N", QT_TRANSLATE_NOOP("Cli", "how many steps of the workspace may run at once")},
          {"from", 0, "STEP", QT_TRANSLATE_NOOP("Cli", "only this step and what comes after it; the rest is reused")},
          {"to", 0, "STEP", QT_TRANSLATE_NOOP("Cli", "only this step and what comes before it")},
          {"reuse", 0, "RUN", QT_TRANSLATE_NOOP("Cli", "reuse what succeeded in this run and would be the same now")},
          {"no-cache", 0, {}, QT_TRANSLATE_NOOP("Cli", "run every step, also where the cache has what it makes")},
          {"simulate", 0, {}, QT_TRANSLATE_NOOP("Cli", "go through the graph without executing anything")},
          detached,
          untilBlocked,
          trustOption},
         run},
        {"runs",
         {"", 0, 0},
         QT_TRANSLATE_NOOP("Cli", "List the runs, newest first."),
         {{"last", 'n', "N", QT_TRANSLATE_NOOP("Cli", "only the last N")}},
         runs},
        {"show",
         {"RUN [STEP]", 1, 2},
         QT_TRANSLATE_NOOP("Cli", "Show one run and its steps; with STEP, one step and what its script logged."),
         {{"metrics", 0, {}, QT_TRANSLATE_NOOP("Cli", "every point that the script of the step logged")},
          {"attempt", 0, "N", QT_TRANSLATE_NOOP("Cli", "of an earlier try; otherwise the last")}},
         show},
        {"logs",
         {"RUN STEP", 2, 2},
         QT_TRANSLATE_NOOP("Cli", "Print what a step printed."),
         {{"follow", 'f', {}, QT_TRANSLATE_NOOP("Cli", "go on until the step has ended")},
          {"attempt", 0, "N", QT_TRANSLATE_NOOP("Cli", "of an earlier try; otherwise the last")}},
         logs},
        {"explain",
         {"RUN [STEP]", 1, 2},
         QT_TRANSLATE_NOOP("Cli", "Say of each step why it ran, was taken from the cache, or waits."),
         {},
         explain},
        {"cancel",
         {"RUN", 1, 1},
         QT_TRANSLATE_NOOP("Cli", "Stop a run. A second time also stops what always runs."),
         {{"reason", 0, "TEXT", QT_TRANSLATE_NOOP("Cli", "recorded with the run")}},
         cancel},
        {"resume",
         {"RUN", 1, 1},
         QT_TRANSLATE_NOOP("Cli", "Run again what has not succeeded, as a new run; or follow one that runs."),
         {detached, untilBlocked, trustOption},
         resume},
        {"approvals",
         {"", 0, 0},
         QT_TRANSLATE_NOOP("Cli", "List what waits for a decision, with its evidence."),
         {},
         approvals},
        {"approve",
         {"REQUEST", 1, 1},
         QT_TRANSLATE_NOOP("Cli", "Approve a request."),
         {{"comment", 'm', "TEXT", QT_TRANSLATE_NOOP("Cli", "recorded with the decision")}, waiting, trustOption},
         approve},
        {"reject",
         {"REQUEST", 1, 1},
         QT_TRANSLATE_NOOP("Cli", "Reject a request."),
         {{"reason", 'm', "TEXT", QT_TRANSLATE_NOOP("Cli", "recorded with the decision")}, waiting},
         reject},
        {"models", {"", 0, 0}, QT_TRANSLATE_NOOP("Cli", "List model versions and where they are."), {}, models},
        {"promote",
         {"LINE VERSION", 2, 2},
         QT_TRANSLATE_NOOP("Cli", "Move a version to a stage by hand."),
         {{"to", 0, "STAGE", QT_TRANSLATE_NOOP("Cli", "production (the default), staging or archived")},
          {"comment", 'm', "TEXT", QT_TRANSLATE_NOOP("Cli", "recorded with the decision")}},
         promote},
        {"audit",
         {"verify|accept-loss", 1, 1},
         QT_TRANSLATE_NOOP("Cli", "Check that no event of the log was changed, removed or inserted; or go on without events "
                                  "that are lost."),
         {{"until", 0, "SEQ", QT_TRANSLATE_NOOP("Cli", "accept-loss: up to which event the log was known")},
          {"comment", 'm', "TEXT", QT_TRANSLATE_NOOP("Cli", "recorded with the decision")}},
         audit},
        {"serve",
         {"", 0, 0},
         QT_TRANSLATE_NOOP("Cli", "Be the owner: run the engine of the workspace. Other commands start it themselves."),
         {{"until-idle", 0, {}, QT_TRANSLATE_NOOP("Cli", "leave when there is nothing to do")},
          {"slots", 0, "N", QT_TRANSLATE_NOOP("Cli", "how many steps may run at once; otherwise one per processor")},
          trustOption},
         serve},
        {"schema",
         {"", 0, 0},
         QT_TRANSLATE_NOOP("Cli", "Print the JSON Schema of pipeline files, for editors."),
         {},
         schema},
        {"doctor",
         {"", 0, 0},
         QT_TRANSLATE_NOOP("Cli", "Check what Penstock needs here, and say how to mend it."),
         {},
         doctor},
        {"studio", {"", 0, 0}, QT_TRANSLATE_NOOP("Cli", "Open the workspace in Studio."), {}, studio},
    };
}

} // namespace penstock::cli
