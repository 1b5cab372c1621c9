#include "core/engine/resume.h"

#include "core/engine/approval.h"
#include "core/engine/step_references.h"

#include <algorithm>

namespace penstock::engine {

namespace {

const Run* runNamed(const WorkspaceState& state, const std::string& text)
{
    const auto id = text.empty() ? std::nullopt : RunId::parse(text);
    return id ? state.run(*id) : nullptr;
}

class Reuse final {
public:
    Reuse(Cascade& cascade, const Run& run, const Run& before, std::size_t scope)
        : m_cascade(cascade)
        , m_run(run)
        , m_before(before)
        , m_scope(run.scopes[scope])
        , m_scopePlace(scope)
    {
        const auto there = before.scopeAt.find(m_scope.path);
        m_scopeBefore = there == before.scopeAt.end() ? nullptr : &before.scopes[there->second];
        m_isSame = m_scopeBefore && m_scopeBefore->parameters == m_scope.parameters
                   && m_scopeBefore->plan->pipeline() == m_scope.plan->pipeline();
    }

    void carryOver()
    {
        if (!m_scopeBefore)
            return;
        for (const std::size_t step : m_scope.plan->order()) {
            if (const Instance* there = successOf(step); there && mayReuse(step) && stillStands(step))
                carryOver(newest(step), *there);
        }
    }

    void carryOverItem(const Instance& item)
    {
        const Instance* there = m_scopeBefore ? m_before.find(item.id) : nullptr;
        if (!there || there->state != InstanceState::succeeded || !mayReuse(item.step) || !isSameStep(*there, item.step))
            return;
        if (m_before.itemOf(*there) == m_run.itemOf(item))
            carryOver(item, *there);
    }

private:
    const Instance& newest(std::size_t step) const { return m_run.instances[m_scope.newest(step)]; }

    bool isSameStep(const Instance& there, std::size_t step) const
    {
        const pipeline::Step& document = m_scope.plan->step(step);
        return document.enabled && m_before.step(there) == document;
    }

    const Instance* successOf(std::size_t step) const
    {
        const PlannedStep& planned = m_scope.plan->steps()[step];
        const Instance* there = m_before.newest(m_scope.path + m_scope.plan->step(step).name);
        if (planned.map || planned.sub || !there || there->state != InstanceState::succeeded || !isSameStep(*there, step))
            return nullptr;
        const bool ledBack = there->branch >= 0 && planned.waysBack[static_cast<std::size_t>(there->branch)] != none;
        return ledBack ? nullptr : there;
    }

    // In a run of other documents or parameters, only what cannot have come out differently.
    bool mayReuse(std::size_t step) const
    {
        if (m_scopePlace == 0 && !m_run.fresh.empty())
            return !m_run.fresh[step];
        if (m_isSame)
            return true;
        const PlannedStep& planned = m_scope.plan->steps()[step];
        const auto isReused = [&](std::size_t need) { return newest(need).reused; };
        return std::ranges::all_of(planned.needs, isReused) && haveSameParameters(step);
    }

    bool haveSameParameters(std::size_t step) const
    {
        const auto references = referencesOf(m_scope.plan->pipeline(), m_scope.plan->step(step));
        if (!references || m_scopeBefore->plan->pipeline().defaults != m_scope.plan->pipeline().defaults)
            return false;
        return std::ranges::all_of(parametersUsed(m_scope.plan->pipeline(), *references), [&](const std::string& name) {
            return memberAt(m_scopeBefore->parameters, name.c_str()) == memberAt(m_scope.parameters, name.c_str());
        });
    }

    bool stillStands(std::size_t index) const
    {
        const PlannedStep& step = m_scope.plan->steps()[index];
        if (step.runsOnFailure)
            return std::ranges::all_of(step.needs, [&](std::size_t need) { return newest(need).reused; });
        if (m_scope.plan->step(index).kind() == pipeline::Kind::approve)
            return isSpent(index) || isSameQuestion(newest(index));
        return true;
    }

    // Everything that the approval allowed has been done.
    bool isSpent(std::size_t approval) const
    {
        return std::ranges::all_of(m_scope.plan->steps(),
                                   [&](const PlannedStep& step) { return step.approval != approval || successOf(step.step); });
    }

    bool isSameQuestion(const Instance& instance) const
    {
        const Instance& there = *m_before.newest(instance.id.step);
        const Origin origin = originOf(m_cascade.state(), m_before, there);
        const auto request = m_cascade.state().requests.find(currentRequest(*origin.run, *origin.instance));
        const auto subject = requestSubject(m_cascade.state(), m_run, instance);
        return request != m_cascade.state().requests.end() && subject && subjectDigest(*subject) == request->second.digest;
    }

    void carryOver(const Instance& instance, const Instance& there)
    {
        if (there.branch >= 0) {
            const auto& choose = std::get<pipeline::Choose>(m_run.step(instance).body);
            const auto branch = static_cast<std::size_t>(there.branch);
            m_cascade.record(BranchTaken{m_run.id, instance.id, there.branch, choose.branches[branch].target});
        }
        InstanceEnded ended;
        ended.why = {"engine.reused", {{"run", originOf(m_cascade.state(), m_before, there).run->id.text()}}};
        ended.outputs = there.outputs;
        ended.values = there.values;
        ended.metrics = there.metrics;
        m_cascade.end(m_run, instance, std::move(ended));
    }

    Cascade& m_cascade;
    const Run& m_run;
    const Run& m_before;
    const Scope& m_scope;
    std::size_t m_scopePlace;
    const Scope* m_scopeBefore = nullptr; // the same place in the run before
    bool m_isSame = false;
};

} // namespace

Result<void> mayResume(const WorkspaceState& state, const RunCreated& run)
{
    if (run.resumedFrom.empty())
        return {};
    const Run* before = runNamed(state, run.resumedFrom);
    if (!before)
        return Error{ErrorCode::notFound, {"engine.run_unknown", {{"run", run.resumedFrom}}}, {}};
    if (!isEnd(before->state))
        return Error{ErrorCode::conflict, {"engine.run_not_ended", {{"run", run.resumedFrom}}}, {}};
    if (before->isRemoved())
        return Error{ErrorCode::conflict, {"engine.run_removed", {{"run", run.resumedFrom}, {"at", formatInstant(before->removedAt)}}}, {}};
    return {};
}

void reuseSuccesses(Cascade& cascade, const Run& run, std::size_t scope)
{
    if (const Run* before = runNamed(cascade.state(), run.resumedFrom); before && !run.simulated)
        Reuse(cascade, run, *before, scope).carryOver();
}

void reuseSuccess(Cascade& cascade, const Run& run, const Instance& item)
{
    if (const Run* before = runNamed(cascade.state(), run.resumedFrom); before && !run.simulated)
        Reuse(cascade, run, *before, item.scope).carryOverItem(item);
}

Origin originOf(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    Origin origin{&run, &instance};
    while (origin.instance->reused) {
        const Run* before = runNamed(state, origin.run->resumedFrom);
        // What had several iterations there was carried over from the newest one.
        const InstanceId& id = instance.id;
        const Instance* there = before ? (id.index < 0 ? before->newest(id.step) : before->find(id)) : nullptr;
        // Retention may have removed the run that did the work; what it made was carried over, its record is gone.
        if (!there)
            break;
        origin = {before, there};
    }
    return origin;
}

} // namespace penstock::engine
