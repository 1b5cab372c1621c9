#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace penstock::platform {

// Each outcome is its own kind: an exit with code 137 is not a SIGKILL, and what nobody saw is lost, never a number.
enum class ExitKind : std::uint8_t {
    exited = 1, // by itself; `code` holds
    signaled,   // by a signal that the shim did not send; `signal` holds
    timeout,    // stopped by the shim when its time was over
    cancelled,  // stopped by the shim when the owner asked
    spawnError, // nothing ran; `error` is the errno and `stage` says where
    refused,    // nothing ran: another claim of the same attempt had already used its folder
    lost,       // claimed, but its shim ended before the outcome was known
    outOfMemory, // killed because memory ran out; `memoryEnd` says whose, code and signal how its main process ended
};

enum class SpawnStage : std::uint8_t { none, log, pipe, fork, folder, exec };
enum class LostReason : std::uint8_t { none, shimDied, reboot };

// Who sees to it that an attempt stays within its limit: the shim, which looks from time to time, or the kernel, with a control
// group (docs/decisions/0006).
enum class MemoryGuard : std::uint8_t { none, watch, kernel };
// What ran out: what the attempt was allowed, or the machine (or whatever encloses all of Penstock), so that the kernel chose
// it as a victim.
enum class MemoryEnd : std::uint8_t { none, limit, machine };

// A process that was killed and did not go.
struct Survivor {
    int pid = 0;
    std::string command;

    bool operator==(const Survivor&) const = default;
};

// What the shim alone can witness about one attempt. Plain value.
struct ExitRecord {
    ExitKind kind = ExitKind::exited;
    int code = 0;                             // exited; also timeout and cancelled when the process ended by itself
    int signal = 0;                           // signaled; also timeout and cancelled
    int error = 0;                            // spawnError: errno
    SpawnStage stage = SpawnStage::none;      // spawnError
    LostReason lostReason = LostReason::none; // lost
    bool coreDumped = false;
    bool killed = false;       // SIGKILL was needed for it or for something that it left behind
    std::optional<Survivor> stubborn; // what SIGKILL did not end for a while; it is gone now
    bool logTruncated = false; // bytes are missing from the log: over the cap, or the disk was full
    Instant started{};
    Instant ended{};
    Duration ran{};         // monotonic: not disturbed by jumps of the wall clock
    Duration userTime{};    // of all processes of the attempt that were reaped
    Duration systemTime{};  // same
    std::uint64_t peakMemory = 0; // bytes; all its processes at once as far as it was looked, at least the largest one
    std::uint64_t readBytes = 0;    // from storage, not from what the system had in memory; like the times
    std::uint64_t writtenBytes = 0; // to storage, like the times
    std::uint64_t memoryLimit = 0;  // bytes; 0: none was asked for
    MemoryGuard memoryGuard = MemoryGuard::none;
    MemoryEnd memoryEnd = MemoryEnd::none;
    std::uint64_t logBytes = 0;   // in the log file
    std::uint64_t logDropped = 0; // written by the step but not kept

    bool operator==(const ExitRecord&) const = default;
};

} // namespace penstock::platform
