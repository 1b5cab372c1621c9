// Owners and shims killed at any moment, again and again: the witness file has at most one line per attempt.
#include "tests/core/platform/shim_fixture.h"

#include <algorithm>
#include <csignal>
#include <poll.h>
#include <random>
#include <sstream>

namespace penstock::platform {

class ShimChaos : public ShimTest, public testing::WithParamInterface<unsigned> {
protected:
    static constexpr int attempts = 40;

    static std::string name(int i) { return "r-1/step/" + std::to_string(i + 1); }
    RunOrder witnessed(const std::string& attempt) const
    {
        return order(attempt, {"sh", "-c", "echo " + attempt + " >> \"$HERE/witness\"; exit 3"});
    }
    std::map<std::string, int> executions() const
    {
        std::map<std::string, int> count;
        std::istringstream in(m_folder.read("witness"));
        for (std::string line; std::getline(in, line);)
            ++count[line];
        return count;
    }

    // One life of an owner: asks about what is open, runs what never ran, and dies after some events.
    void live(int mostRounds)
    {
        std::vector<std::string> open;
        for (int i = 0; i < attempts; ++i) {
            if (m_ends.count(name(i)) == 0)
                open.push_back(name(i));
        }
        const auto owner = newOwner(open);
        for (int round = 0; round < mostRounds && m_ends.size() < attempts; ++round) {
            pollfd handle{owner->pool().pollHandle(), POLLIN, 0};
            poll(&handle, 1, 50);
            for (const ShimEvent& event : owner->pool().drain())
                take(*owner, event);
            if (m_random() % 12 == 0)
                signalShim(static_cast<int>(m_random() % 2), SIGKILL);
        }
    }
    void take(Owner& owner, const ShimEvent& event)
    {
        if (const auto* never = std::get_if<AttemptNeverRan>(&event)) {
            owner.pool().launch(static_cast<int>(m_random() % 2), witnessed(never->attempt));
        } else if (const auto* exited = std::get_if<AttemptExited>(&event)) {
            const bool isFirst = m_ends.emplace(exited->attempt, exited->record.kind).second;
            EXPECT_TRUE(isFirst || m_ends.at(exited->attempt) == exited->record.kind) << "an end never changes";
            if (m_random() % 3 > 0) // else the owner dies between commit and forget
                owner.pool().forget(exited->attempt);
        } else {
            EXPECT_TRUE(std::holds_alternative<AttemptClaimed>(event));
        }
    }

    std::mt19937 m_random{GetParam()};
    std::map<std::string, ExitKind> m_ends;
};

TEST_P(ShimChaos, NothingRunsTwiceAndEverythingEnds)
{
    for (int i = 0; i < attempts; ++i)
        order(name(i), {}); // makes its folder
    for (int lives = 0; m_ends.size() < attempts && lives < 500; ++lives)
        live(static_cast<int>(1 + m_random() % 25));
    ASSERT_EQ(m_ends.size(), static_cast<std::size_t>(attempts));
    const auto count = executions();
    for (const auto& [attempt, kind] : m_ends) {
        const auto found = count.find(attempt);
        const int times = found == count.end() ? 0 : found->second;
        if (kind == ExitKind::exited)
            EXPECT_EQ(times, 1) << attempt;
        else
            EXPECT_LE(times, 1) << attempt;
        EXPECT_TRUE(kind == ExitKind::exited || kind == ExitKind::lost) << attempt << " ended as " << static_cast<int>(kind);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ShimChaos, testing::Values(1U, 2U, 3U, 4U));

} // namespace penstock::platform
