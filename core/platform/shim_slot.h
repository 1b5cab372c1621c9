#pragma once

#include "core/platform/shim_connection.h"
#include "core/platform/shim_events.h"
#include "core/platform/shim_folder.h"

#include <map>
#include <set>

namespace penstock::platform {

// The owner's view of one slot: its shim, if any, and what it was asked to do.
//
//   absent    no shim, and what its journal says is known; perhaps haunted by a process of a dead shim that does not die
//   greeting  connected; the shim has not yet proved by `synced` that it has done with earlier owners
//   ready     connected and ours
//   fading    a shim holds the lock but cannot be talked to: it starts, ends, hangs or is of another version
//
// An order is kept until its claim is seen, so that one that a dying shim never claimed goes to the next shim.
class ShimSlot final {
public:
    ShimSlot(const ShimSettings& settings, int slot);

    void look(ShimEvents& events, Duration now); // finds out what is there; ends in absent, greeting or fading
    void launch(RunOrder order, ShimEvents& events, Duration now);
    void cancel(const std::string& attempt, Duration grace);
    void forget(const std::string& attempt);
    void rest();
    void flush() { m_connection.flush(); }

    void receive(ShimEvents& events, Duration now);
    void tick(ShimEvents& events, Duration now);

    int fd() const { return m_connection.fd(); }
    int connectionNumber() const { return m_connection.number(); } // changes when fd() is another connection
    bool isBlocked() const { return m_connection.isBlocked(); }
    std::optional<Duration> wakeAt() const { return m_wakeAt; }
    bool isResolved() const { return m_state == State::absent || m_state == State::ready; }
    bool isSuperseded() const { return m_isSuperseded; }
    bool knows(const std::string& attempt) const;

private:
    enum class State { absent, greeting, ready, fading };
    struct Order {
        RunOrder order;
        bool isSent = false;
    };

    void take(const HelloAnswer& answer, ShimEvents& events);
    void take(const SyncedAnswer& answer, ShimEvents& events);
    void take(const ClaimedAnswer& answer, ShimEvents& events);
    void take(const AttemptExit& answer, ShimEvents& events);
    void take(const WithdrawnAnswer& answer, ShimEvents& events);
    void take(const RefusedAnswer& answer, ShimEvents& events);
    void take(const SupersededAnswer& answer, ShimEvents& events);
    void take(const UnkillableAnswer& answer, ShimEvents& events);
    void importJournal(const JournalContent& journal, ShimEvents& events, Duration now);
    void tellLost(const ClaimRecord& claim, ShimEvents& events, Duration now);
    void haunt(const ClaimRecord& claim, const Survivor& survivor, ShimEvents& events, Duration now);
    void tellNotRun(const std::string& attempt, ShimEvents& events);
    void failUnsent(const Error& why, ShimEvents& events);
    void startIfNeeded(ShimEvents& events, Duration now);
    void connect(Duration now);
    void becomeReady();
    void fade(Duration now);
    void tellExit(const std::string& attempt, const ExitRecord& record, ShimEvents& events);
    void dropCancelled(ShimEvents& events);
    void tidy();
    bool isOrdered(const std::string& attempt) const;
    void dropOrder(const std::string& attempt);
    bool hasWork() const { return !m_orders.empty() || !m_running.empty(); }

    ShimFolder m_folder;
    ShimConnection m_connection;
    State m_state = State::absent;
    std::vector<Order> m_orders;                  // launched, no claim seen; in the order of launching
    std::map<std::string, ClaimRecord> m_running; // claimed, no end seen
    std::map<std::string, Duration> m_cancels;    // asked for, not known to have arrived; with grace
    std::map<std::string, Survivor> m_haunted;    // lost, but something of it still runs; also in m_running
    std::set<std::string> m_ended;                // told, not forgotten
    std::set<std::string> m_forgets;              // not sent yet
    std::optional<Duration> m_wakeAt;
    Duration m_patience{};
    bool m_isSuperseded = false;
    bool m_isForeign = false; // the shim that holds the lock is of another version
};

} // namespace penstock::platform
