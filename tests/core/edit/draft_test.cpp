#include "core/edit/draft.h"

#include <gtest/gtest.h>

namespace penstock::edit {

namespace {

Draft draft() { return {"pipelines/digits.pipeline.yaml", *parseInstant("2026-11-20T14:02:23.004Z"), "name: a\n", "name: b\r\n\xff"}; }

} // namespace

TEST(Draft, IsReadBackAsItWasWritten)
{
    const auto read = readDraft(writeDraft(draft()));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, draft());
}

TEST(Draft, OfEmptyTextsIsADraftToo)
{
    const Draft empty{"a", {}, "", ""};
    ASSERT_TRUE(readDraft(writeDraft(empty)));
    EXPECT_EQ(*readDraft(writeDraft(empty)), empty);
}

TEST(Draft, OneByteThatIsNotItsOwnIsNoticed)
{
    const std::string whole = writeDraft(draft());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        const auto read = readDraft(changed);
        EXPECT_TRUE(!read || read->text == draft().text) << i; // the time and the name are not worth a digest
        EXPECT_TRUE(!read || read->base == draft().base) << i;
    }
}

TEST(Draft, CutOffAnywhereItIsNoDraft)
{
    const std::string whole = writeDraft(draft());
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_EQ(readDraft(std::string_view(whole).substr(0, size)).error().code, ErrorCode::corrupt) << size;
    EXPECT_FALSE(readDraft(whole + "x"));
}

TEST(Draft, NeverSpeaksOfAFileOutsideOfTheWorkspace)
{
    for (const char* file : {"", "/etc/passwd", "..", "../p.yaml", "a/../../p.yaml", "a/.."}) {
        Draft evil = draft();
        evil.file = file;
        EXPECT_FALSE(readDraft(writeDraft(evil))) << file;
    }
}

TEST(Draft, ASizeThatLiesIsRefused)
{
    const std::string whole = writeDraft(draft());
    for (const char* size : {"-1", "9", "99999999999999999999", "1e3", "\"8\""}) {
        std::string changed = whole;
        const std::string own = "\"size\":8}";
        ASSERT_NE(changed.find(own), std::string::npos);
        changed.replace(changed.find(own), own.size(), std::string("\"size\":").append(size).append("}"));
        EXPECT_FALSE(readDraft(changed)) << size;
    }
}

TEST(Draft, HasOneNameForEachFileAndHolder)
{
    const std::string name = draftName("a.yaml", "4f2a");
    EXPECT_EQ(holderOf(name, "a.yaml"), "4f2a");
    EXPECT_EQ(holderOf(name, "b.yaml"), "");
    EXPECT_EQ(holderOf(draftName("a.yaml", ""), "a.yaml"), "");
    EXPECT_EQ(holderOf(draftName("a.yaml", "../../x"), "a.yaml"), "");
    EXPECT_EQ(holderOfLock(lockName("4f2a")), "4f2a");
    EXPECT_EQ(holderOfLock("state.lock"), "");
    EXPECT_EQ(holderOf("." + name + ".12-1.tmp", "a.yaml"), ""); // what a crash left of a write
}

} // namespace penstock::edit
