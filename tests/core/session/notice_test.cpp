#include "core/session/notice.h"

#include <gtest/gtest.h>

namespace penstock::session {

TEST(NoticeTest, ProgressComesOutAsItWentIn)
{
    const AttemptId attempt = *AttemptId::parse("digits-42/train/2");
    const auto read = progressIn(noticeOf(InputProgress{attempt, "data/raw.csv", 1'000, 5'000'000'000}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->attempt, attempt);
    EXPECT_EQ(read->path, "data/raw.csv");
    EXPECT_EQ(read->done, 1'000u);
    EXPECT_EQ(read->total, 5'000'000'000u);
}

TEST(NoticeTest, AnEnvironmentThatIsMadeComesOutAsItWentIn)
{
    const AttemptId attempt = *AttemptId::parse("digits-42/train/2");
    const Notice notice = noticeOf(EnvironmentProgress{attempt, "requirements.txt", "Collecting numpy", Duration(41'000)});
    EXPECT_FALSE(progressIn(notice)) << "no input is read";
    const auto read = environmentIn(notice);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->attempt, attempt);
    EXPECT_EQ(read->path, "requirements.txt");
    EXPECT_EQ(read->line, "Collecting numpy");
    EXPECT_EQ(read->since, Duration(41'000));
    EXPECT_FALSE(environmentIn(noticeOf(InputProgress{attempt, "data/raw.csv", 1, 2})));
}

TEST(NoticeTest, GrowthOfSeriesComesOutAsItWentIn)
{
    const auto read = growthIn(noticeOf(SeriesGrown{*AttemptId::parse("digits-42/train/2"), 17}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->attempt.text(), "digits-42/train/2");
    EXPECT_EQ(read->points, 17u);
    EXPECT_FALSE(growthIn({"digits-42/train/2", "progress", {{"points", 1}}}));
}

TEST(NoticeTest, TroubleKeepsItsSentence)
{
    const Error full{ErrorCode::full, {"store.disk_full", {{"path", "/data/.penstock"}}}, "COMMIT"};
    const auto read = troubleIn(noticeOfTrouble(full));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->message, full.message);
    EXPECT_EQ(read->detail, "COMMIT");
}

TEST(NoticeTest, WhatIsNotKnownIsPassedOver)
{
    EXPECT_FALSE(progressIn({"digits-42/train/1", "progress", {{"what", "collect"}}}));
    EXPECT_FALSE(progressIn({"no attempt", "progress", {{"what", "digest"}}}));
    EXPECT_FALSE(progressIn({"digits-42/train/1", "news", {{"what", "digest"}}}));
    EXPECT_FALSE(troubleIn({"workspace", "progress", {}}));
    EXPECT_EQ(progressIn({"digits-42/train/1", "progress", {{"what", "digest"}, {"done", -5}}})->done, 0u);
}

} // namespace penstock::session
