#include "tests/core/edit/example.h"

namespace penstock::edit {

namespace {

const format::YamlValue aStep = {{"run", {"python3", "clean.py"}}};

} // namespace

TEST(AddSteps, StandAtTheEndOrBehindAStepAsTheFileSetsStepsApart)
{
    EXPECT_EQ(after(example(), AddSteps{{{"clean", aStep, std::nullopt}}, {}}),
              replaced(exampleText, "end: succeeded\n", "end: succeeded\n\n  clean:\n    run: [python3, clean.py]\n"));
    EXPECT_EQ(after(example(), AddSteps{{{"clean", aStep, std::nullopt}}, "train"}),
              replaced(exampleText, "    # timeout: 2h\n", "    # timeout: 2h\n\n  clean:\n    run: [python3, clean.py]\n"));
}

TEST(AddSteps, TakeTheStyleOfTheFile)
{
    const Document dense("steps:\r\n    a: {run: x}\r\n    b: {run: y}\r\n", "");
    EXPECT_EQ(after(dense, AddSteps{{{"c", aStep, std::nullopt}}, "a"}), "steps:\r\n    a: {run: x}\r\n    c: {run: [python3, clean.py]}\r\n    b: {run: y}\r\n");
    const Document flow("steps: {a: {run: x}, b: {run: y}}\n", "");
    EXPECT_EQ(after(flow, AddSteps{{{"c", aStep, std::nullopt}}, "a"}), "steps: {a: {run: x}, c: {run: [python3, clean.py]}, b: {run: y}}\n");
    EXPECT_EQ(after(Document("name: p\n", ""), AddSteps{{{"c", aStep, std::nullopt}}, {}}), "name: p\nsteps:\n  c:\n    run: [python3, clean.py]\n");
    EXPECT_EQ(after(Document("", ""), AddSteps{{{"c", aStep, std::nullopt}}, {}}), "steps:\n  c:\n    run: [python3, clean.py]\n");
}

TEST(AddSteps, KeepTheirPositions)
{
    const auto added = apply(example(), AddSteps{{{"clean", aStep, format::NodePosition{10, 20}}}, {}});
    ASSERT_TRUE(added);
    EXPECT_EQ(added->positions().at("clean"), (format::NodePosition{10, 20}));
    EXPECT_NE(added->layoutText().find("prepare: [0, 0]  # first"), std::string::npos);
}

TEST(AddSteps, AreRefusedWithANameThatIsTakenOrNone)
{
    EXPECT_EQ(refusal(example(), AddSteps{{{"train", aStep, std::nullopt}}, {}}), "edit.step_exists");
    EXPECT_EQ(refusal(example(), AddSteps{{{"a", aStep, std::nullopt}, {"a", aStep, std::nullopt}}, {}}), "edit.step_exists");
    EXPECT_EQ(refusal(example(), AddSteps{{{"a b", aStep, std::nullopt}}, {}}), "edit.bad_name");
}

TEST(RemoveSteps, GoWithTheCommentsAboveAndInsideThem)
{
    const std::string left = after(example(), RemoveSteps{{"train"}});
    EXPECT_EQ(left.find("Fits the model"), std::string::npos);
    EXPECT_EQ(left.find("timeout"), std::string::npos);
    EXPECT_NE(left.find("test.csv}\n\n  evaluate:\n"), std::string::npos) << left;
    EXPECT_NE(left.find("# Splits the data."), std::string::npos);
}

TEST(RemoveSteps, TakeWhatSpeaksOfThemAlong)
{
    const auto removed = apply(example(), RemoveSteps{{"train", "stop"}});
    ASSERT_TRUE(removed);
    const std::string& text = removed->text();
    EXPECT_NE(text.find("    inputs:\n      data: '${{ steps.prepare.outputs.test }}'\n"), std::string::npos) << text;
    EXPECT_NE(text.find("artifact: \"\", metrics:"), std::string::npos) << text;
    EXPECT_EQ(text.find("else: stop"), std::string::npos);
    EXPECT_EQ(text.find("on_reject"), std::string::npos);
    EXPECT_NE(text.find("{title: Learning, steps: [prepare]}"), std::string::npos);
    EXPECT_EQ(removed->positions().count("train"), 0u);
}

TEST(RemoveSteps, HealTheGap)
{
    const Document chain("steps:\n  a: {run: x}\n  b: {needs: [a], run: y}\n  c: {needs: [b], run: z}\n", "");
    EXPECT_EQ(after(chain, RemoveSteps{{"b"}, true}), "steps:\n  a: {run: x}\n  c: {needs: [a], run: z}\n");
    const Document choice("steps:\n  a:\n    choose:\n      - {else: b}\n  b: {run: y}\n  c: {needs: [b], run: z}\n", "");
    EXPECT_EQ(after(choice, RemoveSteps{{"b"}, true}), "steps:\n  a:\n    choose:\n      - {else: c}\n  c: {run: z}\n");
}

TEST(RemoveSteps, LeaveAnEmptyMappingBehind)
{
    EXPECT_EQ(after(Document("steps:\n  a: {run: x}\nname: p\n", ""), RemoveSteps{{"a"}}), "steps: {}\nname: p\n");
    EXPECT_EQ(refusal(example(), RemoveSteps{{"nobody"}}), "edit.no_step");
}

TEST(SetEnabled, WritesAndRemovesOneLine)
{
    const auto off = apply(example(), SetEnabled{{"evaluate", "ask"}, false});
    ASSERT_TRUE(off);
    EXPECT_NE(off->text().find("  evaluate:\n    enabled: false\n    run:"), std::string::npos) << off->text();
    EXPECT_EQ(after(*off, SetEnabled{{"evaluate", "ask"}, true}), exampleText);
}

TEST(RenameStep, EverythingThatSpeaksOfItFollowsAndNothingElseChanges)
{
    std::string expected = exampleText;
    for (const char* old : {"  train:\n", "steps.train.outputs.model }}\"\n", "steps.train.outputs.model }}\", metrics", "steps['train']", "[prepare, train]"})
        expected = replaced(expected, old, replaced(old, "train", "fit"));
    const auto renamed = apply(example(), RenameStep{"train", "fit"});
    ASSERT_TRUE(renamed);
    EXPECT_EQ(renamed->text(), expected);
    EXPECT_EQ(renamed->layoutText(), replaced(exampleLayout, "train:", "fit:"));
}

TEST(RenameStep, ReachesScriptsBranchesAndNeeds)
{
    const std::string text = after(example(), RenameStep{"prepare", "split"});
    EXPECT_EQ(text.find("steps.prepare"), std::string::npos);
    EXPECT_NE(text.find("      python3 train.py ${{ steps.split.values.rows }}\n"), std::string::npos);
    EXPECT_NE(text.find("needs: [split]   # also for its order"), std::string::npos);
    EXPECT_NE(text.find("then: split, at_most: 2"), std::string::npos);
    EXPECT_NE(text.find("python3, prepare.py"), std::string::npos);
}

TEST(RenameStep, ChangesAnAnchorForAllThatUseIt)
{
    const Document shared("steps:\n  a: {run: x}\n  b: {needs: &n [a], run: y}\n  c: {needs: *n, run: z}\n", "");
    EXPECT_EQ(after(shared, RenameStep{"a", "first"}), "steps:\n  first: {run: x}\n  b: {needs: &n [first], run: y}\n  c: {needs: *n, run: z}\n");
}

TEST(RenameStep, IsRefusedToANameThatIsTakenOrNone)
{
    EXPECT_EQ(refusal(example(), RenameStep{"train", "stop"}), "edit.step_exists");
    EXPECT_EQ(refusal(example(), RenameStep{"train", "2"}), "edit.bad_name");
    EXPECT_EQ(refusal(example(), RenameStep{"nobody", "x"}), "edit.no_step");
}

TEST(Several, IsAllOrNothing)
{
    const Message name{"edit.rename", {}};
    const Several fine{name, {RenameStep{"stop", "halt"}, RemoveSteps{{"halt"}}}};
    EXPECT_EQ(after(example(), fine), after(example(), RemoveSteps{{"stop"}}));
    EXPECT_EQ(nameOf(fine), name);
    EXPECT_EQ(refusal(example(), Several{name, {RemoveSteps{{"train"}}, RenameStep{"train", "fit"}}}), "edit.no_step");
}

TEST(EditNames, SayWhatWasDone)
{
    EXPECT_EQ(nameOf(AddSteps{{{"a", aStep, {}}, {"b", aStep, {}}}, {}}), (Message{"edit.add_steps", {{"count", "2"}}}));
    EXPECT_EQ(nameOf(Connect{{LinkKind::order, "a", "b"}}), (Message{"edit.connect", {{"from", "a"}, {"to", "b"}}}));
    EXPECT_EQ(nameOf(SetEnabled{{"a"}, false}), (Message{"edit.disable", {{"what", "a"}}}));
}

} // namespace penstock::edit
