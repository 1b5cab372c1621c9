#include "core/check/rules.h"

#include "core/pipeline/map.h"
#include "core/pipeline/wait.h"

namespace penstock::check {

namespace {

void report(const std::string& path, const Error& error, Findings& findings)
{
    findings.error(error.detail.empty() ? path : path + '.' + error.detail, error.message);
}

// Items would take turns at one path, and only the last one's content would stay there.
void checkPaths(const pipeline::Command& command, const std::string& path, Findings& findings)
{
    for (const auto& [name, output] : command.outputs) {
        if (!output.path.empty())
            findings.error(path + ".outputs." + name, {"check.mapped_path", {{"output", name}}}, write(name + ": {kind: file}"));
    }
}

bool isBestKnown(const pipeline::Step& step, const pipeline::Map& map)
{
    const auto* command = std::get_if<pipeline::Command>(&step.body);
    return !command || !command->metrics.empty() || !command->values.empty() || !map.best;
}

} // namespace

void checkFans(const Facts& facts, Findings& findings)
{
    for (std::size_t i = 0; i < facts.pipeline().steps.size(); ++i) {
        const pipeline::Step& step = facts.step(i);
        if (const auto* wait = std::get_if<pipeline::Wait>(&step.body)) {
            if (const auto read = pipeline::readWait(wait->what); !read)
                report(facts.path(i) + ".wait", read.error(), findings);
        }
        if (step.map.is_null())
            continue;
        const auto map = pipeline::readMap(step.map);
        if (!map)
            report(facts.path(i) + ".map", map.error(), findings);
        else if (!isBestKnown(step, *map))
            findings.warning(facts.path(i) + ".map.best", {"check.best_without_metrics", {{"step", step.name}}}, add("metrics: build/metrics.json"));
        if (const auto* command = std::get_if<pipeline::Command>(&step.body))
            checkPaths(*command, facts.path(i), findings);
    }
}

} // namespace penstock::check
