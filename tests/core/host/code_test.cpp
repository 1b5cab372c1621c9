// Which code a run is fixed to: what it says of it, runs at a revision, and results that are made again.
#include "core/session/code_changes.h"
#include "core/session/reproduction.h"
#include "tests/core/host/git_folder.h"
#include "tests/core/host/owner_fixture.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;

const char* const steps = R"(  train:
    run: [python3, train.py]
    inputs: {data: {file: data/raw.csv}}
    outputs: {model: {path: build/model}}
    metrics: build/metrics.json
  use:
    run: [sh, use.sh]
    inputs: {model: "${{ steps.train.outputs.model }}"}
)";

class CodeTest : public OwnerTest {
protected:
    CodeTest()
    {
        git.make();
        workspace.write(".gitignore", ".penstock\n/build\n/data\n");
        pipeline("p", steps);
        workspace.write("train.py", "one");
        workspace.write("use.sh", "use");
        workspace.write("data/raw.csv", "1,2,3");
        first = git.commitAll("first");
        script = [this](const engine::Task& task) {
            if (meanwhile)
                meanwhile(task);
            return task.arguments[0] == "python3" ? train(task) : use(task);
        };
    }

    std::optional<engine::Exit> train(const engine::Task& task)
    {
        folders.insert(task.folder);
        const std::string code = read(task.folder + "/train.py");
        fs::create_directories(task.folder + "/build");
        std::ofstream(task.folder + "/build/model") << code << " of " << read(task.variables.at("PENSTOCK_INPUT_DATA")) << luck;
        std::ofstream(task.folder + "/build/metrics.json") << R"({"accuracy": 0.9})";
        return test::succeeded();
    }

    std::optional<engine::Exit> use(const engine::Task& task)
    {
        folders.insert(task.folder);
        return isBroken ? test::exited(1) : test::succeeded();
    }

    static std::string read(const std::string& path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    RunId at(const std::string& revision) { return given(session::StartRun{.file = "pipelines/p.pipeline.yaml", .revision = revision}); }
    RunId given(session::Command command)
    {
        const auto reply = ask(std::move(command));
        EXPECT_TRUE(reply) << reply.error().message.id;
        return reply ? *RunId::parse(textAt(*reply, "run")) : RunId{"none", 1};
    }
    engine::Run seen(const RunId& id) { return *watcher->view().workspace.run(id); }
    std::string model(const RunId& id) { return read(state + "/objects/" + digest(id).substr(0, 2) + '/' + digest(id).substr(2)); }
    std::string digest(const RunId& id) { return instance(id, "train").outputs.at("model").digest.hex(); }
    std::string checkout(const RunId& id) const { return state + "/checkouts/" + id.text(); }
    void awaitGone(const std::string& path)
    {
        while (fs::exists(path))
            std::this_thread::yield();
    }

    test::GitFolder git{workspace.path()};
    std::string first, luck;
    std::atomic<bool> isBroken{false};
    std::set<std::string> folders; // in which steps worked
    std::function<void(const engine::Task&)> meanwhile;
};

} // namespace

TEST_F(CodeTest, ARunSaysWithWhichCodeItBegan)
{
    startOwner();
    const RunId clean = run("p");
    awaitEnd(clean, engine::RunState::succeeded);
    EXPECT_EQ(textAt(seen(clean).source, "commit"), first);
    EXPECT_EQ(memberAt(seen(clean).source, "dirty"), Json(false));
    workspace.write("train.py", "two");
    const RunId dirty = run("p");
    awaitEnd(dirty, engine::RunState::succeeded);
    EXPECT_EQ(memberAt(seen(dirty).source, "paths"), Json::array({"train.py"}));
}

TEST_F(CodeTest, ARunAtARevisionWorksInACleanCheckoutOfIt)
{
    git.git("tag v1");
    workspace.write("train.py", "changed");
    pipeline("p", "  other: {run: [other]}\n");
    startOwner();
    meanwhile = [&](const engine::Task& task) { EXPECT_TRUE(fs::exists(task.folder + "/.git")) << task.folder; };
    const RunId id = at("v1");
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(folders, std::set<std::string>{checkout(id)});
    EXPECT_EQ(model(id), "one of 1,2,3"); // its data is not in git, and stands in the workspace
    EXPECT_FALSE(fs::exists(workspace / "build"));
    EXPECT_EQ(seen(id).checkout->commit, first);
    EXPECT_EQ(memberAt(seen(id).source, "dirty"), Json(false));
    awaitGone(checkout(id));
}

TEST_F(CodeTest, AnUnknownRevisionOrAFileThatItHasNotIsRefused)
{
    startOwner();
    EXPECT_EQ(ask(session::StartRun{.file = "pipelines/p.pipeline.yaml", .revision = "v7"}).error().message.id, "host.unknown_revision");
    pipeline("new", steps);
    const auto reply = ask(session::StartRun{.file = "pipelines/new.pipeline.yaml", .revision = "main"});
    EXPECT_EQ(reply.error().code, ErrorCode::notFound);
    EXPECT_TRUE(watcher->view().workspace.runs.empty());
}

TEST_F(CodeTest, NothingIsCheckedOutInAWorkspaceThatIsNotTrusted)
{
    trusted = false;
    startOwner();
    EXPECT_EQ(ask(session::StartRun{.file = "pipelines/p.pipeline.yaml", .revision = "main"}).error().code, ErrorCode::untrusted);
    EXPECT_FALSE(fs::exists(state + "/checkouts"));
}

TEST_F(CodeTest, RunsInCheckoutsDoNotWaitForEachOthersPaths)
{
    script = [this](const engine::Task& task) { return task.arguments[0] == "python3" ? std::nullopt : use(task); };
    startOwner();
    const RunId one = at("main"), two = at("main");
    for (const RunId& id : {one, two})
        awaitRunning({id, {"train"}, 1}); // both, before one ends and the other takes its results from the cache
    for (const RunId& id : {one, two}) {
        fs::create_directories(checkout(id) + "/build");
        std::ofstream(checkout(id) + "/build/model") << id.text();
        std::ofstream(checkout(id) + "/build/metrics.json") << "{}";
        runner.finish({id, {"train"}, 1}, test::succeeded());
    }
    awaitEnd(one, engine::RunState::succeeded);
    awaitEnd(two, engine::RunState::succeeded);
    EXPECT_EQ(model(two), two.text());
}

TEST_F(CodeTest, AResumedRunWorksInTheSameCheckout)
{
    isBroken = true;
    startOwner();
    const RunId failed = at("main");
    awaitEnd(failed, engine::RunState::failed);
    EXPECT_TRUE(fs::exists(checkout(failed)));
    isBroken = false;
    workspace.write("use.sh", "other");
    const RunId again = given(session::ResumeRun{failed});
    awaitEnd(again, engine::RunState::succeeded);
    EXPECT_EQ(folders, std::set<std::string>{checkout(failed)});
    EXPECT_EQ(seen(again).checkout->name, failed.text());
    EXPECT_EQ(textAt(seen(again).source, "commit"), first);
    awaitGone(checkout(failed));
}

TEST_F(CodeTest, ACheckoutThatIsGoneIsMadeAgainByTheNextOwner)
{
    script = [this](const engine::Task& task) -> std::optional<engine::Exit> { return task.arguments[0] == "sh" ? std::nullopt : train(task); };
    startOwner();
    const RunId id = at("main");
    const AttemptId use{id, {"use"}, 1};
    awaitRunning(use);
    runner.finish(use, test::exited(1));
    awaitEnd(id, engine::RunState::failed);
    killOwner();
    fs::remove_all(checkout(id));
    script = [this](const engine::Task& task) { return this->use(task); };
    startOwner();
    awaitEnd(given(session::ResumeRun{id}), engine::RunState::succeeded);
    EXPECT_EQ(runner.launches().size(), 3U);
}

TEST_F(CodeTest, CodeThatChangesBetweenStepsMarksTheRun)
{
    pipeline("q", "  a: {run: [sh, use.sh]}\n  b: {run: [sh, use.sh], needs: [a]}\n  c: {run: [python3, train.py], needs: [b]}\n");
    script = [this](const engine::Task& task) {
        if (task.variables.at("PENSTOCK_STEP") == "b")
            workspace.write("train.py", "meanwhile");
        if (task.variables.at("PENSTOCK_STEP") == "a")
            workspace.write("use.sh", "another");
        return std::optional(test::succeeded());
    };
    startOwner();
    const RunId id = run("q");
    awaitEnd(id, engine::RunState::succeeded);
    const auto changes = session::codeChanges(seen(id));
    ASSERT_EQ(changes.size(), 1U); // nobody had looked at train.py before
    EXPECT_EQ(changes[0].file, "use.sh");
    EXPECT_EQ(changes[0].since, "");
    EXPECT_EQ(changes[0].attempt.text(), id.text() + "/a/1");
}

TEST_F(CodeTest, StepsWithAKeyAlsoNoticeWhatTheirCommandsDoNotName)
{
    workspace.write("lib.py", "one");
    pipeline("q", "  a: {run: [python3, train.py], outputs: {model: build/model}, inputs: {data: {file: data/raw.csv}}, metrics: build/metrics.json}\n"
                  "  z: {run: [idle], needs: [a], cache: off}\n"
                  "  b: {run: [python3, train.py], needs: [z], outputs: {model: build/other}, inputs: {data: {file: data/raw.csv}}, code: ['*.py']}\n");
    script = [this](const engine::Task& task) {
        if (task.arguments[0] == "idle")
            workspace.write("lib.py", "two");
        else
            train(task);
        workspace.write("build/other", "x");
        return std::optional(test::succeeded());
    };
    startOwner();
    const RunId id = run("q");
    awaitEnd(id, engine::RunState::succeeded);
    const auto changes = session::codeChanges(seen(id));
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].file, "lib.py");
    EXPECT_EQ(changes[0].since, id.text() + "/a/1");
    EXPECT_EQ(changes[0].attempt.text(), id.text() + "/b/1");
}

TEST_F(CodeTest, WhatIsTakenFromTheCacheIsNoChange)
{
    startOwner();
    awaitEnd(run("p"), engine::RunState::succeeded);
    const RunId again = run("p");
    awaitEnd(again, engine::RunState::succeeded);
    EXPECT_TRUE(instance(again, "train").cached);
    EXPECT_TRUE(session::codeChanges(seen(again)).empty());
}

TEST_F(CodeTest, AReproductionRunsTheSameCodeWithTheSameChanges)
{
    workspace.write("train.py", "not committed");
    startOwner();
    const RunId before = run("p");
    awaitEnd(before, engine::RunState::succeeded);
    workspace.write("train.py", "something else");
    git.commitAll("second");
    const RunId again = given(session::ReproduceRun{before});
    awaitEnd(again, engine::RunState::succeeded);
    EXPECT_FALSE(instance(again, "train").cached);
    EXPECT_EQ(model(again), "not committed of 1,2,3");
    const auto told = session::reproductionOf(watcher->view(), seen(again));
    ASSERT_TRUE(told);
    EXPECT_TRUE(told->isSame());
    EXPECT_EQ(told->of, before.text());
    EXPECT_EQ(told->steps.size(), 2U);
}

TEST_F(CodeTest, AReproductionNamesWhatDiffers)
{
    startOwner();
    const RunId before = run("p");
    awaitEnd(before, engine::RunState::succeeded);
    luck = " by chance";
    workspace.write("data/raw.csv", "4,5,6");
    const RunId again = given(session::ReproduceRun{before});
    awaitEnd(again, engine::RunState::succeeded);
    const auto told = session::reproductionOf(watcher->view(), seen(again));
    EXPECT_FALSE(told->isSame());
    const session::ReproducedStep& train = told->steps[0];
    EXPECT_EQ(train.verdict, session::ReproducedStep::Verdict::differs);
    std::string story;
    for (const auto& part : train.parts)
        story += std::string(session::name(part.what)) + ' ' + part.name + (part.isSame() ? " same\n" : " differs\n");
    EXPECT_EQ(story, "output model differs\nmetric accuracy same\ninput data differs\ncode train.py same\n");
}

TEST_F(CodeTest, AReproductionRegistersAndPromotesNothing)
{
    pipeline("m", std::string(steps) + "  record: {register: {model: digits, major: 1, artifact: \"${{ steps.train.outputs.model }}\"}}\n"
                                       "  ship: {promote: {version: \"${{ steps.record.version }}\", to: production}}\n");
    git.commitAll("with a model");
    startOwner();
    const RunId before = run("m");
    awaitEnd(before, engine::RunState::succeeded);
    const RunId again = given(session::ReproduceRun{before});
    awaitEnd(again, engine::RunState::succeeded);
    EXPECT_EQ(instance(again, "record").state, engine::InstanceState::skipped);
    EXPECT_EQ(instance(again, "ship").state, engine::InstanceState::skipped);
    EXPECT_EQ(watcher->view().registry.line({"digits", 1})->versions.size(), 1U);
}

TEST_F(CodeTest, ARunOfWhichNoCommitIsKnownIsNotReproduced)
{
    fs::remove_all(workspace / ".git");
    startOwner();
    const RunId before = run("p");
    awaitEnd(before, engine::RunState::succeeded);
    EXPECT_TRUE(seen(before).source.is_null());
    EXPECT_EQ(ask(session::ReproduceRun{before}).error().message.id, "host.no_commit_known");
}

TEST_F(CodeTest, OrdersWithOneKeyBeginOneRunWhileGitIsAskedToo)
{
    startOwner();
    const session::StartRun order{"pipelines/p.pipeline.yaml"};
    const auto answers = askTogether({order, order}, "same-key");
    EXPECT_EQ(textAt(*answers[0], "run"), textAt(*answers[1], "run"));
    EXPECT_EQ(watcher->view().workspace.runs.size(), 1U);
}

} // namespace penstock::host
