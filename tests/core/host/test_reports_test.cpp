#include "tests/core/host/owner_fixture.h"

#include "core/engine/json_fields.h"
#include "core/session/test_results.h"
#include "core/tracking/test_report.h"

#include <filesystem>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;

const char* const steps = R"(  test:
    run: [pytest]
    inputs: {data: {file: data.csv}}
    reports: [build/junit.xml, build/more]
)";

const std::string passing = "<testsuite name='s'><testcase name='a' time='0.5'/><testcase name='b' time='1'/></testsuite>";
const std::string failing = "<testsuite name='s'><testcase name='a'/><testcase classname='k' name='b'><failure message='no'/></testcase></testsuite>";

class TestReportsTest : public OwnerTest {
protected:
    TestReportsTest()
    {
        pipeline("p", steps);
        workspace.write("data.csv", "1");
        script = [this](const engine::Task&) {
            ++executed;
            for (const auto& [path, content] : writes) {
                fs::create_directories(fs::path(workspace / path).parent_path());
                workspace.write(path, content);
            }
            return std::optional(exit);
        };
    }

    static engine::Exit exited(int code)
    {
        engine::Exit exit = test::succeeded();
        exit.outcome.kind = engine::OutcomeKind::exited;
        exit.outcome.code = code;
        return exit;
    }

    session::TestResults results(const RunId& id)
    {
        const session::View view = watcher->view();
        const engine::Run& run = *view.workspace.run(id);
        return session::testResultsOf(view, run, *run.newest("test")).value();
    }

    std::vector<tracking::TestCase> cases(const RunId& id)
    {
        const auto store = store::DiskArtifactStore::open(state, store::DiskArtifactStore::Access::read);
        return tracking::testCasesFrom(*parseJson(*(*store)->readBytes(results(id).cases->digest, 1 << 20)));
    }

    std::map<std::string, std::string> writes;
    engine::Exit exit = test::succeeded();
    std::atomic<int> executed = 0;
};

} // namespace

TEST_F(TestReportsTest, AreTakenFromFilesAndFolders)
{
    writes = {{"build/junit.xml", passing}, {"build/more/one.xml", passing}, {"build/more/deep/two.xml", failing}, {"build/more/log.txt", "hello"}};
    startOwner();
    const RunId id = run("p");
    awaitEnd(id, engine::RunState::succeeded);
    const session::TestResults found = results(id);
    EXPECT_EQ(found.counts, (tracking::TestCounts{5, 1, 0, 0, 3'000}));
    EXPECT_EQ(found.suites, 3u);
    ASSERT_EQ(found.reports.size(), 2u);
    EXPECT_TRUE(found.reports[0].artifact && found.reports[0].problem.id.empty());
    EXPECT_EQ(found.reports[1].artifact->shape, ArtifactShape::folder);
    ASSERT_EQ(cases(id).size(), 6u);
    EXPECT_EQ(cases(id)[3].message, "no");
    EXPECT_EQ(instance(id, "test").why.id, "host.tests_failed"); // it ended with 0 all the same
}

TEST_F(TestReportsTest, AreTakenWhenTheStepFailedAndSayWhy)
{
    writes = {{"build/junit.xml", failing}};
    exit = exited(1);
    startOwner();
    const RunId id = run("p");
    awaitEnd(id, engine::RunState::failed);
    EXPECT_EQ(results(id).counts.failed, 1u);
    EXPECT_EQ(cases(id).size(), 2u);
    const Message why = instance(id, "test").attempts.back().outcome.why;
    EXPECT_EQ(why.id, "host.tests_failed");
    EXPECT_EQ(why.arguments.back().second, "k.b");
    EXPECT_EQ(results(id).reports[1].problem.id, "host.report_missing");
}

TEST_F(TestReportsTest, ThatWereNotWrittenAreSaid)
{
    writes = {{"build/more/a.xml", passing}};
    workspace.write("data.csv", "2");
    fs::create_directories(workspace / "build");
    workspace.write("build/junit.xml", failing); // of somebody else: no report of this attempt
    startOwner();
    const RunId id = run("p");
    awaitEnd(id, engine::RunState::succeeded);
    EXPECT_EQ(results(id).reports[0].problem.id, "host.report_missing");
    EXPECT_EQ(results(id).counts.failed, 0u);
    EXPECT_EQ(instance(id, "test").why.id, "host.report_missing");
    EXPECT_FALSE(fs::exists(workspace / "build/junit.xml"));
}

TEST_F(TestReportsTest, ThatCannotBeReadAreKeptAllTheSame)
{
    writes = {{"build/junit.xml", "<testsuite name='s'><testcase name='a'/><testcase"}, {"build/more/notes.txt", ""}};
    startOwner();
    const RunId id = run("p");
    awaitEnd(id, engine::RunState::succeeded);
    const session::TestResults found = results(id);
    EXPECT_EQ(found.counts.passed, 1u);
    EXPECT_EQ(found.reports[0].problem.id, "tracking.report_not_xml");
    EXPECT_TRUE(found.reports[0].artifact);
    EXPECT_EQ(found.reports[1].problem.id, "host.report_folder_empty");
}

TEST_F(TestReportsTest, ComeBackFromTheCache)
{
    writes = {{"build/junit.xml", passing}, {"build/more/one.xml", passing}};
    startOwner();
    awaitEnd(run("p"), engine::RunState::succeeded);
    fs::remove_all(workspace / "build");
    const RunId second = run("p");
    awaitEnd(second, engine::RunState::succeeded);
    EXPECT_EQ(executed, 1);
    EXPECT_TRUE(instance(second, "test").cached);
    EXPECT_EQ(results(second).counts.passed, 4u);
    EXPECT_EQ(cases(second).size(), 4u);
    EXPECT_TRUE(fs::exists(workspace / "build/junit.xml"));
    EXPECT_TRUE(fs::exists(workspace / "build/more/one.xml"));
}

TEST_F(TestReportsTest, OfAReusedStepAreThoseOfTheRunThatIsContinued)
{
    pipeline("q", std::string(steps) + "  last: {run: [\"false\"], needs: [test]}\n");
    writes = {{"build/junit.xml", passing}, {"build/more/one.xml", passing}};
    const auto plain = script;
    script = [=, this](const engine::Task& task) { return task.arguments[0] == "false" ? std::optional(exited(1)) : plain(task); };
    startOwner();
    const RunId first = run("q");
    awaitEnd(first, engine::RunState::failed);
    const auto reply = ask(session::ResumeRun{first});
    ASSERT_TRUE(reply.ok());
    const RunId second = *RunId::parse(textAt(*reply, "run"));
    awaitEnd(second, engine::RunState::failed);
    EXPECT_TRUE(instance(second, "test").reused);
    EXPECT_EQ(results(second).counts.passed, 4u);
}

} // namespace penstock::host
