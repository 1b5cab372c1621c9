#include "core/base/ids.h"

#include <gtest/gtest.h>

namespace penstock {

TEST(Ids, PrintAndReadBackTheSame)
{
    EXPECT_EQ(RunId::parse("digits-42")->text(), "digits-42");
    EXPECT_EQ(RunId::parse("my-pipe-7")->pipeline, "my-pipe");
    EXPECT_EQ(InstanceId::parse("outer/train~2[3]")->text(), "outer/train~2[3]");
    EXPECT_EQ(InstanceId::parse("outer/train~2[3]")->folder(), "outer+train~2[3]");
    EXPECT_EQ(AttemptId::parse("digits-42/outer/train~2[3]/1")->text(), "digits-42/outer/train~2[3]/1");
    EXPECT_EQ(RequestId::parse("digits-42/ask")->text(), "digits-42/ask");
    EXPECT_EQ(RequestId::parse("digits-42/ask:2")->number, 2);
    EXPECT_EQ(ModelLine::parse("digits v1")->text(), "digits v1");
    EXPECT_EQ(VersionId::parse("digits 1.10")->text(), "digits 1.10");
}

TEST(Ids, RefuseWhatIsNotOne)
{
    for (const char* text : {"", "digits", "digits-", "digits-0", "digits-x", "-1", "../x-1", "digits-1x"})
        EXPECT_FALSE(RunId::parse(text)) << text;
    for (const char* text : {"", "a//b", "a[", "a[]", "a[-1]", "a~0", "a~", "a b", "/a", "a/"})
        EXPECT_FALSE(InstanceId::parse(text)) << text;
    for (const char* text : {"digits", "digits 1", "digits 1.", "digits .1", "digits 1.-1"})
        EXPECT_FALSE(VersionId::parse(text)) << text;
}

TEST(Ids, MinorVersionsAreOrderedAsNumbers)
{
    EXPECT_LT(*VersionId::parse("digits 1.9"), *VersionId::parse("digits 1.10"));
}

TEST(Ids, NamesAreLettersDigitsDashes)
{
    EXPECT_TRUE(isName("train_2-b"));
    EXPECT_FALSE(isName("2train"));
    EXPECT_FALSE(isName("train.2"));
    EXPECT_FALSE(isName(std::string(65, 'a')));
}

} // namespace penstock
