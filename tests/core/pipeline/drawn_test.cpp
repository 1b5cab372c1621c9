#include "core/pipeline/drawn.h"

#include <gtest/gtest.h>

namespace penstock::pipeline {

TEST(Drawn, FramesAreReadAsFarAsTheyMakeSense)
{
    const auto frames = framesOf(*parseJson(R"({"a": {"title": "Clean the data", "steps": ["load", 3, "clean"]}, "b": ["train"], "c": 7, "d": {"steps": "x"}})"));
    EXPECT_EQ(frames, (std::vector<StepFrame>{{"a", "Clean the data", {"load", "clean"}}, {"b", "b", {"train"}}}));
    EXPECT_TRUE(framesOf(Json()).empty());
    EXPECT_TRUE(framesOf(Json::array({1})).empty());
}

TEST(Drawn, NotesAreTextsOrHaveOne)
{
    const auto notes = notesOf(*parseJson(R"({"why": "on purpose", "more": {"text": "see there"}, "empty": "", "odd": 3})"));
    EXPECT_EQ(notes, (std::vector<Note>{{"more", "see there"}, {"why", "on purpose"}}));
    EXPECT_EQ(noteNode("why"), "note:why");
}

} // namespace penstock::pipeline
