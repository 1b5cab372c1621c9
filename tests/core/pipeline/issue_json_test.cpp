#include "core/pipeline/issue_json.h"

#include <gtest/gtest.h>

using namespace penstock;
using namespace penstock::pipeline;

TEST(IssueJson, KeepsEverything)
{
    const Issues issues{{Severity::error, {"check.unknown_step", {{"name", "trian"}}}, {"check.mend.nearest", {{"nearest", "train"}}}, "steps.a.needs.0", {3, 9}},
                        {Severity::notYet, {"check.not_yet", {}}, {}, "steps.b.map", {4, 1}},
                        {Severity::warning, {"check.unused", {}}, {}, "", {}}};
    const Result<Json> text = parseJson(dumpJson(toJson(issues)));
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(issuesFromJson(*text), issues);
}

TEST(IssueJson, PassesOverWhatIsNoIssue)
{
    for (const char* text : {"{}", "[1]", "null"})
        EXPECT_TRUE(issuesFromJson(*parseJson(text)).empty()) << text;
}
