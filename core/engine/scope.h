// What the expressions of a step can see: the values of its run, as they are now.
#pragma once

#include "core/engine/command_line.h"
#include "core/expression/scope.h"

namespace penstock::engine {

// A value view over state that must outlive it. An output that is an artifact has the value {digest, shape, size, step,
// output}. What an instance that did not end well would have made is notFound, so that default() can stand in for it.
class RunScope final : public expression::Scope {
public:
    // Without `places`, inputs.* and outputs.* have no value: only a command that is about to run has them.
    RunScope(const WorkspaceState& state, const Run& run, const Instance& self, const Places* places = nullptr);

    Result<expression::Value> lookup(const expression::Reference& path) const override;
    Result<bool> status(expression::Status which) const override;

private:
    const Instance* stepNamed(const std::string& name) const;
    Result<expression::Value> ofStep(const expression::Reference& path) const;
    Result<expression::Value> ofPrevious(const expression::Reference& path) const;
    Result<expression::Value> ofInstance(const expression::Reference& path, const Instance& instance) const;
    Result<expression::Value> ofItem(const expression::Reference& path) const;
    Result<expression::Value> ofProduction(const expression::Reference& path) const;
    Result<expression::Value> ofRun(const expression::Reference& path) const;
    Result<expression::Value> place(const expression::Reference& path) const;

    const WorkspaceState& m_state;
    const Run& m_run;
    const Instance& m_self;
    const Places* m_places;
};

// The artifact that such a value stands for.
struct ArtifactValue {
    ArtifactRef artifact;
    std::string step, output; // which instance made it, as text
};
std::optional<ArtifactValue> artifactOf(const expression::Value& value);

// steps.NAME.outputs of an instance: values, and artifacts under the names of the outputs.
Json outputsOf(const Instance& instance);

// The model lines that the pipeline of an instance registers; those of the whole run for a sub-pipeline that registers none.
const std::vector<std::string>& linesOf(const Run& run, const Instance& instance);

// What is in Production of a line, {"exists": false} when nothing is or the line is not known.
Json productionFacts(const WorkspaceState& state, const std::string& line);

} // namespace penstock::engine
