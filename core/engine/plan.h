// A pipeline made ready to run: references turned into needs, expressions parsed once. Immutable, shared between threads.
#pragma once

#include "core/expression/expression.h"
#include "core/pipeline/document.h"
#include "core/pipeline/map.h"
#include "core/pipeline/wait.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace penstock::engine {

// Where a step finds an input that another one made at a path of its own; who reads other content there is in its way.
struct ReadPath {
    std::string path;         // normalised
    std::size_t producer = 0; // the step that made it

    auto operator<=>(const ReadPath&) const = default;
};

inline constexpr std::size_t none = static_cast<std::size_t>(-1); // no index

class Plan;

// An edge to an earlier step. Taking it gives the target and everything after it a new iteration.
struct WayBack {
    std::size_t from = 0, to = 0;
    int atMost = 0;                  // so often in one execution of its pipeline
    std::vector<std::size_t> region; // the target and everything after it, sorted
    std::vector<std::size_t> body;   // of these, what lies on a way from the target to `from`, sorted
    std::vector<std::size_t> resets; // ways back whose body lies strictly inside this one: they count anew
};

struct PlannedStep {
    std::size_t step = 0;               // index in pipeline.steps
    std::vector<std::size_t> needs;     // declared and by reference, sorted, unique
    std::vector<std::size_t> tolerated; // of these, the ones that stand in default() only: they may end without an output
    std::vector<std::size_t> routedBy;  // choices (or on_reject) of which this is a target: one of their edges must be taken
    std::vector<std::size_t> neededBy;  // steps that need this one or are its targets, sorted, unique
    std::size_t waitsFor = 0;           // how many distinct steps must have ended before this one is decided
    std::vector<std::string> claims;    // declared paths of outputs and metrics, normalised
    std::vector<ReadPath> reads;        // declared paths of the outputs that are its inputs, sorted, unique
    int lane = 0;                       // steps with equal claims, reads and demands share a lane: what blocks one blocks all; 0: none
    std::optional<expression::Expression> condition;
    std::vector<std::optional<expression::Expression>> branches; // of a choice; empty: else
    int slots = 1;
    std::uint64_t memory = 0; // bytes; 0: not said
    int gpus = 0;
    std::string pool;
    int priority = 0;
    bool runsOnFailure = false; // its condition asks failure() or always()
    bool runsAlways = false;
    std::vector<std::size_t> waysBack; // by branch (after those of a choice comes on_failure): index into waysBack(), or none
    bool inLoop = false;               // in the body of a way back
    std::optional<std::size_t> onFailure; // the step that on_failure leads to
    std::optional<pipeline::Map> map;
    std::optional<pipeline::WaitFor> wait;
    std::shared_ptr<const Plan> sub; // of a sub-pipeline
    std::optional<std::size_t> candidate; // of an approval: the nearest register step before it
    std::optional<std::size_t> approval;  // of a promotion: the nearest approval before it
};

// The sub-pipelines that a document may open, by the normalised path of their file.
using Library = std::map<std::string, pipeline::Pipeline>;

// Errors: those of pipelineFromJson().
Result<Library> libraryFrom(const std::map<std::string, Json>& pipelines);

class Plan {
public:
    // Errors: invalid when the document has problems that core/check reports (cycles, unknown steps, bad expressions,
    // a pipeline that opens itself); notFound for a sub-pipeline that is not in the library; unsupported for what this
    // version does not run. A disabled step needs nothing and is not looked into.
    static Result<Plan> make(pipeline::Pipeline pipeline, const Library& library = {});
    // The same, without looking into sub-pipelines: to be drawn, not to be run.
    static Result<Plan> outline(pipeline::Pipeline pipeline);

    const pipeline::Pipeline& pipeline() const { return m_pipeline; }
    const std::vector<PlannedStep>& steps() const { return m_steps; }
    const pipeline::Step& step(std::size_t index) const { return m_pipeline.steps[index]; }
    std::optional<std::size_t> find(const std::string& name) const;
    const std::vector<std::size_t>& order() const { return m_order; } // every step after all it waits for
    std::vector<bool> upTo(const std::vector<std::string>& names) const;  // by step: one of these, or before one
    std::vector<bool> after(const std::vector<std::string>& names) const; // by step: one of these, or after one
    const std::vector<WayBack>& waysBack() const { return m_waysBack; }
    int lanes() const { return m_lanes; } // how many, the one of steps that claim and read nothing included
    const std::vector<std::string>& lines() const { return m_lines; } // model lines that it registers: "digits v1"

private:
    friend class Planner;

    pipeline::Pipeline m_pipeline;
    std::vector<PlannedStep> m_steps;
    std::map<std::string, std::size_t> m_byName;
    std::vector<std::size_t> m_order;
    std::vector<WayBack> m_waysBack;
    int m_lanes = 1;
    std::vector<std::string> m_lines; // sorted
};

// "./a//b/../c" -> "a/c"; empty for what leaves the workspace, is absolute or is the workspace itself.
std::string normalisedPath(const std::string& path);

} // namespace penstock::engine
