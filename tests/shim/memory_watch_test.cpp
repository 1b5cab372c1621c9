#include "app/shim/memory_watch.h"

#include "tests/shim/fake_tree.h"

#include <gtest/gtest.h>

namespace penstock::shim {

using namespace std::chrono_literals;

TEST(MemoryWatch, LooksTenTimesASecondWhereThereIsALimit)
{
    test::FakeTree tree;
    MemoryWatch limited(tree, 1000, 5s);
    EXPECT_EQ(limited.nextLook(), 5100ms);
    EXPECT_FALSE(limited.look(7s));
    EXPECT_EQ(limited.nextLook(), 7100ms);
    MemoryWatch free(tree, 0, 5s);
    EXPECT_EQ(free.nextLook(), 6s);
    EXPECT_FALSE(free.look(6s));
    EXPECT_EQ(free.nextLook(), 7s);
}

TEST(MemoryWatch, RemembersTheMostAndCountsWhatIsSharedOnce)
{
    test::FakeTree tree;
    MemoryWatch watch(tree, 1000, 0s);
    tree.resident = 600;
    watch.look(1s);
    tree.resident = 1500;
    tree.shared = 700;
    EXPECT_FALSE(watch.look(2s));
    EXPECT_EQ(watch.peak(), 800U);
    tree.resident = 100;
    tree.shared = 0;
    EXPECT_FALSE(watch.look(3s));
    EXPECT_EQ(watch.peak(), 800U);
    tree.resident = 1001;
    EXPECT_TRUE(watch.look(4s));
}

TEST(MemoryWatch, DoesNotSpendItsTimeOnCounting)
{
    test::FakeTree tree;
    tree.walkTakes = 20ms;
    tree.resident = 900;
    tree.shared = 400; // so that the cheap number is always news
    MemoryWatch watch(tree, 800, 0s);
    EXPECT_FALSE(watch.look(1s));
    EXPECT_FALSE(watch.look(1100ms));
    EXPECT_FALSE(watch.look(1900ms));
    EXPECT_EQ(tree.walks, 1);
    tree.shared = 0;
    EXPECT_TRUE(watch.look(60s));
    EXPECT_EQ(tree.walks, 2);
}

TEST(MemoryWatch, SaysWhenTheMachineRanOutMeanwhile)
{
    test::FakeTree tree;
    tree.kills = 7;
    MemoryWatch watch(tree, 0, 0s);
    EXPECT_FALSE(watch.hasMachineRunOut());
    tree.kills = 8;
    EXPECT_TRUE(watch.hasMachineRunOut());
    watch.look(1s);
    EXPECT_TRUE(watch.hasMachineRunOut()) << "the news may still come";
    watch.look(2s);
    EXPECT_FALSE(watch.hasMachineRunOut()) << "this attempt lived on";
}

} // namespace penstock::shim
