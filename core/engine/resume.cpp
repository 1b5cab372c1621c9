#include "core/engine/resume.h"

#include "core/engine/approval.h"

#include <algorithm>

namespace penstock::engine {

namespace {

class Reuse final {
public:
    Reuse(Cascade& cascade, const Run& run, const Run& before)
        : m_cascade(cascade)
        , m_run(run)
        , m_before(before)
    {}

    void carryOver()
    {
        for (const std::size_t index : m_run.plan->order()) {
            if (const Instance* there = successOf(index); there && stillStands(index))
                carryOver(newest(index), *there);
        }
    }

private:
    const Instance& newest(std::size_t step) const { return m_run.instances[m_run.scopes.front().newest(step)]; }

    const Instance* successOf(std::size_t index) const
    {
        const pipeline::Step& step = m_run.step(newest(index));
        const Instance* there = m_before.newest(step.name);
        const bool same = there && step.enabled && m_before.step(*there) == step;
        return same && there->state == InstanceState::succeeded ? there : nullptr;
    }

    bool stillStands(std::size_t index) const
    {
        const PlannedStep& step = m_run.planned(newest(index));
        if (step.runsOnFailure)
            return std::ranges::all_of(step.needs, [&](std::size_t need) { return newest(need).reused; });
        if (m_run.step(newest(index)).kind() == pipeline::Kind::approve)
            return isSpent(index) || isSameQuestion(newest(index));
        return true;
    }

    // Everything that the approval allowed has been done.
    bool isSpent(std::size_t approval) const
    {
        return std::ranges::all_of(m_run.plan->steps(),
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
};

} // namespace

Result<void> mayResume(const WorkspaceState& state, const RunCreated& run)
{
    if (run.resumedFrom.empty())
        return {};
    const auto id = RunId::parse(run.resumedFrom);
    const Run* before = id ? state.run(*id) : nullptr;
    if (!before)
        return Error{ErrorCode::notFound, {"engine.run_unknown", {{"run", run.resumedFrom}}}, {}};
    if (!isEnd(before->state))
        return Error{ErrorCode::conflict, {"engine.run_not_ended", {{"run", run.resumedFrom}}}, {}};
    if (before->parameters != run.parameters)
        return Error{ErrorCode::invalid, {"engine.resume_parameters", {{"run", run.resumedFrom}}}, {}};
    return {};
}

void reuseSuccesses(Cascade& cascade, const Run& run)
{
    const auto id = RunId::parse(run.resumedFrom);
    const Run* before = id ? cascade.state().run(*id) : nullptr;
    if (before)
        Reuse(cascade, run, *before).carryOver();
}

Origin originOf(const WorkspaceState& state, const Run& run, const Instance& instance)
{
    Origin origin{&run, &instance};
    while (origin.instance->reused) {
        const auto id = RunId::parse(origin.run->resumedFrom);
        const Run* before = id ? state.run(*id) : nullptr;
        const Instance* there = before ? before->newest(instance.id.step) : nullptr;
        // Retention may have removed the run that did the work; what it made was carried over, its record is gone.
        if (!there)
            break;
        origin = {before, there};
    }
    return origin;
}

} // namespace penstock::engine
