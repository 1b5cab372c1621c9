#include "random_pipeline.h"

#include <algorithm>
#include <set>

namespace penstock::simulation {

namespace {

class Maker final {
public:
    // `files`: sub-pipelines that it may open.
    Maker(Dice& dice, std::vector<std::string> files)
        : m_dice(dice)
        , m_files(std::move(files))
    {}

    pipeline::Pipeline make()
    {
        m_pipeline.name = "p";
        m_count = static_cast<std::size_t>(m_dice.between(1, 14));
        for (m_at = 0; m_at < m_count; ++m_at)
            m_pipeline.steps.push_back(makeStep());
        for (m_at = 0; m_at < m_count; ++m_at)
            leadBack(m_pipeline.steps[m_at]);
        m_pipeline.parameters = {{"go", pipeline::ParameterType::boolean, "", true, {}, {}, {}}};
        if (!m_commands.empty())
            m_pipeline.outputs = {{"n", "${{ default(steps." + m_dice.one(m_commands) + ".values.n, 0) }}"}};
        return std::move(m_pipeline);
    }

private:
    static std::string nameOf(std::size_t index) { return "s" + std::to_string(index); }
    std::string earlier() { return nameOf(m_dice.below(m_at)); }
    // All edges lead to later steps, so there is no cycle.
    std::string later() { return nameOf(m_at + 1 + m_dice.below(m_count - m_at - 1)); }
    bool hasLater() const { return m_at + 1 < m_count; }

    pipeline::Step makeStep()
    {
        pipeline::Step step;
        step.name = nameOf(m_at);
        step.body = makeBody();
        if (m_at > 0) {
            for (int i = m_dice.between(0, 2); i > 0; --i)
                step.needs.push_back(earlier());
        }
        step.condition = makeCondition();
        step.join = m_dice.chance(15) ? pipeline::Join::any : pipeline::Join::all;
        step.advisory = m_dice.chance(10);
        step.enabled = !m_dice.chance(2);
        if (hasLater() && m_dice.chance(6))
            step.onFailure = pipeline::OnFailure{later(), {}};
        if (m_dice.chance(10))
            fanOut(step);
        return step;
    }

    void fanOut(pipeline::Step& step)
    {
        if (step.kind() != pipeline::Kind::command && step.kind() != pipeline::Kind::pipeline)
            return;
        step.map = {{"over", Json::array({1, 2, 3, 4})}};
        if (m_dice.chance(20))
            step.map = {{"over", {{"a", {1, 2}}, {"b", {"x", "y", "z"}}}}, {"sample", {{"count", m_dice.between(1, 7)}}}};
        if (m_dice.chance(40))
            step.map["parallel"] = m_dice.between(1, 3);
        if (m_dice.chance(50))
            step.map["on_failure"] = "collect";
        if (m_dice.chance(40))
            step.map["best"] = {{"metric", "n"}, {"target", m_dice.between(5, 12)}};
        if (auto* command = std::get_if<pipeline::Command>(&step.body)) {
            command->outputs = {{"out", {"", ""}}};
            m_registrable.erase(std::remove(m_registrable.begin(), m_registrable.end(), step.name), m_registrable.end());
        }
    }

    // To a step that it needs, directly or not: then the edge closes a loop.
    void leadBack(pipeline::Step& step)
    {
        if (!step.enabled || !m_dice.chance(12))
            return;
        std::vector<std::string> before;
        std::set<std::string> seen{step.name};
        for (std::vector<std::string> open = step.needs; !open.empty();) {
            const std::string name = open.back();
            open.pop_back();
            const pipeline::Step& need = *m_pipeline.step(name);
            if (!seen.insert(name).second || !need.enabled)
                continue;
            before.push_back(name);
            open.insert(open.end(), need.needs.begin(), need.needs.end());
        }
        if (auto* choose = std::get_if<pipeline::Choose>(&step.body); choose && !before.empty())
            choose->branches.insert(choose->branches.begin(), {m_dice.chance(50) ? "params.go" : "!production('m v1').exists", m_dice.one(before), m_dice.between(1, 3)});
        else if (!choose)
            step.onFailure = pipeline::OnFailure{before.empty() || m_dice.chance(20) ? step.name : m_dice.one(before), m_dice.between(1, 3)};
    }

    std::string makeCondition()
    {
        static const std::vector<std::string> conditions{"always()", "failure()", "success() || failure()", "params.go",
                                                         "success() && params.go"};
        if (m_at > 0 && m_dice.chance(8))
            return "steps." + earlier() + ".state == 'succeeded'";
        return m_dice.chance(22) ? m_dice.one(conditions) : std::string();
    }

    pipeline::Body makeBody()
    {
        const int kind = m_dice.between(0, 99);
        if (kind < 8 && hasLater())
            return makeChoose();
        if (kind < 18)
            return makeApprove();
        if (kind < 30 && !m_commands.empty())
            return makeRegister();
        if (kind < 42 && !m_registrations.empty())
            return pipeline::Promote{"${{ steps." + m_dice.one(m_registrations) + ".version }}", "production"};
        if (kind < 45)
            return pipeline::End{m_dice.chance(80)};
        if (kind < 50)
            return makeWait();
        if (kind < 52)
            return pipeline::Placeholder{};
        if (kind < 58 && !m_files.empty())
            return pipeline::SubPipeline{m_dice.one(m_files), {{"go", m_dice.chance(50) ? Json("${{ params.go }}") : Json(true)}}};
        return makeCommand();
    }

    pipeline::Wait makeWait()
    {
        const std::vector<Json> kinds{std::to_string(m_dice.between(0, 9)) + "s", {{"file", "ready"}},
                                      {{"file", "ready"}, {"timeout", "5s"}},
                                      {{"if", "production('m v1').exists"}, {"timeout", "20s"}}};
        return {m_dice.one(kinds)};
    }

    pipeline::Choose makeChoose()
    {
        pipeline::Choose choose;
        choose.branches.push_back({"params.go", later(), {}});
        if (m_dice.chance(50))
            choose.branches.push_back({"!production('m v1').exists", later(), {}});
        if (m_dice.chance(80))
            choose.branches.push_back({"", later(), {}});
        return choose;
    }

    pipeline::Approve makeApprove()
    {
        pipeline::Approve approve{"Go on?", "", {}, {}, {}};
        if (!m_registrations.empty() && m_dice.chance(70))
            approve.question = "Promote ${{ steps." + m_dice.one(m_registrations) + ".version }}?";
        if (m_dice.chance(40))
            approve.expires = Duration(m_dice.between(1, 60) * 1000);
        if (hasLater() && m_dice.chance(30))
            approve.onReject = later();
        return approve;
    }

    pipeline::Register makeRegister()
    {
        m_registrations.push_back(nameOf(m_at));
        return {"m", 1, "${{ steps." + m_dice.one(m_registrable.empty() ? m_commands : m_registrable) + ".outputs.out }}", ""};
    }

    pipeline::Command makeCommand()
    {
        static const std::vector<std::string> paths{"", "", "", "data", "data/x", "build/m", "build"};
        pipeline::Command command;
        command.arguments = {"work"};
        if (!m_commands.empty() && m_dice.chance(15))
            command.arguments.push_back("${{ default(steps." + m_dice.one(m_commands) + ".values.n, 0) }}");
        if (!m_commands.empty() && m_dice.chance(20))
            command.inputs = {{"in", {"${{ steps." + m_dice.one(m_commands) + ".outputs.out }}", false}}};
        command.outputs = {{"out", {m_dice.one(paths), ""}}};
        command.priority = m_dice.chance(20) ? m_dice.between(-2, 2) : 0;
        command.resources.cpu = m_dice.chance(15) ? m_dice.between(2, 6) : 1;
        if (m_dice.chance(30)) {
            command.retry.attempts = m_dice.between(2, 3);
            command.retry.delay = Duration(m_dice.between(0, 3) * 1000);
            command.retry.backoff = 2;
            command.retry.jitter = 0.2;
            if (m_dice.chance(25))
                command.retry.within = Duration(m_dice.between(1, 8) * 1000);
            if (m_dice.chance(40))
                command.retry.on = {"lost", "timeout", "exit 3"};
        }
        if (!m_commands.empty() && m_dice.chance(8))
            command.arguments.push_back("${{ default(previous." + m_dice.one(m_commands) + ".values.n, 0) }}");
        m_commands.push_back(nameOf(m_at));
        m_registrable.push_back(nameOf(m_at));
        return command;
    }

    Dice& m_dice;
    pipeline::Pipeline m_pipeline;
    std::size_t m_count = 0, m_at = 0;
    std::vector<std::string> m_files;
    std::vector<std::string> m_commands, m_registrable, m_registrations;
};

} // namespace

RandomPipelines randomPipelines(Dice& dice)
{
    RandomPipelines made;
    std::vector<std::string> files;
    for (const char* file : {"deep.pipeline.yaml", "inner.pipeline.yaml"}) {
        made.inner[file] = Maker(dice, files).make();
        files.emplace_back(file);
    }
    made.outer = Maker(dice, files).make();
    return made;
}

} // namespace penstock::simulation
