#include "core/edit/names.h"

#include "core/base/ids.h"

#include <gtest/gtest.h>

namespace penstock::edit {

TEST(Names, AreMadeOfAnything)
{
    EXPECT_EQ(legalName("train"), "train");
    EXPECT_EQ(legalName("scripts/my model (2).py"), "my_model_2");
    EXPECT_EQ(legalName("2nd.py"), "step_2nd");
    EXPECT_EQ(legalName("../.."), "step");
    EXPECT_EQ(legalName(""), "step");
    EXPECT_EQ(legalName("训练"), "step");
    EXPECT_TRUE(isName(legalName(std::string(500, 'x').append(" y"))));
}

TEST(Names, AreNumberedUntilOneIsFree)
{
    pipeline::Pipeline pipeline;
    for (const char* name : {"train", "train_2", "a"}) {
        pipeline.steps.emplace_back();
        pipeline.steps.back().name = name;
    }
    EXPECT_EQ(freeName(pipeline, "b"), "b");
    EXPECT_EQ(freeName(pipeline, "a"), "a_2");
    EXPECT_EQ(freeName(pipeline, "train"), "train_3");
    EXPECT_EQ(freeName(pipeline, "train_2"), "train_3");
    pipeline.steps.front().name = std::string(64, 'x');
    EXPECT_TRUE(isName(freeName(pipeline, pipeline.steps.front().name)));
}

} // namespace penstock::edit
