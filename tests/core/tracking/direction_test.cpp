#include "core/tracking/direction.h"

#include <gtest/gtest.h>

using namespace penstock::tracking;

TEST(Direction, IsGuessedFromTheWordsOfAName)
{
    for (const char* name : {"accuracy", "val_acc", "macro F1", "roc_auc", "valAccuracy", "per_class.cat.recall", "R2"})
        EXPECT_EQ(guessDirection(name), Direction::up) << name;
    for (const char* name : {"loss", "val_loss", "valLoss", "latency ms", "model_size", "RMSE", "test.error", "train time"})
        EXPECT_EQ(guessDirection(name), Direction::down) << name;
}

TEST(Direction, LetsTheLastWordDecide)
{
    EXPECT_EQ(guessDirection("accuracy_error"), Direction::down);
    EXPECT_EQ(guessDirection("error_score"), Direction::up);
}

TEST(Direction, IsUnknownWhereANameSaysNothing)
{
    for (const char* name : {"", "epoch", "closs", "glossary", "accurate", "samples", "42"})
        EXPECT_EQ(guessDirection(name), Direction::unknown) << name;
}

TEST(Direction, FollowsWhatPeopleSaid)
{
    Directions directions;
    directions.set("loss", Direction::up);
    directions.set("accuracy", Direction::unknown);
    EXPECT_EQ(directions.of("loss"), Direction::up);
    EXPECT_EQ(directions.of("accuracy"), Direction::unknown);
    EXPECT_EQ(directions.of("error"), Direction::down);
}

TEST(Direction, JudgesOnlyWhatItKnows)
{
    EXPECT_EQ(verdict(Direction::up, 0.9, 0.8), 1);
    EXPECT_EQ(verdict(Direction::up, 0.7, 0.8), -1);
    EXPECT_EQ(verdict(Direction::down, 0.7, 0.8), 1);
    EXPECT_EQ(verdict(Direction::down, 0.8, 0.8), 0);
    EXPECT_EQ(verdict(Direction::unknown, 0.9, 0.8), 0);
}
