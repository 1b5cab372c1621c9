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

TEST(History, WhatCameFromOutsideIsAStepToo)
{
    History h = history();
    h.put(Document(text + "#", ""), {"edit.outside", {}});
    h.setSaved(text + "#");
    EXPECT_TRUE(h.isSaved());
    EXPECT_EQ(h.undoName()->id, "edit.outside");
    h.undo();
    EXPECT_EQ(h.now().text(), text);
    EXPECT_FALSE(h.isSaved());
    h.put(h.now(), {"edit.outside", {}}); // the same again is no step
    EXPECT_TRUE(h.canRedo());
}

TEST(History, WithoutAFileNothingIsSaved)
{
    History h = history();
    h.setSaved(std::nullopt);
    EXPECT_FALSE(h.isSaved());
    h.markSaved();
    EXPECT_TRUE(h.isSaved());
}

TEST(History, EveryStepHasItsNameAndCanBeGoneTo)
{
    History h = history();
    ASSERT_TRUE(h.apply(SetValue{{"steps", "train", "timeout"}, "3h"}));
    ASSERT_TRUE(h.apply(RemoveValue{{"steps", "train", "timeout"}}));
    ASSERT_TRUE(h.apply(ReplaceText{text + "#"}));
    const std::vector<Message> names = h.names();
    ASSERT_EQ(names.size(), 3U);
    EXPECT_EQ(names[0].id, "edit.set");
    EXPECT_EQ(names[1].id, "edit.remove");
    EXPECT_EQ(names[2].id, "edit.text");
    EXPECT_EQ(h.position(), 3U);
    h.goTo(1);
    EXPECT_NE(h.now().text().find("3h"), std::string::npos);
    EXPECT_EQ(h.names(), names); // what is undone can still be gone to
    EXPECT_EQ(h.position(), 1U);
    h.goTo(0);
    EXPECT_EQ(h.now().text(), text);
    h.goTo(99);
    EXPECT_EQ(h.position(), 3U);
    EXPECT_EQ(h.now().text(), text + "#");
}

TEST(History, TheOldestStepsOfLargeTextsAreForgotten)
{
    const std::string large(40 << 20, '#');
    History h{Document("", "")};
    for (int i = 0; i < 10; ++i)
        h.put(Document(large + std::to_string(i), ""), {"edit.text", {}});
    EXPECT_LT(h.names().size(), 8U);
    EXPECT_GT(h.names().size(), 4U);
    h.undo();
    EXPECT_TRUE(h.now().text().ends_with('8'));
}

TEST(Document, AnotherLayoutSharesWhatTheTextMeans)
{
    const Document document(text, "");
    const Document moved = document.withLayout("nodes: {}\n");
    EXPECT_EQ(&moved.pipeline(), &document.pipeline());
    EXPECT_EQ(moved.layoutText(), "nodes: {}\n");
    EXPECT_EQ(document.withoutMeaning(), document);
    EXPECT_NE(&document.withoutMeaning().pipeline(), &document.pipeline());
}

} // namespace penstock::edit
