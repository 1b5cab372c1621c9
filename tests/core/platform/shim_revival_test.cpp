// A shim that lost its owner starts another, once, while its step goes on.
#include "tests/core/platform/shim_fixture.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <sstream>

namespace penstock::platform {

class ShimRevival : public ShimTest {
protected:
    ShimRevival()
    {
        m_folder.write("owner.sh", "#!/bin/sh\necho $$ >> \"$(dirname \"$0\")/owners\"\n"
                                   "until [ -e \"$(dirname \"$0\")/end\" ]; do sleep 0.01; done\n");
        std::filesystem::permissions(m_folder / "owner.sh", std::filesystem::perms::owner_all);
        m_settings.ownerCommand = {m_folder / "owner.sh"};
    }
    ~ShimRevival() override
    {
        m_folder.write("end", "");
        for (const int pid : owners())
            waitFor([pid] { return !isAlive(pid); });
    }

    std::vector<int> owners() const
    {
        std::istringstream in(m_folder.read("owners"));
        std::vector<int> pids;
        for (int pid = 0; in >> pid;)
            pids.push_back(pid);
        return pids;
    }
    RunOrder waitingForGo(const std::string& attempt) const
    {
        return script(attempt, "until [ -e \"$HERE/go\" ]; do sleep 0.01; done");
    }
};

TEST_F(ShimRevival, AnOwnerIsStartedOnceWhileTheStepGoesOn)
{
    auto first = newOwner();
    first->pool().launch(0, waitingForGo("r-1/a/1"));
    ASSERT_TRUE(first->waitForClaim("r-1/a/1"));
    const int step = first->pidOf("r-1/a/1");
    first.reset();
    ASSERT_TRUE(waitFor([&] { return owners().size() == 1; }));
    EXPECT_TRUE(isAlive(step));

    auto second = newOwner({"r-1/a/1"});
    ASSERT_TRUE(second->waitForClaim("r-1/a/1"));
    m_folder.write("go", "");
    const ExitRecord record = second->waitForExit("r-1/a/1");
    EXPECT_EQ(record.code, 0);
    EXPECT_FALSE(record.killed);
    EXPECT_TRUE(isAlive(owners().front())) << "what the shim started is nothing that the step left behind";
    EXPECT_EQ(owners().size(), 1U);
}

TEST_F(ShimRevival, NobodyIsStartedWhereAnOwnerCameInTime)
{
    m_settings.reviveDelay = std::chrono::minutes(10);
    auto first = newOwner();
    first->pool().launch(0, waitingForGo("r-1/a/1"));
    ASSERT_TRUE(first->waitForClaim("r-1/a/1"));
    first.reset();
    auto second = newOwner({"r-1/a/1"});
    ASSERT_TRUE(second->waitForClaim("r-1/a/1"));
    m_folder.write("go", "");
    second->waitForExit("r-1/a/1");
    second->pool().forget("r-1/a/1");
    second->pool().rest();
    EXPECT_TRUE(waitUntilShimIsGone(0));
    EXPECT_TRUE(owners().empty());
}

TEST_F(ShimRevival, AShimThatNobodyNeedsGoesByItself)
{
    auto first = newOwner();
    run(*first, order("r-1/a/1", {"true"}));
    first->pool().forget("r-1/a/1");
    int rounds = 0;
    first->waitUntil([&rounds] { return ++rounds == 2; }); // the forget is held back until the second drain
    first.reset();
    EXPECT_TRUE(waitUntilShimIsGone(0));
    EXPECT_TRUE(owners().empty());
}

TEST_F(ShimRevival, TheRevivedOwnerIsNoPartOfAnyStep)
{
    auto first = newOwner();
    first->pool().launch(0, order("r-1/a/1", {"true"}));
    first->waitForExit("r-1/a/1");
    first.reset(); // its end was not acknowledged
    ASSERT_TRUE(waitFor([&] { return owners().size() == 1; }));
    auto second = newOwner({"r-1/a/1"});
    const ExitRecord record = run(*second, order("r-1/b/1", {"true"}));
    EXPECT_FALSE(record.killed);
    EXPECT_TRUE(isAlive(owners().front())) << "ending a step ends what the step started, not what the shim did";
}

} // namespace penstock::platform
