#include "core/edit/clipboard.h"
#include "tests/core/edit/example.h"

namespace penstock::edit {

namespace {

std::string refused(std::string_view text)
{
    const auto done = pasted(example(), text, {});
    return done ? std::string() : done.error().message.id;
}

std::vector<std::string> namesOf(const AddSteps& add)
{
    std::vector<std::string> names;
    for (const NewStep& step : add.steps)
        names.push_back(step.name);
    return names;
}

} // namespace

TEST(Clipboard, StepsAreCopiedAsTheyStandInTheFile)
{
    const std::string text = copied(example(), {"train", "prepare", "nobody"});
    const std::size_t begin = exampleText.find("  # Splits"), end = exampleText.find("\n  evaluate:");
    EXPECT_EQ(text, "steps:\n" + exampleText.substr(begin, end - begin));
    EXPECT_EQ(copied(example(), {}), "");
}

TEST(Clipboard, StepsThatShareALineOrAnAnchorAreWrittenOut)
{
    EXPECT_EQ(copied(Document("steps: {a: {run: x}, b: {run: z}}\n", ""), {"b"}), "steps:\n  b:\n    run: z\n");
    EXPECT_EQ(copied(Document("steps:\n  a: {run: &r [x]}\n  b: {run: *r}\n", ""), {"b"}), "steps:\n  b:\n    run: [x]\n");
}

TEST(Clipboard, APasteIntoAnotherPipelineKeepsCommentsAndNames)
{
    const Document other("penstock: 1\nsteps:\n    a: {run: x}\n", "");
    const auto add = pasted(other, copied(example(), {"prepare", "train"}), format::NodePosition{5, 6});
    ASSERT_TRUE(add);
    EXPECT_EQ(namesOf(*add), (std::vector<std::string>{"prepare", "train"}));
    EXPECT_EQ(add->steps[0].position, (format::NodePosition{5, 6}));
    const std::string text = after(other, *add);
    EXPECT_NE(text.find("    a: {run: x}\n    # Splits the data.\n    prepare:\n      run: [python3, prepare.py]\n"), std::string::npos) << text;
    EXPECT_NE(text.find("      # timeout: 2h\n"), std::string::npos);
}

TEST(Clipboard, ADuplicateGetsNewNamesAndSpeaksOfItsOwn)
{
    const auto add = pasted(example(), copied(example(), {"prepare", "train"}), format::NodePosition{0, 100});
    ASSERT_TRUE(add);
    EXPECT_EQ(namesOf(*add), (std::vector<std::string>{"prepare_2", "train_2"}));
    EXPECT_EQ(add->steps[1].step["needs"], format::YamlValue({"prepare_2"}));
    EXPECT_EQ(add->steps[1].step["inputs"]["data"], "${{ steps.prepare_2.outputs.train }}");
    EXPECT_EQ(add->steps[1].position, (format::NodePosition{200, 100}));
    EXPECT_TRUE(apply(example(), *add));
}

TEST(Clipboard, PipelinesAndBareStepsCanBePasted)
{
    EXPECT_EQ(namesOf(*pasted(Document("", ""), exampleText, {})).size(), 7u);
    const auto bare = pasted(example(), "  # mine\n  clean:\n    run: |\n      x\n\n      y\n  tidy: {wait: 1s}", {});
    ASSERT_TRUE(bare);
    EXPECT_EQ(namesOf(*bare), (std::vector<std::string>{"clean", "tidy"}));
    EXPECT_EQ(bare->steps[0].step["run"], "x\n\ny\n");
    EXPECT_NE(after(example(), *bare).find("\n  # mine\n  clean:\n    run: |\n      x\n\n      y\n"), std::string::npos);
}

TEST(Clipboard, GarbageIsRefusedWithOneSentence)
{
    EXPECT_EQ(refused(""), "edit.paste_no_steps");
    EXPECT_EQ(refused("hello"), "edit.paste_no_steps");
    EXPECT_EQ(refused("- a\n- b\n"), "edit.paste_no_steps");
    EXPECT_EQ(refused("a: 1\nb: 2\n"), "edit.paste_no_steps");
    EXPECT_EQ(refused("steps: {}\n"), "edit.paste_no_steps");
    EXPECT_EQ(refused("steps: [a]\n"), "edit.paste_no_steps");
    EXPECT_EQ(refused("steps: {a: {x: 1}}\n"), "edit.paste_no_steps");
    EXPECT_EQ(refused("steps: {a: {run: x}, a: {run: y}}\n"), "edit.paste_unreadable");
    EXPECT_EQ(refused("steps:\n  a: {run: [x\n"), "edit.paste_unreadable");
    EXPECT_EQ(refused(std::string("\x7f" "ELF\0\1\2\xff", 8)), "edit.paste_unreadable");
    EXPECT_EQ(refused(std::string(maximumPaste + 1, 'a')), "edit.paste_too_large");
}

} // namespace penstock::edit
