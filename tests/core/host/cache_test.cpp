#include "tests/core/host/owner_fixture.h"

#include "core/host/code_listing.h"
#include "core/host/glob.h"

#include <git2.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;

const char* const steps = R"(  train:
    run: [python3, train.py, --c, "${{ params.c }}"]
    inputs: {data: {file: data.csv}}
    outputs: {model: {path: build/model}, notes: {}}
    metrics: build/metrics.json
    values: {status: {choices: [ready]}}
  use:
    run: [use]
    inputs: {model: "${{ steps.train.outputs.model }}", notes: "${{ steps.train.outputs.notes }}"}
)";

class CacheTest : public OwnerTest {
protected:
    CacheTest()
    {
        pipeline("p", steps);
        workspace.write("train.py", "import lib.net");
        workspace.write("lib/net.py", "layers = 2");
        workspace.write("data.csv", "1,2,3");
        script = [this](const engine::Task& task) {
            if (task.arguments[0] == "python3")
                train(task);
            return std::optional(test::succeeded());
        };
    }

    void train(const engine::Task& task)
    {
        ++trained;
        fs::create_directories(workspace / "build");
        workspace.write("build/model", "weights for " + task.arguments.back());
        workspace.write("build/metrics.json", R"({ "accuracy": 0.9 })");
        std::ofstream(task.variables.at("PENSTOCK_OUTPUT_NOTES")) << "made by " << task.variables.at("PENSTOCK_RUN_ID");
        std::ofstream(task.variables.at("PENSTOCK_OUTPUTS")) << "status=ready\n";
        if (meanwhile)
            meanwhile();
    }

    // Of the step `train` in a run that is begun and awaited here.
    Json cacheOf(const session::StartRun& order)
    {
        const auto reply = ask(order);
        EXPECT_TRUE(reply) << reply.error().message.id;
        const RunId id = *RunId::parse(textAt(*reply, "run"));
        awaitEnd(id, engine::RunState::succeeded);
        last = instance(id, "train");
        return memberAt(last.attempts.back().record.json(), "cache");
    }
    Json cacheWith(Json parameters = Json::object()) { return cacheOf(session::StartRun{"pipelines/p.pipeline.yaml", std::move(parameters)}); }

    // What the second run says, after something was changed between the two.
    std::string missAfter(const std::function<void()>& change)
    {
        startOwner();
        cacheWith();
        change();
        const Json cache = cacheWith();
        EXPECT_FALSE(boolAt(cache, "hit"));
        EXPECT_EQ(textAt(cache, "against"), "p-1/train");
        std::string said;
        for (const Json& difference : memberAt(cache, "differs"))
            said += textAt(difference, "part") + ' ' + textAt(difference, "name") + '\n';
        return said;
    }

    int trained = 0;
    std::function<void()> meanwhile;
    engine::Instance last;
};

} // namespace

TEST_F(CacheTest, ASecondRunTakesWhatTheFirstOneMade)
{
    startOwner();
    EXPECT_FALSE(boolAt(cacheWith(), "hit"));
    EXPECT_FALSE(last.cached);
    fs::remove_all(workspace / "build");
    const Json cache = cacheWith();
    EXPECT_TRUE(boolAt(cache, "hit"));
    EXPECT_TRUE(last.cached);
    EXPECT_EQ(textAt(cache, "run") + '/' + textAt(cache, "step"), "p-1/train");
    EXPECT_EQ(trained, 1);
    EXPECT_EQ(workspace.read("build/model"), "weights for 1.5");
    EXPECT_EQ(workspace.read("build/metrics.json"), R"({ "accuracy": 0.9 })");
    EXPECT_EQ(last.metrics, (Json{{"accuracy", 0.9}}));
    EXPECT_EQ(last.values, (Json{{"status", "ready"}}));
    EXPECT_EQ(last.outputs.size(), 2u);
    EXPECT_EQ(runner.launches().size(), 3u); // train once, use twice: it declares nothing that it makes
}

TEST_F(CacheTest, AHitOfAHitNamesWhoDidTheWork)
{
    startOwner();
    cacheWith();
    cacheWith();
    EXPECT_EQ(textAt(cacheWith(), "run"), "p-1");
}

TEST_F(CacheTest, AnotherOwnerKnowsWhatAnEarlierOneRan)
{
    startOwner();
    cacheWith();
    killOwner();
    startOwner();
    EXPECT_TRUE(boolAt(cacheWith(), "hit"));
}

TEST_F(CacheTest, ChangedCodeIsAMissThatNamesTheFile)
{
    EXPECT_EQ(missAfter([this] { workspace.write("lib/net.py", "layers = 3"); }), "code lib/net.py\n");
    EXPECT_EQ(trained, 2);
}

TEST_F(CacheTest, NewCodeIsAMissThatNamesTheFile)
{
    EXPECT_EQ(missAfter([this] { workspace.write("lib/new.py", ""); }), "code lib/new.py\n");
}

TEST_F(CacheTest, AChangedInputIsAMissThatNamesIt)
{
    EXPECT_EQ(missAfter([this] { workspace.write("data.csv", "1,2,3,4"); }), "inputs data\n");
}

TEST_F(CacheTest, AChangedDeclarationIsAMissThatNamesIt)
{
    const auto change = [this] {
        std::string changed = steps;
        changed.replace(changed.find("notes: {}"), 9, "notes: {kind: text}");
        pipeline("p", changed);
    };
    EXPECT_EQ(missAfter(change), "outputs outputs.notes\n");
}

TEST_F(CacheTest, AnotherParameterIsAMissThatSaysWhatItWasAndIs)
{
    startOwner();
    cacheWith();
    const Json differs = memberAt(cacheWith({{"c", 2}}), "differs");
    ASSERT_EQ(differs.size(), 2u); // the command line has it too
    EXPECT_EQ(textAt(differs[0], "part"), "command");
    EXPECT_EQ(differs[1], (Json{{"part", "parameters"}, {"name", "c"}, {"was", 1.5}, {"is", 2.0}}));
    EXPECT_TRUE(boolAt(cacheWith(), "hit")); // the first one still stands
}

TEST_F(CacheTest, ARunWithoutCacheRunsEverythingAndIsTakenLater)
{
    startOwner();
    cacheWith();
    session::StartRun order{"pipelines/p.pipeline.yaml"};
    order.noCache = true;
    const Json cache = cacheOf(order);
    EXPECT_FALSE(boolAt(cache, "hit"));
    EXPECT_EQ(textAt(memberAt(cache, "why"), "id"), "engine.cache_run_without");
    EXPECT_EQ(trained, 2);
    EXPECT_EQ(textAt(cacheWith(), "run"), "p-2");
}

TEST_F(CacheTest, WhatARunBeginsWithIsNotTaken)
{
    startOwner();
    cacheWith();
    session::StartRun order{"pipelines/p.pipeline.yaml"};
    order.from = {"train"};
    EXPECT_EQ(textAt(memberAt(cacheOf(order), "why"), "id"), "engine.cache_from_here");
    EXPECT_EQ(trained, 2);
}

TEST_F(CacheTest, WithoutItsArtifactsAnEntryIsAMiss)
{
    startOwner();
    cacheWith();
    const std::string digest = last.outputs.at("notes").digest.hex();
    fs::remove(state + "/objects/" + digest.substr(0, 2) + '/' + digest.substr(2));
    const Json cache = cacheWith();
    EXPECT_FALSE(boolAt(cache, "hit"));
    EXPECT_EQ(textAt(memberAt(cache, "why"), "id"), "engine.cache_gone");
    EXPECT_EQ(trained, 2);
}

TEST_F(CacheTest, CodeThatChangesWhileItRunsIsTakenForNoKey)
{
    startOwner();
    meanwhile = [this] { workspace.write("lib/net.py", "layers = 9"); };
    EXPECT_TRUE(boolAt(cacheWith(), "codeChanged"));
    meanwhile = nullptr;
    workspace.write("lib/net.py", "layers = 2");
    EXPECT_FALSE(boolAt(cacheWith(), "hit"));
}

TEST_F(CacheTest, WhatPeopleChangedAtAnOutputIsMovedAsideAndNotLost)
{
    startOwner();
    cacheWith();
    workspace.write("build/model", "tuned by hand");
    EXPECT_TRUE(boolAt(cacheWith(), "hit"));
    EXPECT_EQ(workspace.read("build/model"), "weights for 1.5");
    std::string found;
    for (const auto& entry : fs::recursive_directory_iterator(state + "/displaced")) {
        if (entry.is_regular_file())
            found += workspace.read(fs::relative(entry.path(), workspace.path()));
    }
    EXPECT_EQ(found, "tuned by hand");
}

TEST_F(CacheTest, AStepThatSaysOffIsNeverTaken)
{
    std::string changed = steps;
    changed.replace(changed.find("    metrics"), 0, "    cache: off\n");
    pipeline("p", changed);
    startOwner();
    EXPECT_TRUE(cacheWith().is_null());
    EXPECT_TRUE(cacheWith().is_null());
    EXPECT_EQ(trained, 2);
}

TEST_F(CacheTest, CodeThatIsNamedIsAllThatCounts)
{
    std::string changed = steps;
    changed.replace(changed.find("    metrics"), 0, "    code: [train.py, \"lib/**\"]\n");
    pipeline("p", changed);
    startOwner();
    cacheWith();
    workspace.write("README.md", "other words");
    EXPECT_TRUE(boolAt(cacheWith(), "hit"));
    workspace.write("lib/deep/er.py", "");
    EXPECT_FALSE(boolAt(cacheWith(), "hit"));
}

TEST_F(CacheTest, ItemsOfAMapAreTakenOneByOne)
{
    pipeline("p", R"(  train:
    map: {over: {n: [1, 2]}}
    run: [python3, train.py, "${{ item.n }}"]
    inputs: {data: {file: data.csv}}
    outputs: {notes: {}}
)");
    startOwner();
    awaitEnd(run("p"), engine::RunState::succeeded);
    workspace.write("build/model", ""); // what the two left is no code of theirs
    std::string changed = workspace.read("pipelines/p.pipeline.yaml");
    changed.replace(changed.find("[1, 2]"), 6, "[1, 2, 3]");
    workspace.write("pipelines/p.pipeline.yaml", changed);
    fs::remove_all(workspace / "build");
    const RunId second = run("p");
    awaitEnd(second, engine::RunState::succeeded);
    EXPECT_TRUE(instance(second, "train").state == engine::InstanceState::succeeded);
    const session::View view = watcher->view();
    EXPECT_TRUE(view.workspace.run(second)->find({"train", 1, 1})->cached);
    EXPECT_FALSE(view.workspace.run(second)->find({"train", 1, 2})->cached);
}

// The owner dies when the outputs are back and the log does not say so yet: the next one does it again, and runs nothing.
TEST_F(CacheTest, KilledBetweenRestoringAndRecordingItIsTakenAgain)
{
    class DyingLog final : public engine::EventStore {
    public:
        explicit DyingLog(std::unique_ptr<store::SqliteEventStore>& real)
            : m_real(real)
        {}
        Result<void> append(std::vector<engine::StoredEvent>& events) override
        {
            for (const engine::StoredEvent& event : events)
                isDead = isDead || event.type == "attempt.ended";
            return isDead ? Result<void>(Error{ErrorCode::io, {"test.dead", {}}, {}}) : m_real->append(events);
        }
        Result<std::vector<engine::StoredEvent>> read(Seq after, std::size_t limit) const override { return m_real->read(after, limit); }
        Seq head() const override { return m_real->head(); }

        std::atomic<bool> isDead{false};

    private:
        std::unique_ptr<store::SqliteEventStore>& m_real;
    };
    startOwner();
    cacheWith();
    killOwner();
    fs::remove_all(workspace / "build");
    DyingLog dying(log);
    startOwner(&dying);
    const RunId id = run("p");
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!dying.isDead && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    ASSERT_TRUE(dying.isDead);
    killOwner();
    EXPECT_EQ(workspace.read("build/model"), "weights for 1.5");
    startOwner();
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_TRUE(instance(id, "train").cached);
    EXPECT_EQ(instance(id, "train").attempts.size(), 1u);
    EXPECT_EQ(trained, 1);
}

TEST(Glob, StarsStayWithinAPartAndTwoOfThemDoNot)
{
    EXPECT_TRUE(matchesGlob("*.py", "train.py"));
    EXPECT_FALSE(matchesGlob("*.py", "lib/train.py"));
    EXPECT_TRUE(matchesGlob("**/*.py", "train.py"));
    EXPECT_TRUE(matchesGlob("**/*.py", "a/b/train.py"));
    EXPECT_TRUE(matchesGlob("lib/**", "lib/a/b.txt"));
    EXPECT_TRUE(matchesGlob("./lib", "lib/a/b.txt"));
    EXPECT_FALSE(matchesGlob("lib", "library/a"));
    EXPECT_EQ(fixedPart("lib/src/**/*.py"), "lib/src");
    EXPECT_EQ(fixedPart("*.py"), "");
}

TEST(CodeListing, GitSaysWhatIsCode)
{
    test::TemporaryFolder folder;
    const GitListing git;
    git_repository* repository = nullptr;
    ASSERT_EQ(git_repository_init(&repository, folder.path().c_str(), 0), 0);
    git_repository_free(repository);
    folder.write(".gitignore", "*.log\n.penstock\n");
    folder.write("train.py", "");
    folder.write("noise.log", "");
    folder.write("pipelines/p.pipeline.yaml", "");
    folder.write("build/model", "");
    folder.write("lib/__pycache__/net.pyc", "");
    folder.write("lib/net.py", "");
    folder.write(".penstock/state.db", "");
    const std::atomic<bool> never{false};
    const auto files = codeListing({folder.path(), std::nullopt, {"train.py"}, {"build/model"}}, git, never);
    ASSERT_TRUE(files);
    EXPECT_EQ(*files, (std::vector<std::string>{".gitignore", "lib/net.py", "train.py"}));
}

TEST(CodeListing, AWorkspaceThatTheRepositoryAroundItIgnoresIsItsOwn)
{
    test::TemporaryFolder folder;
    const GitListing git;
    git_repository* repository = nullptr;
    ASSERT_EQ(git_repository_init(&repository, folder.path().c_str(), 0), 0);
    git_repository_free(repository);
    folder.write(".gitignore", "work\n");
    folder.write("work/train.py", "");
    folder.write("side/.gitignore", "*.log\n");
    folder.write("side/train.py", "");
    folder.write("side/x.log", "");
    const std::atomic<bool> never{false};
    EXPECT_FALSE(git.files(folder / "work"));
    EXPECT_EQ(*codeListing({folder / "work", std::nullopt, {}, {}}, git, never), std::vector<std::string>{"train.py"});
    EXPECT_EQ(*codeListing({folder / "side", std::nullopt, {}, {}}, git, never), (std::vector<std::string>{".gitignore", "train.py"}));
}

} // namespace penstock::host
