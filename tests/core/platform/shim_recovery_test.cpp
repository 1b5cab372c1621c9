// Owners die, shims die: what the next owner finds is true, and nothing runs twice.
#include "tests/core/platform/shim_fixture.h"

#include "core/platform/boot_id.h"
#include "core/platform/frame.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace penstock::platform {

class ShimRecovery : public ShimTest {
protected:
    // One line per execution: the witness that nobody can talk to.
    RunOrder witnessed(const std::string& attempt, const std::string& rest = "") const
    {
        return script(attempt, "echo " + attempt + " >> \"$HERE/witness\"; " + rest);
    }
    int executions(const std::string& attempt) const
    {
        std::istringstream in(m_folder.read("witness"));
        int count = 0;
        for (std::string line; std::getline(in, line);)
            count += line == attempt;
        return count;
    }
    RunOrder waitingForGo(const std::string& attempt) const
    {
        return witnessed(attempt, "until [ -e \"$HERE/go\" ]; do sleep 0.01; done; exit 5");
    }
    void go() { m_folder.write("go", ""); }
};

TEST_F(ShimRecovery, ARunningStepIsAdoptedByTheNextOwner)
{
    auto first = newOwner();
    first->pool().launch(0, waitingForGo("r-1/a/1"));
    ASSERT_TRUE(first->waitForClaim("r-1/a/1"));
    const int step = first->pidOf("r-1/a/1");
    first.reset();

    auto second = newOwner({"r-1/a/1"});
    ASSERT_TRUE(second->waitForClaim("r-1/a/1"));
    EXPECT_EQ(second->pidOf("r-1/a/1"), step);
    go();
    EXPECT_EQ(second->waitForExit("r-1/a/1").code, 5);
    EXPECT_EQ(executions("r-1/a/1"), 1);
}

TEST_F(ShimRecovery, AStepThatEndedWithoutAnOwnerIsImported)
{
    auto first = newOwner();
    first->pool().launch(0, waitingForGo("r-1/a/1"));
    ASSERT_TRUE(first->waitForClaim("r-1/a/1"));
    const int step = first->pidOf("r-1/a/1");
    first.reset();
    go();
    ASSERT_TRUE(waitFor([&] { return !isAlive(step); }));

    auto second = newOwner({"r-1/a/1"});
    EXPECT_EQ(second->waitForExit("r-1/a/1").code, 5);
}

TEST_F(ShimRecovery, AnEndIsToldAgainUntilItIsForgotten)
{
    auto first = newOwner();
    run(*first, witnessed("r-1/a/1", "exit 2"));
    first.reset();
    auto second = newOwner({"r-1/a/1"});
    EXPECT_EQ(second->waitForExit("r-1/a/1").code, 2);
    second->pool().forget("r-1/a/1");
    run(*second, witnessed("r-1/b/1")); // the forget travels before it
    second.reset();
    auto third = newOwner({"r-1/a/1", "r-1/b/1"});
    EXPECT_EQ(third->waitForExit("r-1/b/1").code, 0);
    EXPECT_TRUE(third->waitUntil([&] { return third->neverRan("r-1/a/1"); }));
    EXPECT_EQ(third->exits("r-1/a/1"), 0);
}

TEST_F(ShimRecovery, TheJournalOutlivesItsShim)
{
    auto first = newOwner();
    run(*first, witnessed("r-1/a/1", "exit 2"));
    ASSERT_TRUE(signalShim(0, SIGKILL));
    first.reset();
    ASSERT_TRUE(waitUntilShimIsGone(0));
    auto second = newOwner({"r-1/a/1"});
    EXPECT_EQ(second->waitForExit("r-1/a/1").code, 2);
    // Its successor in the slot knows it as well.
    EXPECT_EQ(run(*second, witnessed("r-1/b/1")).code, 0);
    EXPECT_EQ(second->exits("r-1/a/1"), 1);
    second->pool().forget("r-1/a/1");
    second->pool().forget("r-1/b/1");
}

TEST_F(ShimRecovery, AShimOfAnotherVersionIsLeftInPeaceAndItsJournalReadWhenItIsGone)
{
    // The old shim, pretended: the lock, a socket, a greeting, and a step that it brings to its end.
    const std::string folder = slotFolder(0);
    std::filesystem::create_directories(folder);
    auto lock = std::make_unique<Result<FileDescriptor>>(ShimFolder(m_settings, 0).tryLock());
    ASSERT_TRUE(*lock);
    const FileDescriptor listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    (folder + "/socket").copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(bind(listener.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0) << folder;
    ASSERT_EQ(listen(listener.get(), 8), 0);
    int greeted = 0;
    std::vector<FileDescriptor> connections;
    const auto greet = [&] {
        FileDescriptor connection(accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (!connection)
            return;
        const std::string hello = encodeAnswer(HelloAnswer{shimProtocolVersion + 1, 1, bootId()});
        EXPECT_EQ(send(connection.get(), hello.data(), hello.size(), MSG_NOSIGNAL), static_cast<ssize_t>(hello.size()));
        connections.push_back(std::move(connection));
        ++greeted;
    };
    auto owner = newOwner({"r-1/a/1"});
    ASSERT_TRUE(owner->waitUntil([&] { return greet(), greeted > 0; }));
    int turns = 0;
    EXPECT_TRUE(owner->waitUntil([&] { return greet(), ++turns == 5; })); // each lasts up to a second
    EXPECT_EQ(greeted, 1);
    EXPECT_FALSE(owner->neverRan("r-1/a/1"));

    std::string journal(journalMagic);
    ExitRecord record;
    record.code = 5;
    appendFrame(journal, encode(ClaimRecord{"r-1/a/1", attemptFolder("r-1/a/1"), bootId(), {}}));
    appendFrame(journal, encode(AttemptExit{"r-1/a/1", record}));
    std::ofstream(folder + "/journal", std::ios::binary) << journal;
    lock.reset();
    EXPECT_EQ(owner->waitForExit("r-1/a/1").code, 5);
}

TEST_F(ShimRecovery, ALostStepWithAProcessThatDoesNotDieKeepsItsSlotUntilThatIsGone)
{
    // The hunt is pretended: no process can be made that SIGKILL does not end.
    bool isStuck = true;
    int hunts = 0;
    m_settings.hunt = [&](const std::string& folder) {
        Hunt hunt = killSurvivors(folder);
        if (isStuck)
            hunt.left.push_back({4242, "dd if=/dead/disk"});
        ++hunts;
        return hunt;
    };
    auto owner = newOwner();
    owner->pool().launch(0, script("r-1/a/1", "sleep 1000"));
    ASSERT_TRUE(owner->waitForClaim("r-1/a/1"));
    ASSERT_TRUE(signalShim(0, SIGKILL));
    ASSERT_TRUE(owner->waitUntil([&] { return owner->unkillable("r-1/a/1") != nullptr; }));
    EXPECT_EQ(*owner->unkillable("r-1/a/1"), (Survivor{4242, "dd if=/dead/disk"}));
    ASSERT_TRUE(owner->waitUntil([&] { return hunts >= 2; }));
    EXPECT_EQ(owner->exits("r-1/a/1"), 0);

    owner = newOwner({"r-1/a/1"}); // the next one must not take it for what never ran
    ASSERT_TRUE(owner->waitForClaim("r-1/a/1"));
    EXPECT_TRUE(owner->waitUntil([&] { return owner->unkillable("r-1/a/1") != nullptr; }));
    EXPECT_FALSE(owner->neverRan("r-1/a/1"));
    isStuck = false;
    const ExitRecord record = owner->waitForExit("r-1/a/1");
    EXPECT_EQ(record.kind, ExitKind::lost);
    EXPECT_EQ(record.stubborn, (Survivor{4242, "dd if=/dead/disk"}));
    EXPECT_EQ(run(*owner, witnessed("r-1/b/1")).code, 0) << "the slot is free again";
}

TEST_F(ShimRecovery, AStepWhoseShimIsKilledIsLostAndGone)
{
    auto owner = newOwner();
    owner->pool().launch(0, script("r-1/a/1", "setsid sleep 1000 & echo $!; sleep 1000"));
    ASSERT_TRUE(owner->waitForClaim("r-1/a/1"));
    ASSERT_TRUE(owner->waitUntil([&] { return !log("r-1/a/1").empty(); }));
    const int step = owner->pidOf("r-1/a/1");
    const int daemon = std::stoi(log("r-1/a/1"));
    ASSERT_TRUE(signalShim(0, SIGKILL));
    const ExitRecord record = owner->waitForExit("r-1/a/1");
    EXPECT_EQ(record.kind, ExitKind::lost);
    EXPECT_EQ(record.lostReason, LostReason::shimDied);
    EXPECT_TRUE(waitFor([&] { return !isAlive(step); }));
    EXPECT_FALSE(isAlive(daemon)) << "nothing of an attempt runs after its end was told";
}

TEST_F(ShimRecovery, AShimKilledWithoutAnOwnerIsFoundLost)
{
    auto first = newOwner();
    first->pool().launch(0, waitingForGo("r-1/a/1"));
    ASSERT_TRUE(first->waitForClaim("r-1/a/1"));
    first.reset();
    ASSERT_TRUE(signalShim(0, SIGKILL));
    ASSERT_TRUE(waitUntilShimIsGone(0));
    {
        auto second = newOwner({"r-1/a/1"});
        EXPECT_EQ(second->waitForExit("r-1/a/1").kind, ExitKind::lost);
        run(*second, witnessed("r-1/b/1")); // a new shim finds the open claim and says the same
    }
    auto third = newOwner({"r-1/a/1"});
    EXPECT_EQ(third->waitForExit("r-1/a/1").kind, ExitKind::lost);
    EXPECT_EQ(executions("r-1/a/1"), 1);
}

TEST_F(ShimRecovery, WhatADeadShimNeverClaimedGoesToTheNext)
{
    auto owner = newOwner();
    owner->pool().launch(0, waitingForGo("r-1/a/1"));
    owner->pool().launch(0, witnessed("r-1/b/1"));
    ASSERT_TRUE(owner->waitForClaim("r-1/a/1"));
    ASSERT_TRUE(signalShim(0, SIGKILL));
    EXPECT_EQ(owner->waitForExit("r-1/a/1").kind, ExitKind::lost);
    EXPECT_EQ(owner->waitForExit("r-1/b/1").code, 0);
    EXPECT_EQ(executions("r-1/b/1"), 1);
}

TEST_F(ShimRecovery, OrdersOfADeadOwnerAreNotCarriedOut)
{
    auto first = newOwner();
    first->pool().launch(0, waitingForGo("r-1/a/1"));
    first->pool().launch(0, witnessed("r-1/b/1"));
    ASSERT_TRUE(first->waitForClaim("r-1/a/1"));

    auto second = newOwner({"r-1/a/1", "r-1/b/1"}); // the first still lives: it is pushed aside
    ASSERT_TRUE(second->waitUntil([&] { return second->neverRan("r-1/b/1"); }));
    EXPECT_TRUE(first->waitUntil([&] { return first->pool().isSuperseded(); }));
    go();
    EXPECT_EQ(second->waitForExit("r-1/a/1").code, 5);
    EXPECT_EQ(executions("r-1/b/1"), 0);
    EXPECT_EQ(run(*second, witnessed("r-1/b/1")).code, 0);
    EXPECT_EQ(executions("r-1/b/1"), 1);
}

TEST_F(ShimRecovery, AnAttemptIsExecutedOnceHoweverOftenItIsLaunched)
{
    const RunOrder same = witnessed("r-1/a/1", "exit 5");
    auto first = newOwner();
    run(*first, same);
    first->pool().launch(0, same);
    first.reset();
    Owner careless(m_settings); // launches without asking what became of it
    careless.pool().launch(0, same);
    EXPECT_EQ(careless.waitForExit("r-1/a/1").code, 5) << "the journal answers";
    Owner confused(m_settings); // even in another slot
    confused.pool().launch(1, same);
    EXPECT_EQ(confused.waitForExit("r-1/a/1").kind, ExitKind::refused);
    EXPECT_EQ(executions("r-1/a/1"), 1);
}

TEST_F(ShimRecovery, ARefusedDoubleDoesNotHideTheRealEnd)
{
    const RunOrder same = witnessed("r-1/a/1", "exit 5");
    {
        Owner owner(m_settings);
        owner.pool().launch(3, same);
        owner.waitForExit("r-1/a/1");
        Owner confused(m_settings);
        confused.pool().launch(1, same);
        confused.waitForExit("r-1/a/1");
    }
    auto owner = newOwner({"r-1/a/1"});
    EXPECT_EQ(owner->waitForExit("r-1/a/1").code, 5);
    owner->pool().forget("r-1/a/1");
    EXPECT_EQ(run(*owner, witnessed("r-1/b/1")).code, 0);
    EXPECT_EQ(owner->exits("r-1/a/1"), 1);
    EXPECT_EQ(executions("r-1/a/1"), 1);
}

TEST_F(ShimRecovery, WhatNobodyPlannedIsEnded)
{
    auto first = newOwner();
    first->pool().launch(0, waitingForGo("r-1/a/1"));
    ASSERT_TRUE(first->waitForClaim("r-1/a/1"));
    first.reset();
    auto second = newOwner();
    EXPECT_EQ(second->waitForExit("r-1/a/1").kind, ExitKind::cancelled);
    EXPECT_EQ(second->claims("r-1/a/1"), 0);
}

TEST_F(ShimRecovery, ACancelDuringRecoveryArrives)
{
    auto first = newOwner();
    first->pool().launch(0, waitingForGo("r-1/a/1"));
    ASSERT_TRUE(first->waitForClaim("r-1/a/1"));
    first.reset();
    auto second = newOwner({"r-1/a/1"});
    second->pool().cancel("r-1/a/1", Duration(1000)); // before the shim has answered
    EXPECT_EQ(second->waitForExit("r-1/a/1").kind, ExitKind::cancelled);
}

TEST_F(ShimRecovery, AHungShimHoldsUpNobodyElse)
{
    auto first = newOwner();
    first->pool().launch(0, waitingForGo("r-1/a/1"));
    ASSERT_TRUE(first->waitForClaim("r-1/a/1"));
    first.reset();
    ASSERT_TRUE(signalShim(0, SIGSTOP));
    auto second = newOwner({"r-1/a/1", "r-1/other/1"});
    second->pool().launch(1, witnessed("r-1/b/1"));
    EXPECT_EQ(second->waitForExit("r-1/b/1").code, 0);
    EXPECT_FALSE(second->neverRan("r-1/other/1")) << "the hung slot could still know it";
    ASSERT_TRUE(signalShim(0, SIGCONT));
    EXPECT_TRUE(second->waitUntil([&] { return second->neverRan("r-1/other/1"); }));
    go();
    EXPECT_EQ(second->waitForExit("r-1/a/1").code, 5);
}

TEST_F(ShimRecovery, AfterARebootTheOpenClaimIsLostForThatReason)
{
    std::string journal(journalMagic);
    appendFrame(journal, encode(ClaimRecord{"r-1/a/1", attemptFolder("r-1/a/1"), "another boot", Instant(Duration(7))}));
    m_folder.write("state/shims/0/journal", journal);
    auto owner = newOwner({"r-1/a/1", "r-1/b/1"});
    const ExitRecord record = owner->waitForExit("r-1/a/1");
    EXPECT_EQ(record.kind, ExitKind::lost);
    EXPECT_EQ(record.lostReason, LostReason::reboot);
    EXPECT_TRUE(owner->neverRan("r-1/b/1"));
}

TEST_F(ShimRecovery, ATornJournalIsBelievedUpToTheTear)
{
    ExitRecord end;
    end.code = 9;
    std::string journal(journalMagic);
    std::vector<std::size_t> ends;
    const auto add = [&](const JournalRecord& record) {
        appendFrame(journal, encode(record));
        ends.push_back(journal.size());
    };
    add(ClaimRecord{"r-1/a/1", "/a", "another boot", {}});
    add(AttemptExit{"r-1/a/1", end});
    add(ClaimRecord{"r-1/b/1", "/b", "another boot", {}});
    add(AttemptExit{"r-1/b/1", end});
    for (std::size_t length = 0; length <= journal.size(); ++length) {
        m_folder.write("state/shims/0/journal", journal.substr(0, length));
        auto owner = newOwner({"r-1/a/1", "r-1/b/1"});
        ASSERT_TRUE(owner->waitUntil([&] { return owner->events().size() == 2; })) << length;
        const auto expect = [&](const std::string& attempt, std::size_t claimed, std::size_t ended) {
            const ExitRecord* record = owner->exitOf(attempt);
            EXPECT_EQ(owner->neverRan(attempt), length < claimed) << length;
            ASSERT_EQ(record != nullptr, length >= claimed) << length;
            if (record) {
                EXPECT_EQ(record->kind, length < ended ? ExitKind::lost : ExitKind::exited) << length;
                EXPECT_EQ(record->code, length < ended ? 0 : 9) << length;
            }
        };
        expect("r-1/a/1", ends[0], ends[1]);
        expect("r-1/b/1", ends[2], ends[3]);
    }
}

TEST_F(ShimRecovery, AShimCutsATornTailAndGoesOn)
{
    auto first = newOwner();
    run(*first, witnessed("r-1/a/1"));
    first.reset();
    ASSERT_TRUE(signalShim(0, SIGKILL));
    ASSERT_TRUE(waitUntilShimIsGone(0));
    std::ofstream(slotFolder(0) + "/journal", std::ios::app | std::ios::binary) << "half a rec";
    {
        Owner second(m_settings);
        second.pool().launch(0, witnessed("r-1/b/1", "exit 8"));
        EXPECT_EQ(second.waitForExit("r-1/b/1").code, 8);
    }
    auto third = newOwner({"r-1/b/1"});
    EXPECT_EQ(third->waitForExit("r-1/b/1").code, 8);
    EXPECT_TRUE(std::filesystem::exists(slotFolder(0) + "/journal.damaged"));
}

} // namespace penstock::platform
