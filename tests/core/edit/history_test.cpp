#include "core/edit/history.h"

#include <gtest/gtest.h>

namespace penstock::edit {

namespace {

const std::string text = "# a pipeline\npenstock: 1\nname: p   # its name\nsteps:\n\n  train:\n    run: [python3, 'train.py']  # keep me\n    timeout: 2h\n";

History history() { return History(Document(text, "")); }

} // namespace

TEST(History, AChangeOfOneValueChangesOnlyItsLine)
{
    History h = history();
    ASSERT_TRUE(h.apply(SetValue{{"steps", "train", "timeout"}, "3h"}));
    std::string expected = text;
    expected.replace(expected.find("2h"), 2, "3h");
    EXPECT_EQ(h.now().text(), expected);
    EXPECT_EQ(std::get<pipeline::Command>(h.now().pipeline().step("train")->body).timeout, parseDuration("3h"));
    EXPECT_FALSE(h.isSaved());
}

TEST(History, UndoGivesTheVeryBytesBackAndRedoDoesItAgain)
{
    History h = history();
    ASSERT_TRUE(h.apply(SetValue{{"steps", "train", "title"}, "Fit: it"}));
    ASSERT_TRUE(h.apply(RemoveValue{{"steps", "train", "timeout"}}));
    const std::string after = h.now().text();
    EXPECT_EQ(h.undoName()->id, "edit.remove");
    h.undo();
    h.undo();
    EXPECT_EQ(h.now().text(), text);
    EXPECT_TRUE(h.isSaved());
    h.redo();
    h.redo();
    EXPECT_EQ(h.now().text(), after);
}

TEST(History, AnEditThatChangesNothingIsNoStep)
{
    History h = history();
    ASSERT_TRUE(h.apply(RemoveValue{{"steps", "train", "retry"}}));
    EXPECT_FALSE(h.canUndo());
}

TEST(History, TypingIsOneStepUntilTheGestureEnds)
{
    History h = history();
    ASSERT_TRUE(h.apply(ReplaceText{text + "#"}));
    ASSERT_TRUE(h.apply(ReplaceText{text + "##"}));
    h.endGesture();
    ASSERT_TRUE(h.apply(ReplaceText{text + "###"}));
    h.undo();
    EXPECT_EQ(h.now().text(), text + "##");
    h.undo();
    EXPECT_EQ(h.now().text(), text);
}

TEST(History, MovedNodesAreKeptInTheLayoutAlone)
{
    History h = history();
    ASSERT_TRUE(h.apply(MoveNodes{{{"train", {10, 20}}, {"gone", {1, 1}}}}));
    EXPECT_EQ(h.now().text(), text);
    EXPECT_TRUE(h.isSaved());
    EXPECT_EQ(h.now().positions(), (format::NodePositions{{"train", {10, 20}}}));
    h.undo();
    EXPECT_TRUE(h.now().positions().empty());
}

TEST(History, ABrokenTextCanOnlyBeMendedAsText)
{
    History h = history();
    ASSERT_TRUE(h.apply(ReplaceText{"a: ["}));
    const auto refused = h.apply(SetValue{{"name"}, "x"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message.id, "edit.text_broken");
    ASSERT_TRUE(h.apply(ReplaceText{text}));
    EXPECT_TRUE(h.apply(SetValue{{"name"}, "x"}));
}

} // namespace penstock::edit
