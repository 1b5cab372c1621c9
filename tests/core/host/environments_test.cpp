#include "core/host/environments.h"

#include "core/base/json.h"
#include "core/host/environment_making.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <future>
#include <sstream>
#include <thread>

namespace penstock::host {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// The installer is a script that is found as `uv`: it writes down that it was called, and waits or fails when it is told to.
const char* const installer = R"sh(#!/bin/sh
echo "$@" >> "$WITNESS"
echo "resolving in $(pwd)"
if [ "$1" = venv ]; then mkdir -p "$4/bin" && printf '#!/bin/sh\n' > "$4/bin/python" && chmod +x "$4/bin/python"; exit; fi
while [ -e "$WITNESS.wait" ]; do sleep 0.02; done
if [ -e "$WITNESS.fail" ]; then echo "ERROR: no matching distribution found for nothing-there"; exit 1; fi
echo installed
)sh";

class EnvironmentsTest : public testing::Test {
protected:
    EnvironmentsTest()
    {
        folder.write("tools/uv", installer);
        fs::permissions(folder / "tools/uv", fs::perms::owner_all);
        folder.write("work/requirements.txt", "numpy==1.24\n");
        question = {folder / "work", "requirements.txt", "/usr/bin/python3", {{"PATH", (folder / "tools") + ":/usr/bin:/bin"}, {"WITNESS", folder / "witness"}}};
    }

    Digest key()
    {
        const auto spec = environmentSpec(question);
        EXPECT_TRUE(spec) << spec.error().message.id;
        return spec ? spec->key : Digest{};
    }

    std::future<Result<Environment>> want(Environments& environments, const std::shared_ptr<std::atomic<bool>>& stop = std::make_shared<std::atomic<bool>>(false))
    {
        auto promise = std::make_shared<std::promise<Result<Environment>>>();
        auto answer = promise->get_future();
        const auto spec = environmentSpec(question);
        EXPECT_TRUE(spec);
        environments.want(*spec, question, stop, {}, [promise](Result<Environment> made) { promise->set_value(std::move(made)); });
        return answer;
    }

    static Result<Environment> answerOf(std::future<Result<Environment>> answer)
    {
        if (answer.wait_for(20s) != std::future_status::ready)
            return Error{ErrorCode::busy, {"test.no_answer", {}}, {}};
        return answer.get();
    }

    int calls() const
    {
        int count = 0;
        std::istringstream lines(folder.read("witness"));
        for (std::string line; std::getline(lines, line);)
            ++count;
        return count;
    }

    void awaitCalls(int wanted) const
    {
        for (int tries = 0; calls() < wanted && tries < 1000; ++tries)
            std::this_thread::sleep_for(10ms);
        ASSERT_GE(calls(), wanted);
    }

    std::size_t folders() const
    {
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(folder / "state/environments"))
            count += entry.is_directory() ? 1 : 0;
        return count;
    }

    test::TemporaryFolder folder;
    EnvironmentQuestion question;
};

} // namespace

TEST_F(EnvironmentsTest, IsMadeOnceForAllThatWantTheSame)
{
    folder.write("witness.wait", "");
    Environments environments(folder / "state");
    auto one = want(environments), two = want(environments);
    awaitCalls(2);
    fs::remove(folder / "witness.wait");
    const auto first = answerOf(std::move(one)), second = answerOf(std::move(two));
    ASSERT_TRUE(first) << first.error().detail;
    ASSERT_TRUE(second);
    EXPECT_EQ(first->folder, second->folder);
    EXPECT_NE(first->story.find("installed"), std::string::npos);
    EXPECT_NE(first->story.find("resolving in " + folder.path() + "/work"), std::string::npos) << "paths among the requirements are those of the workspace";
    const auto third = answerOf(want(environments));
    ASSERT_TRUE(third);
    EXPECT_EQ(third->folder, first->folder);
    EXPECT_EQ(third->story, "") << "it was there";
    EXPECT_EQ(calls(), 2);
    Environments later(folder / "state");
    EXPECT_EQ(answerOf(want(later))->folder, first->folder) << "also for the next owner";
}

TEST_F(EnvironmentsTest, OtherContentIsAnotherOneAndAnotherNameIsNot)
{
    const Digest before = key();
    folder.write("work/other.txt", "numpy==1.24\n");
    question.requirements = "other.txt";
    EXPECT_EQ(key(), before);
    folder.write("work/other.txt", "numpy==1.25\n");
    EXPECT_NE(key(), before);
}

TEST_F(EnvironmentsTest, WhatTheRequirementsIncludeCounts)
{
    folder.write("work/requirements.txt", "-r sub/base.txt  # more\n--constraint=limits.txt\n-r https://example.invalid/x.txt\n");
    folder.write("work/sub/base.txt", "-r ../requirements.txt\n-c more.txt\nscipy\n");
    folder.write("work/sub/more.txt", "scipy<2\n");
    folder.write("work/limits.txt", "numpy<2\n");
    const Digest before = key();
    folder.write("work/sub/more.txt", "scipy<3\n");
    const Digest after = key();
    EXPECT_NE(before, after);
    folder.write("work/limits.txt", "numpy<3\n");
    EXPECT_NE(key(), after);
    fs::remove(folder / "work/limits.txt");
    EXPECT_EQ(environmentSpec(question).error().message, (Message{"host.requirements_missing", {{"path", "limits.txt"}}}));
}

TEST_F(EnvironmentsTest, WhatIsMissingIsNamed)
{
    question.requirements = "absent.txt";
    EXPECT_EQ(environmentSpec(question).error().message, (Message{"host.requirements_missing", {{"path", "absent.txt"}}}));
    question.requirements = "requirements.txt";
    question.python = "/nowhere/python3";
    EXPECT_EQ(environmentSpec(question).error().message.id, "platform.python_given_missing");
}

TEST_F(EnvironmentsTest, AFailureTellsTheLastLinesAndLeavesNothing)
{
    folder.write("witness.fail", "");
    Environments environments(folder / "state");
    const auto made = answerOf(want(environments));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().message.id, "host.environment_failed");
    EXPECT_NE(made.error().message.arguments.back().second.find("ERROR: no matching distribution found for nothing-there"), std::string::npos);
    EXPECT_NE(made.error().detail.find("resolving"), std::string::npos);
    EXPECT_EQ(folders(), 0U);
    fs::remove(folder / "witness.fail");
    EXPECT_TRUE(answerOf(want(environments))) << "it is tried anew";
}

TEST_F(EnvironmentsTest, WhatAKilledOwnerLeftIsNeverTakenForWhole)
{
    {
        Environments environments(folder / "state");
        ASSERT_TRUE(answerOf(want(environments)));
    }
    const std::string made = (folder / "state/environments/") + key().hex().substr(0, 16) + "-1";
    ASSERT_TRUE(fs::exists(made + "/bin/python"));
    fs::remove(made + ".json"); // its record is written last
    Environments environments(folder / "state");
    const auto again = answerOf(want(environments));
    ASSERT_TRUE(again);
    EXPECT_NE(again->folder, made) << "somebody may still write there";
    EXPECT_EQ(calls(), 4);
}

TEST_F(EnvironmentsTest, OneWhoseInterpreterIsGoneIsMadeAgain)
{
    Environments environments(folder / "state");
    const auto made = answerOf(want(environments));
    ASSERT_TRUE(made);
    fs::remove(made->folder + "/bin/python");
    const auto again = answerOf(want(environments));
    ASSERT_TRUE(again);
    EXPECT_NE(again->folder, made->folder);
}

TEST_F(EnvironmentsTest, WhoStopsIsToldAtOnceAndTheLastOneEndsTheMaking)
{
    folder.write("witness.wait", "");
    Environments environments(folder / "state");
    const auto stopOne = std::make_shared<std::atomic<bool>>(false), stopTwo = std::make_shared<std::atomic<bool>>(false);
    auto one = want(environments, stopOne), two = want(environments, stopTwo);
    awaitCalls(2);
    *stopOne = true;
    EXPECT_EQ(answerOf(std::move(one)).error().code, ErrorCode::cancelled);
    EXPECT_EQ(two.wait_for(0s), std::future_status::timeout) << "the other still wants it";
    *stopTwo = true;
    EXPECT_EQ(answerOf(std::move(two)).error().code, ErrorCode::cancelled);
    auto three = want(environments); // a new making, also while the old one is being ended
    awaitCalls(4);
    fs::remove(folder / "witness.wait");
    EXPECT_TRUE(answerOf(std::move(three)));
    for (int tries = 0; folders() > 1 && tries < 1000; ++tries)
        std::this_thread::sleep_for(10ms);
    EXPECT_EQ(folders(), 1U);
}

TEST_F(EnvironmentsTest, AnOwnerThatLeavesEndsWhatItMakes)
{
    folder.write("witness.wait", "");
    std::future<Result<Environment>> one;
    {
        Environments environments(folder / "state");
        one = want(environments);
        awaitCalls(2);
    }
    EXPECT_EQ(answerOf(std::move(one)).error().code, ErrorCode::cancelled);
    EXPECT_EQ(folders(), 0U);
}

TEST_F(EnvironmentsTest, OnlyWhatIsNotUsedIsRemoved)
{
    Environments environments(folder / "state");
    ASSERT_TRUE(answerOf(want(environments)));
    const Digest first = key();
    folder.write("work/requirements.txt", "scipy\n");
    ASSERT_TRUE(answerOf(want(environments)));
    fs::create_directories(folder / "state/environments/0123456789abcdef-1/bin");
    const auto now = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
    ASSERT_TRUE(environments.removeUnused({}, now - 1h));
    EXPECT_EQ(folders(), 2U) << "both were used within the hour; the one without a record is gone";
    const auto freed = environments.removeUnused({first}, now + 1h);
    ASSERT_TRUE(freed);
    EXPECT_GT(*freed, 0U);
    EXPECT_EQ(folders(), 1U);
    question.requirements = "first.txt";
    folder.write("work/first.txt", "numpy==1.24\n");
    const int before = calls();
    EXPECT_TRUE(answerOf(want(environments)));
    EXPECT_EQ(calls(), before) << "the one that was kept is whole";
}

TEST(LastWords, AreTheLinesThatSaySomething)
{
    EXPECT_EQ(lastWords("$ pip install\na\n\n  b\n"), "a / b");
    EXPECT_EQ(lastWords("1\n2\n3\n4\n5\n6\n7\n"), "2 / 3 / 4 / 5 / 6 / 7");
    EXPECT_EQ(lastWords(""), "");
    EXPECT_LE(lastWords(std::string(5000, 'x')).size(), 603U);
}

} // namespace penstock::host
