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
    EXPECT_EQ(hintIn("Traceback…\nModuleNotFoundError: No module named 'sklearn'\n"),
              (Message{"host.python_module_missing", {{"module", "sklearn"}}}));
    EXPECT_TRUE(hintIn("all is well").id.empty());
}

} // namespace penstock::host
