#include "random_pipeline.h"

#include <algorithm>

namespace penstock::simulation {

namespace {

class Maker final {
public:
    explicit Maker(Dice& dice)
        : m_dice(dice)
    {}

    pipeline::Pipeline make()
    {
        m_pipeline.name = "p";
        m_count = static_cast<std::size_t>(m_dice.between(1, 14));
        for (m_at = 0; m_at < m_count; ++m_at)
            m_pipeline.steps.push_back(makeStep());
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
        return step;
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
        return makeCommand();
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
        return {"m", 1, "${{ steps." + m_dice.one(m_commands) + ".outputs.out }}", ""};
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
            if (m_dice.chance(40))
                command.retry.on = {"lost", "timeout", "exit 3"};
        }
        m_commands.push_back(nameOf(m_at));
        return command;
    }

    Dice& m_dice;
    pipeline::Pipeline m_pipeline;
    std::size_t m_count = 0, m_at = 0;
    std::vector<std::string> m_commands, m_registrations;
};

} // namespace

pipeline::Pipeline randomPipeline(Dice& dice) { return Maker(dice).make(); }

} // namespace penstock::simulation
