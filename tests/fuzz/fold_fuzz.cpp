// Facts that are well formed, but in any order and about anything: folding is total, and what is written folds to the same.
// The first eight bytes choose a pipeline with every construct, each four that follow choose one fact.
#include "core/engine/decide.h"
#include "core/engine/event_json.h"
#include "core/pipeline/document_json.h"
#include "tests/core/engine/story.h"
#include "tests/fuzz/target.h"
#include "tests/simulation/random_pipeline.h"

#include <string>
#include <vector>

namespace penstock::engine {

namespace {

using fuzz::must;

class Facts final {
public:
    Facts(const std::uint8_t* data, std::size_t size)
        : m_data(data)
        , m_left(size)
    {
        std::uint64_t seed = 0;
        for (int i = 0; i < 8; ++i)
            seed = seed << 8U | byte();
        simulation::Dice dice(seed);
        const simulation::RandomPipelines made = simulation::randomPipelines(dice);
        m_created.run = {"p", 1};
        m_created.pipeline = pipeline::toJson(made.outer);
        for (const auto& [file, inner] : made.inner)
            m_created.pipelines[file] = pipeline::toJson(inner);
        m_created.parameters = {{"go", true}};
        for (const pipeline::Step& step : made.outer.steps)
            m_steps.push_back(step.name);
        for (const auto& [file, inner] : made.inner) {
            for (const pipeline::Step& step : inner.steps)
                m_steps.push_back(made.outer.steps.front().name + '/' + step.name);
        }
    }

    bool hasMore() const { return m_left > 0; }
    const RunCreated& created() const { return m_created; }
    Event next()
    {
        const int what = byte() % 18;
        const InstanceId instance = anyInstance();
        const int number = byte();
        const RunId run{"p", number == 255 ? 2U : 1U};
        const AttemptId attempt{run, instance, 1 + number % 3};
        const RequestId request{run, instance, 1 + number % 2};
        switch (what) {
        case 0: return RunCancelRequested{run, "why"};
        case 1: return RunEnded{run, number % 2 ? RunState::failed : RunState::succeeded};
        case 2: return InstanceReady{run, instance};
        case 3: return InstanceStarted{run, instance};
        case 4: return InstanceEnded{run, instance, anyEnd(number), {}, {}, {{"n", number}}, Json::object()};
        case 5: return AttemptPlanned{attempt, {number % 3}, {"data/" + std::to_string(number % 2)}};
        case 6: return AttemptStarted{attempt, number};
        case 7: return AttemptEnded{attempt, {number % 3 ? OutcomeKind::succeeded : OutcomeKind::exited, number, 0, {}}, {}, {{"n", number}}};
        case 8: return RetryScheduled{attempt, Instant(Duration(number))};
        case 9: return BranchTaken{run, instance, number - 2, "somewhere"};
        case 10: return ApprovalRequested{request, {}, Json::object(), {"lead"}, number % 2 ? std::optional(Instant(Duration(number))) : std::nullopt};
        case 11: return ApprovalWithdrawn{request, {}};
        case 12: return ApprovalDecided{request, number % 2 ? Verdict::approved : Verdict::rejected, {}, "ann", ""};
        case 13: return ProductionChanged{"m v1", {{"exists", number % 2 == 1}}};
        case 14: return IterationBegan{run, instance};
        case 15: return MapOpened{run, instance, number % 5 ? Json(std::vector<int>(static_cast<std::size_t>(number % 5), 1)) : Json("none")};
        case 16: return PipelineOpened{run, instance, {{"go", true}}};
        default: return WaitBegan{run, instance, number % 2 ? std::optional(Instant(Duration(number))) : std::nullopt, {}};
        }
    }

private:
    std::uint8_t byte()
    {
        if (m_left == 0)
            return 0;
        --m_left;
        return *m_data++;
    }
    InstanceId anyInstance()
    {
        const int which = byte(), round = byte();
        std::string step = m_steps[static_cast<std::size_t>(which) % m_steps.size()];
        if (round >= 128)
            step = m_steps[static_cast<std::size_t>(round) % m_steps.size()] + '/' + step;
        return {step, 1 + round % 3, round % 7 - 1};
    }
    static InstanceState anyEnd(int number)
    {
        static const std::vector<InstanceState> ends{InstanceState::succeeded, InstanceState::succeeded, InstanceState::failed, InstanceState::lost,
                                                     InstanceState::skipped, InstanceState::cancelled, InstanceState::rejected};
        return ends[static_cast<std::size_t>(number) % ends.size()];
    }

    const std::uint8_t* m_data;
    std::size_t m_left;
    RunCreated m_created;
    std::vector<std::string> m_steps;
};

// What is left to do can be said of every state.
void checkState(const WorkspaceState& state)
{
    (void)pendingEffects(state);
    (void)isIdle(state);
    (void)nextTimer(state);
}

} // namespace

} // namespace penstock::engine

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace penstock::engine;
    Facts facts(data, size);
    WorkspaceState state, mirror;
    state.slots = mirror.slots = 3;
    penstock::Instant now(penstock::Duration(1'700'000'000'000));
    const auto take = [&](const Event& event) {
        apply(state, event, now, "engine");
        const auto read = eventFrom(typeOf(event), *penstock::parseJson(penstock::dumpJson(payloadOf(event))));
        penstock::fuzz::must(read.ok(), "an event reads back");
        apply(mirror, *read, now, "engine");
        now += penstock::Duration(1000);
    };
    take(facts.created());
    penstock::fuzz::must(state.runs.size() == 1, "a random pipeline was refused");
    while (facts.hasMore())
        take(facts.next());
    penstock::fuzz::must(test::difference(state, mirror).empty(), "the state is the fold of what is written");
    checkState(state);
    return 0;
}
