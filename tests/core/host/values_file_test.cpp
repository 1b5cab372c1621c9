#include "core/host/failure_hint.h"
#include "core/host/values_file.h"

#include <gtest/gtest.h>

namespace penstock::host {

TEST(ValuesFile, ReadsTextAndJson)
{
    const auto values = parseValues("status=ready\r\nitems:=[1,2]\n\nurl=a=b\nempty=\n");
    ASSERT_TRUE(values);
    EXPECT_EQ(*values, Json::parse(R"({"status":"ready","items":[1,2],"url":"a=b","empty":""})"));
}

TEST(ValuesFile, WhatIsNoUtf8IsReplaced)
{
    EXPECT_EQ(parseValues("a=\xff!")->at("a"), "\xEF\xBF\xBD!");
}

TEST(ValuesFile, LaterLinesWin)
{
    EXPECT_EQ(parseValues("a=1\na=2")->at("a"), "2");
}

TEST(ValuesFile, SaysWhichLineIsWrong)
{
    const auto noEquals = parseValues("a=1\nbanana\n");
    ASSERT_FALSE(noEquals);
    EXPECT_EQ(noEquals.error().message.id, "values.no_equals");
    EXPECT_EQ(noEquals.error().message.arguments.front().second, "2");
    EXPECT_EQ(parseValues("a:={").error().message.id, "values.bad_json");
    EXPECT_EQ(parseValues("9=x").error().message.id, "values.bad_name");
    EXPECT_EQ(parseValues(std::string(2 << 20, 'x')).error().message.id, "values.too_large");
}

TEST(ValuesFile, DeclaredValuesMustBeThereAndOneOfTheChoices)
{
    const pipeline::Named<pipeline::ValueDeclaration> declared{{"status", {{"running", "ready"}}}};
    EXPECT_TRUE(checkValues({{"status", "ready"}}, declared));
    EXPECT_EQ(checkValues(Json::object(), declared).error().message.id, "values.missing");
    EXPECT_EQ(checkValues({{"status", "banana"}}, declared).error().message.id, "values.not_a_choice");
}

TEST(FailureHint, NamesTheMissingModule)
{
    EXPECT_EQ(hintIn("Traceback…\nModuleNotFoundError: No module named 'sklearn'\n", 1),
              (Message{"host.python_module_missing", {{"module", "sklearn"}}}));
    EXPECT_TRUE(hintIn("all is well", 1).id.empty());
}

TEST(FailureHint, NamesTheScriptOrProgramThatIsNotThere)
{
    const auto script = [](const char* path) { return Message{"host.script_missing", {{"path", path}}}; };
    EXPECT_EQ(hintIn("python3: can't open file '/w/train.py': [Errno 2] No such file or directory\n", 2), script("/w/train.py"));
    EXPECT_EQ(hintIn("Fatal error: cannot open file 'fit.R': No such file or directory\n", 2), script("fit.R"));
    EXPECT_EQ(hintIn("bash: train.sh: No such file or directory\n", 127), script("train.sh"));
    EXPECT_EQ(hintIn("begins\nbash: line 3: ./train.sh: No such file or directory\n", 127), script("./train.sh"));
    EXPECT_EQ(hintIn("bash: line 3: trian: command not found", 127), (Message{"platform.no_program", {{"program", "trian"}}}));
    EXPECT_TRUE(hintIn("bash: line 3: out/a.txt: No such file or directory\n", 1).id.empty()) << "a folder is missing, not a script";
    EXPECT_TRUE(hintIn("tail of it: command not found?\nmore", 1).id.empty());
}

TEST(FailureHint, SaysWhatASignalMeans)
{
    EXPECT_EQ(hintOf(SIGKILL).id, "host.signal_kill");
    EXPECT_EQ(hintOf(SIGSEGV).id, "host.signal_crash");
    EXPECT_TRUE(hintOf(SIGUSR1).id.empty());
    engine::Outcome outcome;
    outcome.kind = engine::OutcomeKind::signaled;
    outcome.signal = SIGABRT;
    EXPECT_EQ(failureHint(outcome, "no log").id, "host.signal_abort");
}

} // namespace penstock::host
