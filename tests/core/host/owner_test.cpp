#include "tests/core/host/owner_fixture.h"

#include <filesystem>
#include <fstream>
#include <set>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;

void writeFile(const std::string& path, const std::string& content)
{
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << content;
}

} // namespace

TEST_F(OwnerTest, ARunGoesFromStartToEnd)
{
    pipeline("two", "  a: {run: [a]}\n  b: {run: [b], needs: [a]}\n");
    startOwner();
    const RunId id = run("two");
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(id.text(), "two-1");
    EXPECT_EQ(runner.launches().size(), 2u);
}

TEST_F(OwnerTest, AnOutputThatWasNotMadeFailsTheStepAndIsNamed)
{
    pipeline("bare", "  a: {run: [a], outputs: {model: build/model}}\n");
    startOwner();
    const RunId id = run("bare");
    awaitEnd(id, engine::RunState::failed);
    const Message why = instance(id, "a").attempts.back().outcome.why;
    EXPECT_EQ(why.id, "host.outputs_missing");
    EXPECT_NE(why.arguments.front().second.find("build/model"), std::string::npos);
}

TEST_F(OwnerTest, AnOldFileAtAnOutputPathIsNoOutputAndIsNotLost)
{
    pipeline("bare", "  a: {run: [a], outputs: {model: build/model}}\n");
    workspace.write("build/model", "made by hand");
    startOwner();
    awaitEnd(run("bare"), engine::RunState::failed);
    EXPECT_FALSE(fs::exists(workspace / "build/model"));
    std::string found;
    for (const auto& entry : fs::recursive_directory_iterator(state + "/displaced")) {
        if (entry.is_regular_file())
            found += workspace.read(fs::relative(entry.path(), workspace.path()));
    }
    EXPECT_EQ(found, "made by hand");
}

TEST_F(OwnerTest, AnInvalidFileIsRefusedWithItsIssuesAndStartsNothing)
{
    pipeline("wrong", "  a: {rnu: [a]}\n");
    startOwner();
    const auto reply = ask(session::StartRun{"pipelines/wrong.pipeline.yaml"});
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::invalid);
    EXPECT_NE(reply.error().detail.find("format.unknown_key"), std::string::npos);
    EXPECT_EQ(ask(session::StartRun{"../elsewhere.yaml"}).error().message.id, "host.file_outside");
    EXPECT_EQ(ask(session::StartRun{"pipelines/none.pipeline.yaml"}).error().code, ErrorCode::notFound);
    EXPECT_EQ(log->head(), 0u);
}

TEST_F(OwnerTest, AnUntrustedWorkspaceRunsNothing)
{
    pipeline("one", "  a: {run: [a]}\n");
    trusted = false;
    startOwner();
    const auto reply = ask(session::StartRun{"pipelines/one.pipeline.yaml"});
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::untrusted);
    EXPECT_TRUE(runner.launches().empty());
}

TEST_F(OwnerTest, AnOwnerThatDiesIsFollowedByOneThatAdoptsWhatRuns)
{
    pipeline("two", "  a: {run: [a]}\n  b: {run: [b], needs: [a]}\n");
    script = [](const engine::Task&) { return std::optional<engine::Exit>(); }; // goes on running
    startOwner();
    const RunId id = run("two");
    const AttemptId first{id, {"a"}, 1};
    watcher->await([&](const session::View& view) {
        const engine::Attempt* attempt = view.workspace.attempt(first);
        return attempt && attempt->phase == engine::Attempt::Phase::started;
    });
    killOwner();
    script = [](const engine::Task&) { return std::optional(test::succeeded()); };
    runner.finish(first, test::succeeded()); // while nobody looked
    startOwner();
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(runner.launches().at(first), 1);
    EXPECT_EQ(runner.launches().size(), 2u);
}

TEST_F(OwnerTest, AnOrderRepeatedWithItsKeyStartsOneRunAlsoAcrossOwners)
{
    pipeline("one", "  a: {run: [a]}\n");
    const session::StartRun order{"pipelines/one.pipeline.yaml"};
    startOwner();
    EXPECT_EQ((*ask(order, "ada", "k1"))["run"], "one-1");
    EXPECT_EQ((*ask(order, "ada", "k1"))["run"], "one-1");
    killOwner(); // before the answer reached whoever asked
    startOwner();
    EXPECT_EQ((*ask(order, "ada", "k1"))["run"], "one-1");
    EXPECT_EQ((*ask(order, "ada", "k2"))["run"], "one-2");
    awaitEnd({"one", 2}, engine::RunState::succeeded);
}

TEST_F(OwnerTest, OrdersTakenTogetherAreAllRun)
{
    pipeline("one", "  a: {run: [a]}\n");
    startOwner();
    std::set<std::string> runs;
    for (const auto& reply : askTogether(std::vector<session::Command>(6, session::StartRun{"pipelines/one.pipeline.yaml"})))
        runs.insert(textAt(*reply, "run"));
    EXPECT_EQ(runs.size(), 6u);
    for (int i = 1; i <= 6; ++i)
        awaitEnd({"one", static_cast<std::uint64_t>(i)}, engine::RunState::succeeded);
}

TEST_F(OwnerTest, ACancelledRunStopsItsStepAndEndsCancelled)
{
    pipeline("long", "  a: {run: [a]}\n  b: {run: [b], needs: [a]}\n");
    script = [](const engine::Task&) { return std::optional<engine::Exit>(); };
    startOwner();
    const RunId id = run("long");
    awaitRunning({id, {"a"}, 1});
    EXPECT_TRUE(ask(session::CancelRun{id, "enough"}));
    awaitEnd(id, engine::RunState::cancelled);
    EXPECT_EQ(runner.launches().size(), 1u);
}

TEST_F(OwnerTest, AStepsLimitOfMemoryGoesWithIt)
{
    pipeline("one", "  a: {run: [a], resources: {memory: 2GiB}}\n  b: {run: [b]}\n");
    std::map<std::string, std::uint64_t> limits;
    script = [&](const engine::Task& task) {
        limits[task.arguments[0]] = task.memoryLimit;
        return std::optional(test::succeeded());
    };
    startOwner();
    awaitEnd(run("one"), engine::RunState::succeeded);
    EXPECT_EQ(limits, (std::map<std::string, std::uint64_t>{{"a", 2ULL << 30U}, {"b", 0}}));
}

TEST_F(OwnerTest, AProcessThatCannotBeKilledIsNamedAndItsStepGoesOn)
{
    pipeline("one", "  a: {run: [a]}\n");
    script = [](const engine::Task&) { return std::optional<engine::Exit>(); };
    startOwner();
    const AttemptId attempt{run("one"), {"a"}, 1};
    awaitRunning(attempt);
    runner.stick(attempt, 4242, "dd if=/dead/disk");
    std::vector<session::Notice> told;
    while ((told = watcher->notices()).empty())
        std::this_thread::yield();
    EXPECT_EQ(told[0].subject, attempt.text());
    EXPECT_EQ(told[0].type, "unkillable");
    EXPECT_EQ(told[0].content, (Json{{"pid", 4242}, {"command", "dd if=/dead/disk"}}));
    EXPECT_NE(instance(attempt.run, "a").state, engine::InstanceState::cancelled);
    engine::Exit exit;
    exit.outcome.kind = engine::OutcomeKind::cancelled;
    runner.finish(attempt, exit);
    awaitEnd(attempt.run, engine::RunState::cancelled);
}

TEST_F(OwnerTest, AFileInputIsDigestedWhereItIs)
{
    pipeline("read", "  a: {run: [a], inputs: {raw: {file: data/raw.csv}}}\n");
    workspace.write("data/raw.csv", "1,2,3");
    std::string seen;
    script = [&](const engine::Task& task) {
        seen = task.variables.at("PENSTOCK_INPUT_RAW");
        return std::optional(test::succeeded());
    };
    startOwner();
    const RunId id = run("read");
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(seen, workspace / "data/raw.csv");
    EXPECT_EQ(instance(id, "a").attempts.back().record.json()["inputs"]["raw"], sha256("1,2,3").hex());
}

TEST_F(OwnerTest, AFileInputThatChangesWhileItIsReadFailsTheAttempt)
{
    pipeline("read", "  a: {run: [a], inputs: {raw: {file: data/raw.csv}}}\n");
    workspace.write("data/raw.csv", "1,2,3");
    script = [&](const engine::Task&) {
        workspace.write("data/raw.csv", "1,2,3,4");
        return std::optional(test::succeeded());
    };
    startOwner();
    const RunId id = run("read");
    awaitEnd(id, engine::RunState::failed);
    EXPECT_EQ(instance(id, "a").attempts.back().outcome.why.id, "host.input_changed_meanwhile");
}

TEST_F(OwnerTest, ALoopAMapAndASubPipelineRunOnRealFiles)
{
    writeFile(workspace.path() + "/pipelines/inner.pipeline.yaml",
              "penstock: 1\nname: inner\nparameters: {n: {type: integer, default: 1}}\n"
              "outputs: {twice: \"${{ params.n * 2 }}\"}\nsteps:\n  work: {run: [work, \"${{ params.n }}\"]}\n");
    pipeline("flow", "  sweep: {map: {over: [1, 2, 3], parallel: 2}, run: [item, \"${{ item }}\"], outputs: {model: {kind: file}}}\n"
                     "  look: {needs: [sweep], run: [look]}\n"
                     "  done:\n    needs: [look]\n    choose:\n"
                     "      - {if: \"!steps.look.values.ready\", then: look, at_most: 3}\n      - {else: clean}\n"
                     "  clean: {pipeline: {file: pipelines/inner.pipeline.yaml, parameters: {n: \"${{ steps.look.values.n }}\"}}}\n"
                     "  use: {run: [use, \"${{ steps.clean.outputs.twice }}\"]}\n");
    std::atomic<int> looks{0};
    script = [&](const engine::Task& task) {
        if (task.arguments.front() == "look")
            writeFile(task.variables.at("PENSTOCK_OUTPUTS"), ++looks < 3 ? "ready:=false\nn:=0\n" : "ready:=true\nn:=21\n");
        if (task.arguments.front() == "item")
            writeFile(task.variables.at("PENSTOCK_OUTPUT_MODEL"), task.variables.at("PENSTOCK_ITEM"));
        return std::optional(test::succeeded());
    };
    startOwner();
    const RunId id = run("flow");
    awaitEnd(id, engine::RunState::succeeded);
    const session::View view = watcher->view();
    const engine::Run& ended = view.workspace.runs.at(id);
    EXPECT_EQ(ended.newest("look")->id.iteration, 3);
    EXPECT_EQ(ended.newest("sweep")->fan->succeeded, 3u);
    EXPECT_EQ(ended.newest("clean")->values["twice"], 42);
    EXPECT_EQ(ended.documents.count("pipelines/inner.pipeline.yaml"), 1u) << "what a run opens is frozen with it";
}

TEST_F(OwnerTest, AWaitForAFileEndsWhenItComes)
{
    pipeline("w", "  pause: {wait: {file: data/ready}}\n  after: {needs: [pause], run: [after]}\n");
    startOwner();
    const RunId id = run("w");
    watcher->await([&](const session::View& view) {
        const engine::Run* run = view.workspace.run(id);
        return run && run->newest("pause")->state == engine::InstanceState::running;
    });
    writeFile(workspace.path() + "/data/ready", "");
    awaitEnd(id, engine::RunState::succeeded);
}

TEST_F(OwnerTest, ASubPipelineThatIsNotThereIsRefusedByName)
{
    pipeline("outer", "  clean: {pipeline: {file: pipelines/nowhere.pipeline.yaml}}\n");
    startOwner();
    const auto reply = ask(session::StartRun{"pipelines/outer.pipeline.yaml"});
    ASSERT_FALSE(reply.ok());
    EXPECT_EQ(reply.error().message.id, "host.file_invalid");
    EXPECT_NE(reply.error().detail.find("check.opened_missing"), std::string::npos);
}

} // namespace penstock::host
