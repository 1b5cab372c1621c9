#include "core/edit/entry_order.h"

#include <gtest/gtest.h>

namespace penstock::edit {

namespace {

std::string head(const std::string& parameters) { return "penstock: 1\nname: p\nparameters:\n" + parameters + "steps:\n  a: {run: [\"true\"]}\n"; }

std::string moved(const std::string& text, const std::string& key, int by)
{
    const Document before(text, {});
    const auto edit = movedEntry(before, {"parameters"}, key, by);
    if (!edit)
        return edit.error().message.id;
    const auto after = apply(before, *edit);
    return after ? after->text() : after.error().message.id;
}

} // namespace

TEST(EntryOrder, AnEntryMovesWithItsComments)
{
    const std::string c = "  # how strong\n  c: {type: number, default: 1.0}   # mine\n", kernel = "  kernel: rbf\n", seed = "  seed: 1   # fixed\n";
    EXPECT_EQ(moved(head(c + kernel + seed), "c", 1), head(kernel + c + seed));
    EXPECT_EQ(moved(head(c + kernel + seed), "c", 5), head(kernel + seed + c));
    EXPECT_EQ(moved(head(c + kernel + seed), "seed", -1), head(c + seed + kernel));
    EXPECT_EQ(moved(head(c + kernel + seed), "seed", -2), head(seed + c + kernel));
}

TEST(EntryOrder, AnEntryBeyondTheEndStaysWhereItIs)
{
    const std::string text = head("  a: 1\n  b: 2\n");
    EXPECT_EQ(moved(text, "a", -1), text);
    EXPECT_EQ(moved(text, "b", 1), text);
    EXPECT_EQ(moved(text, "c", 1), "yaml.patch_missing");
}

TEST(EntryOrder, AMappingInBracketsChangesItsOrder)
{
    const Document before("penstock: 1\nname: p\nparameters: {a: 1, b: {type: number}}\nsteps: {}\n", {});
    const auto edit = movedEntry(before, {"parameters"}, "b", -1);
    ASSERT_TRUE(edit.ok());
    EXPECT_EQ(apply(before, *edit)->text(), "penstock: 1\nname: p\nparameters: {b: {type: number}, a: 1}\nsteps: {}\n");
}

TEST(EntryOrder, AFileThatEndsWithoutALineEndIsReadAllTheSame)
{
    const Document before("penstock: 1\nname: p\nsteps: {}\nparameters:\n  a: 1\n  b: 2", {});
    const auto edit = movedEntry(before, {"parameters"}, "b", -1);
    ASSERT_TRUE(edit.ok());
    const auto after = apply(before, *edit);
    ASSERT_TRUE(after.ok());
    EXPECT_EQ(after->pipeline().parameters.front().name, "b");
    EXPECT_EQ(after->pipeline().parameters.size(), 2U);
}

} // namespace penstock::edit
