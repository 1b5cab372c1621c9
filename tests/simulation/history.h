// One seeded history of a workspace: runs are started, cancelled and resumed, people answer, processes end, messages come
// late and twice, commits fail, and the owner is killed at any moment. Checked after every step, numbered as in
// docs/faults.md: the state is the fold of the log (I2), one plan and one end per attempt and one end per instance and run
// (I3), successors start after their needs (I4) and nothing starts that the state of its run forbids, one execution per
// launched attempt (I5), no process of a run that has ended (I6), acknowledged commands are in the log after a kill (I7),
// slots and claims are exactly those that are held (I9), an open request shows what is true now; in the end every run ends.
#pragma once

#include "dice.h"
#include "outside.h"

#include "core/engine/decide.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace penstock::simulation {

class History final {
public:
    explicit History(std::uint64_t seed);

    // Empty when everything held; else what did not.
    std::string play();
    std::string log() const;
    std::size_t events() const { return m_log.size(); }

private:
    struct Entry {
        engine::Event event; // as read back from its text
        std::string actor;
        Instant at;
    };

    void step();
    void quiet(); // nothing new happens any more; what is under way comes to its end
    void give(const engine::Input& input);
    void startRun();
    void resumeRun();
    void cancelRun();
    void answer();
    void pass(Duration time);
    void commit();
    void failToCommit();
    void carryOut(const engine::Effect& effect);
    void kill();
    engine::WorkspaceState refolded() const;
    void take(const engine::Batch& batch);
    void checkPlanned(const AttemptId& attempt);
    void checkRequests();
    void countEnds(const engine::Event& event);
    void recount();
    void check();
    void require(bool holds, const std::string& what);

    Dice m_dice;
    Outside m_outside;
    Instant m_now = Instant(Duration(1'700'000'000'000));
    engine::WorkspaceState m_state, m_mirror;
    std::vector<Entry> m_log;     // committed, and behind them those that are not yet
    std::size_t m_committed = 0;
    std::vector<engine::Input> m_given; // since the last commit, and true whatever became of it
    std::vector<engine::Effect> m_effects; // of what is not committed
    std::set<std::string> m_ends;          // facts that may be true once
    std::set<std::string> m_acknowledged;  // commands whose caller was told that they are durable
    std::vector<std::string> m_promised;   // told when the commit is done
    std::map<RunId, std::map<std::string, Json>> m_pipelines; // that each run may open
    std::size_t m_checks = 0;
    std::string m_trouble;
};

} // namespace penstock::simulation
