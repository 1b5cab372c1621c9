// What a failed attempt left at a path must not keep another run from putting its input there.
#include "tests/core/host/owner_fixture.h"

#include <filesystem>
#include <fstream>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;

class LeftoverStory : public OwnerTest {
protected:
    LeftoverStory()
    {
        pipeline("two", "  make: {run: [make], outputs: {model: build/model}}\n"
                        "  use: {run: [use], inputs: {model: \"${{ steps.make.outputs.model }}\"}}\n");
        pipeline("other", "  half: {run: [half], outputs: {model: build/model}}\n");
        script = [this](const engine::Task& task) -> std::optional<engine::Exit> {
            if (task.arguments[0] == "make")
                workspace.write("build/model", "whole");
            if (task.arguments[0] == "half")
                workspace.write("build/model", "half");
            if (task.arguments[0] == "use")
                seen = workspace.read("build/model");
            return task.arguments[0] == "use" && isFirst ? test::exited(1) : task.arguments[0] == "half" ? end : test::succeeded();
        };
    }

    // A run whose first step ended well and whose second one wants its result again.
    RunId runThatFails()
    {
        const RunId id = run("two");
        awaitEnd(id, engine::RunState::failed);
        isFirst = false;
        return id;
    }
    RunId resume(const RunId& id)
    {
        const auto reply = ask(session::ResumeRun{id});
        EXPECT_TRUE(reply);
        return *RunId::parse(textAt(*reply, "run"));
    }
    std::string displaced() const
    {
        std::string found;
        for (const auto& entry : fs::recursive_directory_iterator(state + "/displaced")) {
            if (entry.is_regular_file())
                found += workspace.read(fs::relative(entry.path(), workspace.path()));
        }
        return found;
    }

    std::optional<engine::Exit> end = test::exited(1);
    std::string seen;
    bool isFirst = true;
};

} // namespace

TEST_F(LeftoverStory, IsMovedAsideForTheInputOfAnotherRun)
{
    startOwner();
    const RunId first = runThatFails();
    awaitEnd(run("other"), engine::RunState::failed);
    EXPECT_EQ(workspace.read("build/model"), "half") << "it stays for whoever looks into the failure";
    awaitEnd(resume(first), engine::RunState::succeeded);
    EXPECT_EQ(seen, "whole");
    EXPECT_EQ(displaced(), "half");
}

TEST_F(LeftoverStory, OfALostAttemptIsKnownToTheNextOwner)
{
    startOwner();
    const RunId first = runThatFails();
    end.reset(); // goes on
    const RunId lost = run("other");
    const AttemptId attempt{lost, {"half"}, 1};
    awaitRunning(attempt);
    killOwner();
    engine::Exit exit;
    exit.outcome.kind = engine::OutcomeKind::lost;
    runner.finish(attempt, exit);
    startOwner();
    awaitEnd(lost, engine::RunState::lost);
    killOwner();
    startOwner();
    awaitEnd(resume(first), engine::RunState::succeeded);
    EXPECT_EQ(seen, "whole");
}

TEST_F(LeftoverStory, OfACancelledAttemptIsMovedAside)
{
    startOwner();
    const RunId first = runThatFails();
    end.reset();
    const RunId cancelled = run("other");
    awaitRunning({cancelled, {"half"}, 1});
    EXPECT_TRUE(ask(session::CancelRun{cancelled, "enough"}));
    awaitEnd(cancelled, engine::RunState::cancelled);
    awaitEnd(resume(first), engine::RunState::succeeded);
    EXPECT_EQ(seen, "whole");
}

TEST_F(LeftoverStory, ThatPeopleChangedSinceIsTheirsAndRefused)
{
    startOwner();
    const RunId first = runThatFails();
    awaitEnd(run("other"), engine::RunState::failed);
    workspace.write("build/model", "mended by hand");
    const RunId resumed = resume(first);
    awaitEnd(resumed, engine::RunState::failed);
    EXPECT_EQ(instance(resumed, "use").attempts.back().outcome.why.id, "host.input_changed_by_people");
    EXPECT_EQ(workspace.read("build/model"), "mended by hand");
}

} // namespace penstock::host
