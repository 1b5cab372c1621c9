#pragma once

#include "core/platform/shim_slot.h"

#include <memory>

namespace penstock::platform {

// All shims of a workspace, seen from its one owner. Used from one thread, which polls pollHandle() and calls drain().
//
// Guarantees: an attempt is executed at most once, whatever dies and however often it is launched; each launched attempt ends
// in one AttemptExited or AttemptNotStarted; what nobody saw ends as `lost`. Ends are told again by the next owner until
// forget(). Destroying the pool is what a kill of the owner is: shims go on.
class ShimPool final {
public:
    explicit ShimPool(ShimSettings settings);
    ~ShimPool();

    // Adopts what earlier owners left. Each planned attempt is answered by drain(): AttemptClaimed when it runs,
    // AttemptExited when it ended or was lost, AttemptNeverRan once every slot has proved that it cannot run any more.
    // What runs and is not planned has no owner that could want it: it is cancelled.
    void recover(const std::vector<std::string>& planned);

    // Starts a shim in `slot` where there is none (about 2 ms). An attempt that a slot knows is not launched again.
    void launch(int slot, RunOrder order);
    void cancel(const std::string& attempt, Duration grace);
    void forget(const std::string& attempt);
    void rest(); // lets shims go that have nothing to run

    int pollHandle() const { return m_poll.get(); } // readable when drain() has something to do
    ShimEvents drain();

    bool isSuperseded() const; // another owner took a shim over: this one must not act any more

private:
    ShimSlot& slot(int number);
    ShimSlot* slotOf(const std::string& attempt);
    void watch();
    void wait();
    void settle();
    bool isForOwner(const AttemptClaimed& event);
    bool isForOwner(const AttemptExited& event);
    template <class Other>
    bool isForOwner(const Other&)
    {
        return true;
    }
    bool isResolved() const;
    void answerNeverRan();
    void arm();

    ShimSettings m_settings;
    FileDescriptor m_poll;
    FileDescriptor m_timer;
    struct Entry {
        std::unique_ptr<ShimSlot> slot;
        int watchedConnection = 0;
        bool watchedForWriting = false;
    };
    std::map<int, Entry> m_slots;
    ShimEvents m_fresh;  // not settled yet
    ShimEvents m_held;   // refusals that another slot may still explain
    ShimEvents m_events; // for the next drain()
    std::set<std::string> m_planned; // asked about and not answered
    std::map<std::string, Duration> m_earlyCancels;
    std::set<std::string> m_wanted;  // launched or asked about, and not forgotten
    std::optional<Duration> m_flushAt;
    std::optional<Duration> m_armedFor;
};

} // namespace penstock::platform
