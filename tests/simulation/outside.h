// Everything outside the core: processes that live on when the owner dies, and the registry. What happened here happened.
#pragma once

#include "dice.h"

#include "core/engine/command_line.h"
#include "core/engine/decide.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace penstock::simulation {

class Outside final {
public:
    explicit Outside(Dice& dice)
        : m_dice(dice)
    {}

    // An attempt is executed at most once, however often it is launched.
    void launch(const engine::WorkspaceState& state, const AttemptId& attempt);
    void stop(const AttemptId& attempt);
    void record(const RunId& run, const InstanceId& instance);
    void promote(const engine::WorkspaceState& state, const RunId& run, const InstanceId& instance);
    void moveProductionByHand();
    void watch(const RunId& run, const InstanceId& instance) { m_watched.insert({run, instance}); }

    // Processes go on: some of them end.
    void work();
    // What a new owner learns about an attempt that an earlier one planned. False: it never ran.
    bool recover(const AttemptId& attempt);
    void repeatProduction(); // the registry shares the log with the engine: a new owner knows it

    bool hasMessage() const { return !m_messages.empty(); }
    // In any order: what one process says may be overtaken by what another says, or by its own end.
    engine::Input takeMessage();
    // With the owner die its watches.
    void loseMessages()
    {
        m_messages.clear();
        m_watched.clear();
    }
    std::optional<engine::Input> oldMessage(); // one that was delivered before, again

    const std::string& trouble() const { return m_trouble; } // the first promise that was broken
    int executions(const AttemptId& attempt) const;
    std::size_t running() const { return m_running.size(); }
    std::optional<AttemptId> runningWhere(const std::function<bool(const RunId&)>& holds) const; // the first one of such a run

private:
    struct Process {
        std::vector<std::string> claims;
        std::vector<int> slots;
        bool stopped = false;
    };

    void say(engine::Input message) { m_messages.push_back(std::move(message)); }
    void end(const AttemptId& attempt, const Process& process);
    engine::Outcome outcome(bool stopped);
    Json facts() const;
    void complain(const std::string& what);

    Dice& m_dice;
    std::map<AttemptId, Process> m_running;
    std::map<AttemptId, engine::AttemptEnded> m_ended;
    std::map<AttemptId, int> m_executions;
    std::map<std::pair<RunId, InstanceId>, int> m_versions; // minor numbers
    std::set<std::pair<RunId, InstanceId>> m_watched; // files that have not come
    int m_lastMinor = 0;
    std::string m_production; // "m 1.2"; empty: none
    int m_moves = 0;
    std::vector<engine::Input> m_messages, m_delivered;
    std::string m_trouble;
};

} // namespace penstock::simulation
