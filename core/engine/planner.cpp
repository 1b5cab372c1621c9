#include "core/engine/planner.h"

#include "core/base/ids.h"
#include "core/engine/status_calls.h"
#include "core/engine/step_references.h"
#include "core/expression/template_text.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace penstock::engine {

namespace {

using pipeline::Kind;

Error invalid(std::string id, const pipeline::Step& step, std::string argument = {}, std::string value = {})
{
    Message message{std::move(id), {{"step", step.name}}};
    if (!argument.empty())
        message.arguments.emplace_back(std::move(argument), std::move(value));
    return {ErrorCode::invalid, std::move(message), {}};
}

std::size_t failureBranch(const pipeline::Step& step)
{
    const auto* choose = std::get_if<pipeline::Choose>(&step.body);
    return choose ? choose->branches.size() : 0;
}

constexpr std::size_t deepest = 16; // sub-pipelines in each other

void sortUnique(std::vector<std::size_t>& indexes)
{
    std::ranges::sort(indexes);
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
}

} // namespace

Planner::Planner(pipeline::Pipeline pipeline, const Library* library, Plans& plans, std::vector<std::string>& open)
    : m_library(library)
    , m_plans(plans)
    , m_open(open)
{
    m_plan.m_pipeline = std::move(pipeline);
}

Result<Plan> Planner::make()
{
    if (const auto named = nameSteps(); !named)
        return named.error();
    const std::size_t count = m_plan.m_steps.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (const auto done = planStep(i); !done)
            return done.error();
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (const auto done = addRoutes(i); !done)
            return done.error();
    }
    invertEdges();
    if (const auto sorted = sortSteps(); !sorted)
        return sorted.error();
    if (const auto closed = closeLoops(); !closed)
        return closed.error();
    giveLanes();
    collectLines();
    findEvidence();
    return std::move(m_plan);
}

Result<void> Planner::nameSteps()
{
    m_plan.m_steps.resize(m_plan.m_pipeline.steps.size());
    for (std::size_t i = 0; i < m_plan.m_steps.size(); ++i) {
        planned(i).step = i;
        if (!m_plan.m_byName.emplace(step(i).name, i).second)
            return invalid("engine.duplicate_step", step(i));
    }
    return {};
}

Result<void> Planner::planStep(std::size_t index)
{
    if (!step(index).enabled)
        return {};
    if (const auto read = readMapAndWait(index); !read)
        return read;
    if (const auto planned = planSub(index); !planned)
        return planned;
    if (const auto parsed = parseConditions(index); !parsed)
        return parsed;
    if (const auto collected = collectNeeds(index); !collected)
        return collected;
    const auto claimed = collectClaims(index);
    return claimed ? collectReads(index) : claimed;
}

Result<void> Planner::readMapAndWait(std::size_t index)
{
    const auto place = [&](Error error) {
        error.message.arguments.emplace_back("step", step(index).name);
        return error;
    };
    if (!step(index).map.is_null()) {
        auto map = pipeline::readMap(step(index).map);
        if (!map)
            return place(map.error());
        planned(index).map = std::move(*map);
    }
    if (const auto* wait = std::get_if<pipeline::Wait>(&step(index).body)) {
        auto read = pipeline::readWait(wait->what);
        if (!read)
            return place(read.error());
        planned(index).wait = std::move(*read);
    }
    return {};
}

Result<void> Planner::planSub(std::size_t index)
{
    const auto* sub = std::get_if<pipeline::SubPipeline>(&step(index).body);
    if (!sub || !m_library)
        return {};
    const std::string file = normalisedPath(sub->file);
    if (const auto known = m_plans.find(file); known != m_plans.end()) {
        planned(index).sub = known->second;
        return {};
    }
    const auto document = m_library->find(file);
    if (document == m_library->end())
        return Error{ErrorCode::notFound, {"engine.pipeline_missing", {{"step", step(index).name}, {"file", sub->file}}}, {}};
    if (m_open.size() >= deepest || std::ranges::find(m_open, file) != m_open.end())
        return invalid("engine.pipeline_opens_itself", step(index), "file", sub->file);
    m_open.push_back(file);
    auto plan = Planner(document->second, m_library, m_plans, m_open).make();
    m_open.pop_back();
    if (!plan)
        return plan.error();
    planned(index).sub = m_plans.emplace(file, std::make_shared<const Plan>(std::move(*plan))).first->second;
    return {};
}

Result<void> Planner::parseConditions(std::size_t index)
{
    if (!step(index).condition.empty()) {
        auto condition = expression::parseCondition(step(index).condition);
        if (!condition)
            return condition.error();
        const StatusCalls calls = statusCallsOf(*condition);
        planned(index).runsAlways = calls.always;
        planned(index).runsOnFailure = calls.always || calls.failure;
        planned(index).condition = std::move(*condition);
    }
    const auto* choose = std::get_if<pipeline::Choose>(&step(index).body);
    if (!choose)
        return {};
    for (const pipeline::Branch& branch : choose->branches) {
        if (branch.condition.empty()) {
            planned(index).branches.emplace_back();
            continue;
        }
        auto condition = expression::parseCondition(branch.condition);
        if (!condition)
            return condition.error();
        planned(index).branches.emplace_back(std::move(*condition));
    }
    return {};
}

Result<void> Planner::collectNeeds(std::size_t index)
{
    std::set<std::size_t> required, tolerated;
    for (const std::string& name : step(index).needs) {
        const auto need = stepNamed(name, index);
        if (!need)
            return need.error();
        required.insert(*need);
    }
    const auto references = referencesOf(m_plan.m_pipeline, step(index));
    if (!references)
        return references.error();
    for (const expression::Reference& reference : *references) {
        if (reference.root != expression::Root::steps && reference.root != expression::Root::previous)
            continue;
        const auto need = stepNamed(std::string(reference.nameAt(0)), index);
        if (!need)
            return need.error();
        if (reference.root == expression::Root::previous)
            continue;
        (reference.insideDefault ? tolerated : required).insert(*need);
    }
    for (const std::size_t need : tolerated) {
        if (!required.contains(need))
            planned(index).tolerated.push_back(need);
    }
    required.merge(tolerated);
    planned(index).needs.assign(required.begin(), required.end());
    return {};
}

Result<void> Planner::collectClaims(std::size_t index)
{
    const auto* command = std::get_if<pipeline::Command>(&step(index).body);
    if (!command)
        return {};
    std::set<std::string> claims;
    const auto claim = [&](const std::string& path) -> Result<void> {
        std::string normal = normalisedPath(path);
        if (normal.empty())
            return invalid("engine.path_outside", step(index), "path", path);
        claims.insert(std::move(normal));
        return {};
    };
    for (const auto& [name, output] : command->outputs) {
        if (const auto claimed = output.path.empty() ? Result<void>() : claim(output.path); !claimed)
            return claimed;
    }
    for (const std::string& report : command->reports) {
        if (const auto claimed = claim(report); !claimed)
            return claimed;
    }
    if (const auto claimed = command->metrics.empty() ? Result<void>() : claim(command->metrics); !claimed)
        return claimed;
    planned(index).claims.assign(claims.begin(), claims.end());
    planned(index).slots = std::max(1, static_cast<int>(std::ceil(std::min(command->resources.cpu, 1e6))));
    planned(index).memory = command->resources.memory;
    planned(index).gpus = std::max(0, command->resources.gpu);
    planned(index).pool = command->pool;
    planned(index).priority = command->priority;
    return {};
}

Result<void> Planner::collectReads(std::size_t index)
{
    const auto* command = std::get_if<pipeline::Command>(&step(index).body);
    if (!command)
        return {};
    std::set<ReadPath> reads;
    const auto add = [&](const expression::Reference& reference) {
        const auto producer = m_plan.find(std::string(reference.nameAt(0)));
        const auto* made = producer ? std::get_if<pipeline::Command>(&step(*producer).body) : nullptr;
        if (reference.root != expression::Root::steps || !made)
            return;
        for (const auto& [name, output] : made->outputs) {
            const auto wanted = reference.nameAt(2); // empty: which one is known when it runs
            if (!output.path.empty() && (wanted.empty() || wanted == name))
                reads.insert({normalisedPath(output.path), *producer});
        }
    };
    for (const auto& [name, input] : command->inputs) {
        const auto source = input.isFile ? Result<expression::Template>(Error{}) : expression::Template::parse(input.source);
        if (source)
            std::ranges::for_each(source->references(), add);
    }
    planned(index).reads.assign(reads.begin(), reads.end());
    return {};
}

Result<void> Planner::addRoutes(std::size_t index)
{
    if (!step(index).enabled)
        return {};
    const std::size_t failure = failureBranch(step(index));
    planned(index).waysBack.assign(failure + 1, none);
    if (const auto* choose = std::get_if<pipeline::Choose>(&step(index).body)) {
        for (std::size_t i = 0; i < choose->branches.size(); ++i) {
            if (const auto added = addRoute(index, i, choose->branches[i].target, choose->branches[i].atMost); !added)
                return added;
        }
    }
    if (const auto& routed = step(index).onFailure) {
        if (const auto added = addRoute(index, failure, routed->target, routed->atMost); !added)
            return added;
        planned(index).onFailure = m_plan.find(routed->target);
    }
    const auto* approve = std::get_if<pipeline::Approve>(&step(index).body);
    return approve && !approve->onReject.empty() ? addRoute(index, 0, approve->onReject, std::nullopt) : Result<void>();
}

// Only an edge with a bound may lead back, so the graph without these has to be free of circles.
Result<void> Planner::addRoute(std::size_t from, std::size_t branch, const std::string& target, std::optional<int> atMost)
{
    const auto to = stepNamed(target, from);
    if (!to)
        return to.error();
    if (atMost)
        m_back.push_back({from, *to, branch, *atMost});
    else
        planned(*to).routedBy.push_back(from);
    return {};
}

void Planner::invertEdges()
{
    for (std::size_t i = 0; i < m_plan.m_steps.size(); ++i) {
        sortUnique(planned(i).routedBy);
        std::vector<std::size_t> before = planned(i).needs;
        before.insert(before.end(), planned(i).routedBy.begin(), planned(i).routedBy.end());
        sortUnique(before);
        planned(i).waitsFor = before.size();
        for (const std::size_t each : before)
            planned(each).neededBy.push_back(i);
    }
}

void Planner::giveLanes()
{
    using Demand = std::tuple<std::vector<std::string>, std::vector<ReadPath>, std::uint64_t, int, std::string>;
    std::map<Demand, int> lanes{{{}, 0}};
    for (PlannedStep& each : m_plan.m_steps)
        each.lane = lanes.try_emplace({each.claims, each.reads, each.memory, each.gpus, each.pool}, static_cast<int>(lanes.size())).first->second;
    m_plan.m_lanes = static_cast<int>(lanes.size());
}

// Kahn's algorithm; steps of the same depth stay in the order of the file.
Result<void> Planner::sortSteps()
{
    std::vector<std::size_t> open(m_plan.m_steps.size());
    auto& order = m_plan.m_order;
    for (std::size_t i = 0; i < open.size(); ++i) {
        open[i] = planned(i).waitsFor;
        if (open[i] == 0)
            order.push_back(i);
    }
    for (std::size_t next = 0; next < order.size(); ++next) {
        for (const std::size_t after : planned(order[next]).neededBy) {
            if (--open[after] == 0)
                order.push_back(after);
        }
    }
    if (order.size() == open.size())
        return {};
    const auto stuck = std::ranges::find_if(open, [](std::size_t count) { return count != 0; });
    return invalid("engine.cycle", step(static_cast<std::size_t>(stuck - open.begin())));
}

void Planner::collectLines()
{
    std::set<std::string> lines;
    for (const pipeline::Step& each : m_plan.m_pipeline.steps) {
        if (const auto* record = std::get_if<pipeline::Register>(&each.body); record && each.enabled)
            lines.insert(ModelLine{record->model, record->major}.text());
    }
    for (const PlannedStep& each : m_plan.m_steps) {
        if (each.sub)
            lines.insert(each.sub->lines().begin(), each.sub->lines().end());
    }
    m_plan.m_lines.assign(lines.begin(), lines.end());
}

// "Nearest" is one that the step itself refers to, else the last one in the order of the graph: what was made last before
// the question.
void Planner::findEvidence()
{
    std::vector<std::size_t> rank(m_plan.m_steps.size());
    for (std::size_t place = 0; place < m_plan.m_order.size(); ++place)
        rank[m_plan.m_order[place]] = place;
    for (std::size_t i = 0; i < m_plan.m_steps.size(); ++i) {
        const bool asks = step(i).kind() == Kind::approve;
        if (!asks && step(i).kind() != Kind::promote)
            continue;
        auto& found = asks ? planned(i).candidate : planned(i).approval;
        const auto nearness = [&](std::size_t before) {
            return std::pair(std::ranges::binary_search(planned(i).needs, before), rank[before]);
        };
        for (const std::size_t before : ancestorsOf(i)) {
            const bool wanted = step(before).kind() == (asks ? Kind::register_ : Kind::approve);
            if (wanted && (!found || nearness(*found) < nearness(before)))
                found = before;
        }
    }
}

std::set<std::size_t> Planner::ancestorsOf(std::size_t index) const
{
    std::set<std::size_t> seen;
    std::vector<std::size_t> open{index};
    while (!open.empty()) {
        const PlannedStep& at = m_plan.m_steps[open.back()];
        open.pop_back();
        for (const auto* edges : {&at.needs, &at.routedBy}) {
            for (const std::size_t before : *edges) {
                if (seen.insert(before).second)
                    open.push_back(before);
            }
        }
    }
    return seen;
}

Result<std::size_t> Planner::stepNamed(const std::string& name, std::size_t usedBy) const
{
    if (const auto found = m_plan.find(name))
        return *found;
    return invalid("engine.unknown_step", step(usedBy), "name", name);
}

} // namespace penstock::engine
