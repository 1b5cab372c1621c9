#pragma once

#include "app/shim/child_process.h"
#include "app/shim/memory_group.h"
#include "app/shim/memory_watch.h"
#include "app/shim/process_tree.h"
#include "core/platform/file_descriptor.h"
#include "core/platform/mask_filter.h"
#include "core/platform/step_log.h"

#include <optional>

struct rusage;

namespace penstock::shim {

// One attempt from exec to the proof that none of its processes is left. Driven by the supervisor's loop; never blocks.
//
// Ways of ending: the main process ends, then whatever it left behind gets a moment to go by itself (a `tee` behind a
// process substitution still writes) and is killed. Cancel and timeout send SIGTERM to all of its processes; they have until
// the end of the grace; who takes more memory than its limit has none. The end is reached only when the kernel says that there is no child (ECHILD), however long that takes.
class Attempt final {
public:
    // The tree outlives it. `groups` as platform::delegatedGroup().
    Attempt(platform::RunOrder order, ProcessTree& tree, std::string groups = {});

    // False when nothing runs: record() then says why, and the attempt is over once isOver().
    bool start();

    void readOutput();
    void reap(); // after SIGCHLD
    void cancel(Duration grace);
    void tick(Duration now);

    // Descriptors to poll for reading; -1 when closed.
    int out() const { return m_out.fd.get(); }
    int err() const { return m_err.fd.get(); }
    std::optional<Duration> deadline() const; // when tick() has something to do
    bool isOver() const { return m_over; }
    // A process that SIGKILL has not ended for a while. The record will name it.
    std::optional<platform::Survivor> unkillable(Duration now);

    pid_t pid() const { return isRunning() ? m_main : 0; }
    const platform::RunOrder& order() const { return m_order; }
    platform::ExitRecord finish(); // once, after isOver()

private:
    struct Stream {
        platform::FileDescriptor fd;
        platform::MaskFilter mask;
        platform::LogMark mark;
    };

    bool fail(platform::SpawnStage stage, int error);
    bool isRunning() const { return m_main > 0 && !m_mainEnded; }
    std::string_view take(Stream& stream, char* buffer, std::size_t room); // empty: nothing now, or its end
    void log(Stream& stream, std::string_view bytes);
    bool read(Stream& stream);
    void drain(Stream& stream);
    void account(const rusage& usage);
    void mainEnded(int status);
    void stop(platform::ExitKind kind, Duration grace);
    void guardMemory(bool byTheKernel);
    void lookAtMemory(Duration now);
    platform::MemoryEnd memoryEnd() const;
    void askToEnd();
    void killAll();

    platform::RunOrder m_order;
    ProcessTree& m_tree;
    std::string m_groups;
    std::optional<MemoryGroup> m_group;  // where the kernel keeps the limit
    std::optional<MemoryWatch> m_memory; // from the start on
    platform::StepLog m_log;
    Stream m_out;
    Stream m_err;
    platform::ExitRecord m_record;
    pid_t m_main = -1;
    bool m_mainEnded = false;
    bool m_over = false;
    std::optional<platform::ExitKind> m_stopKind;
    Duration m_started{};
    std::optional<Duration> m_timeoutAt;
    std::optional<Duration> m_killAt; // from then on everything is killed, again and again
    std::optional<Duration> m_killingSince;
};

} // namespace penstock::shim
