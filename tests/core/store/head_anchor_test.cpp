#include "core/store/head_anchor.h"

#include "tests/support/temporary_folder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace penstock::store {

using test::TemporaryFolder;

namespace {

const std::string storeId(16, 'i');

LogHead headAt(Seq seq) { return {seq, sha256(std::to_string(seq))}; }

void replace(const std::string& path, const std::string& content) { std::ofstream(path, std::ios::binary) << content; }

} // namespace

TEST(HeadAnchor, RemembersTheLastHead)
{
    TemporaryFolder folder;
    const std::string path = folder / "anchor";
    EXPECT_FALSE(readAnchor(path)->has_value());
    {
        auto anchor = HeadAnchor::open(path, {storeId, headAt(0)});
        ASSERT_TRUE(anchor);
        for (Seq seq = 1; seq <= 9; ++seq) {
            ASSERT_TRUE(anchor->write(headAt(seq)));
            EXPECT_EQ((*readAnchor(path))->head, headAt(seq));
        }
        ASSERT_TRUE(anchor->write(headAt(9), true));
        ASSERT_TRUE(anchor->sync());
    }
    const auto last = *readAnchor(path);
    EXPECT_EQ(last->head, headAt(9));
    EXPECT_EQ(last->storeId, storeId);
    EXPECT_TRUE(last->closed);
    auto again = HeadAnchor::open(path, {storeId, headAt(9)});
    ASSERT_TRUE(again->write(headAt(10)));
    EXPECT_EQ((*readAnchor(path))->head, headAt(10)) << "newer than what the earlier owner wrote";
    EXPECT_FALSE((*readAnchor(path))->closed);
}

TEST(HeadAnchor, AWriteThatWasTornAnywhereLeavesTheHeadBefore)
{
    TemporaryFolder folder;
    const std::string path = folder / "anchor";
    auto anchor = HeadAnchor::open(path, {storeId, headAt(0)});
    ASSERT_TRUE(anchor->write(headAt(1)));
    const std::string before = folder.read("anchor");
    ASSERT_TRUE(anchor->write(headAt(2)));
    const std::string after = folder.read("anchor");
    int old = 0;
    for (std::size_t torn = 0; torn <= after.size(); ++torn) {
        replace(path, after.substr(0, torn) + before.substr(torn));
        const auto read = *readAnchor(path);
        ASSERT_TRUE(read);
        ASSERT_TRUE(read->head == headAt(1) || read->head == headAt(2)) << torn;
        old += read->head == headAt(1);
    }
    EXPECT_GT(old, 50);
}

TEST(HeadAnchor, AFileThatWasCutOrFilledWithOtherThingsIsNoAnchor)
{
    TemporaryFolder folder;
    const std::string path = folder / "anchor";
    ASSERT_TRUE(HeadAnchor::open(path, {storeId, headAt(7)}));
    const std::string whole = folder.read("anchor");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        replace(path, whole.substr(0, size));
        const auto read = readAnchor(path);
        ASSERT_TRUE(read) << size;
        ASSERT_TRUE(!*read || (*read)->head == headAt(7)) << size;
    }
    for (const std::string& other :
         {std::string(), std::string("x"), std::string(1024, '\0'), std::string(100'000, 'y')}) {
        replace(path, other);
        EXPECT_FALSE(readAnchor(path)->has_value());
    }
}

} // namespace penstock::store
