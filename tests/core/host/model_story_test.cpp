// From training to Production: registered, asked about, decided, promoted; and again with another model.
#include "tests/core/host/owner_fixture.h"

#include <filesystem>
#include <thread>

namespace penstock::host {

namespace {

const char* const modelPipeline = R"(  train: {run: [train, "${{ params.c }}"], outputs: {model: build/model.bin}}
  evaluate: {run: [evaluate], inputs: {model: "${{ steps.train.outputs.model }}"}, metrics: build/metrics.json}
  record:
    register: {model: digits, major: 1, artifact: "${{ steps.train.outputs.model }}", metrics: "${{ steps.evaluate.metrics }}"}
  better:
    needs: [record]
    choose:
      - {if: "!production.exists || steps.evaluate.metrics.accuracy > production.metrics.accuracy", then: ask}
      - {else: stop}
  ask:
    approve: {question: "Put ${{ steps.record.version }} into production?", approvers: [lead]}
  ship:
    needs: [ask]
    promote: {version: "${{ steps.record.version }}", to: production}
  stop: {end: succeeded}
)";

class ModelStory : public OwnerTest {
protected:
    ModelStory()
    {
        pipeline("digits", modelPipeline);
        workspace.write("penstock.yaml", "penstock: 1\npeople: {ada: {user: ada, roles: [lead]}, bob: {user: bob}}\n");
        script = [this](const engine::Task& task) {
            if (task.arguments[0] == "train")
                workspace.write("build/model.bin", "weights for c=" + task.arguments[1]);
            else
                workspace.write("build/metrics.json", "{\"accuracy\": " + accuracy + "}");
            return std::optional(test::succeeded());
        };
    }

    RequestId awaitRequest(const RunId& run)
    {
        watcher->await([&](const session::View& view) {
            for (const auto& [id, request] : view.workspace.requests) {
                if (id.run == run && request.state == engine::Request::State::open)
                    return true;
            }
            return false;
        });
        return {run, {"ask"}, 1};
    }

    std::string production() { return workspace.read(".penstock/models/digits-v1/production/model.bin"); }

    std::string accuracy = "0.9";
};

} // namespace

TEST_F(ModelStory, AnApprovedModelGoesIntoProduction)
{
    startOwner();
    const RunId id = run("digits");
    const RequestId request = awaitRequest(id);
    EXPECT_TRUE(ask(session::DecideRequest{request, true, "good", {}}));
    awaitEnd(id, engine::RunState::succeeded);
    const session::View view = watcher->view();
    const registry::Version* live = view.registry.line({"digits", 1})->inProduction();
    ASSERT_TRUE(live);
    EXPECT_EQ(live->id.text(), "digits 1.1");
    EXPECT_EQ(live->history.back().person, "ada");
    EXPECT_EQ(live->history.back().comment, "good");
    while (production().empty())
        std::this_thread::yield(); // the link is switched just after the commit
    EXPECT_EQ(production(), "weights for c=1.5");
}

TEST_F(ModelStory, OnlyAnApproverDecidesAndARejectionNeedsItsReason)
{
    startOwner();
    const RunId id = run("digits");
    const RequestId request = awaitRequest(id);
    EXPECT_EQ(ask(session::DecideRequest{request, true, "", {}}, "bob").error().code, ErrorCode::denied);
    EXPECT_EQ(ask(session::DecideRequest{request, true, "", {}}, "eve").error().code, ErrorCode::denied);
    EXPECT_EQ(ask(session::DecideRequest{request, false, "", {}}).error().code, ErrorCode::invalid);
    EXPECT_EQ(ask(session::DecideRequest{request, true, "", sha256("something else").hex()}).error().code, ErrorCode::conflict);
    EXPECT_TRUE(ask(session::DecideRequest{request, false, "too slow", {}}));
    awaitEnd(id, engine::RunState::rejected);
    EXPECT_EQ(production(), "");
}

TEST_F(ModelStory, AWorseModelStopsBeforeTheQuestionABetterOneArchivesTheOld)
{
    startOwner();
    const RunId first = run("digits");
    EXPECT_TRUE(ask(session::DecideRequest{awaitRequest(first), true, "", {}}));
    awaitEnd(first, engine::RunState::succeeded);

    accuracy = "0.8";
    const RunId worse = run("digits", {{"c", 2.5}});
    awaitEnd(worse, engine::RunState::succeeded);
    EXPECT_EQ(instance(worse, "ask").state, engine::InstanceState::skipped);

    accuracy = "0.95";
    const RunId better = run("digits", {{"c", 3.5}});
    EXPECT_TRUE(ask(session::DecideRequest{awaitRequest(better), true, "", {}}));
    awaitEnd(better, engine::RunState::succeeded);
    const session::View view = watcher->view();
    EXPECT_EQ(view.registry.line({"digits", 1})->inProduction()->id.text(), "digits 1.3");
    EXPECT_EQ(view.registry.version({{"digits", 1}, 1})->stage, registry::Stage::archived);
    while (production() == "weights for c=1.5")
        std::this_thread::yield();
    EXPECT_EQ(production(), "weights for c=3.5");
}

TEST_F(ModelStory, TheProductionLinkIsMadeAgainByTheNextOwner)
{
    startOwner();
    const RunId id = run("digits");
    EXPECT_TRUE(ask(session::DecideRequest{awaitRequest(id), true, "", {}}));
    awaitEnd(id, engine::RunState::succeeded);
    killOwner();
    std::filesystem::remove(state + "/models/digits-v1/production");
    ASSERT_EQ(production(), "");
    startOwner();
    EXPECT_TRUE(ask(session::Ping{}));
    while (production().empty())
        std::this_thread::yield();
    EXPECT_EQ(production(), "weights for c=1.5");
}

TEST_F(ModelStory, AnEndedRunIsResumedAsANewOneThatReusesWhatSucceeded)
{
    auto working = script;
    script = [&](const engine::Task& task) { return task.arguments[0] == "evaluate" ? std::optional(test::exited(1)) : working(task); };
    startOwner();
    const RunId failed = run("digits");
    awaitEnd(failed, engine::RunState::failed);
    killOwner();
    script = working;
    startOwner();
    const auto reply = ask(session::ResumeRun{failed});
    ASSERT_TRUE(reply);
    const RunId resumed = *RunId::parse(textAt(*reply, "run"));
    EXPECT_EQ(resumed.number, failed.number + 1);
    awaitRequest(resumed);
    EXPECT_EQ(runner.launches().count({resumed, {"train"}, 1}), 0u);
    EXPECT_EQ(runner.launches().count({resumed, {"evaluate"}, 1}), 1u);
}

} // namespace penstock::host
