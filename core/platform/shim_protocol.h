// What an owner and a shim say to each other, over `socket` in the shim's folder (AF_UNIX, SOCK_STREAM).
//
// Every message is one frame (core/platform/frame.h) whose payload is {u8 type, fields}: numbers little-endian, texts as
// {u32 length, bytes}, lists as {u32 count, texts}. Version 3. An owner does not talk to a shim of another version: that one
// finishes what it runs and goes, and its journal is read then, also that of version 1.
//
//   owner -> shim                                     shim -> owner
//   17 run       spec of one attempt; is also `go`     4 exited     the journal's exit record
//   18 cancel    attempt, grace ms                    32 hello      version, shim pid, boot id
//   19 sync      n                                    33 synced     n
//   20 forget    attempt                              34 withdrawn  attempt: not claimed, and no longer waiting
//   21 quit                                           35 refused    attempt, errno: could not even be claimed
//                                                     36 superseded a newer owner took this connection's place
//                                                     37 unkillable attempt, pid, command: SIGKILL does not end it; the
//                                                                   slot is kept. Told again to each new owner
//                                                     38 claimed    attempt, attempt folder, boot id, at ms, pid (0: not alive)
//
// On connect the shim says hello, then claimed and exited for everything in its journal that is not forgotten, then what
// happens. It executes one attempt at a time; further runs wait in order. A claim is in the journal before exec and an
// attempt that the journal knows is never executed again: repeating a run repeats the answers. Cancelling a waiting one
// withdraws it.
// Fence: a new connection supersedes the old one, whose unread messages and waiting runs are dropped. Whoever has
// connected, sent sync(n) and read synced(n) therefore knows that no run of an earlier owner is claimed after that; `sync`
// also makes the journal durable.
// `forget` lets the shim drop the records of an attempt; send it after the end of the attempt is durable elsewhere.
// `quit` ends the shim as soon as it has nothing to run; nothing is lost by it, the journal stays.
// Claimed may be held back a few milliseconds to share a packet with the exit of a short attempt.
#pragma once

#include "core/platform/shim_journal.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace penstock::platform {

inline constexpr std::uint32_t shimProtocolVersion = 3;

struct RunOrder {
    std::string attempt;
    std::string attemptFolder;            // absolute, exists; gets `log` and `log.idx`
    std::string folder;                   // absolute: the working folder
    std::vector<std::string> arguments;   // argv; without '/' the first is looked up in the PATH of `environment`
    std::vector<std::string> environment; // "NAME=value", complete
    std::string preface;                  // stands first in the log
    std::vector<std::string> masks;       // byte strings that never reach the log
    std::vector<std::string> masked;      // files and folders, absolute, in which they are replaced once it has ended
    std::vector<std::string> maskedInPlace; // likewise, byte by byte: somebody has read a part of them and goes on from there
    Duration timeout{};                   // 0: none; on CLOCK_MONOTONIC
    Duration grace{};                     // between SIGTERM and SIGKILL when the time is over
    std::uint64_t logCap = 0;             // bytes
    std::uint64_t memoryLimit = 0;        // bytes of all its processes; 0: none

    bool operator==(const RunOrder&) const = default;
};

struct CancelOrder {
    std::string attempt;
    Duration grace{};
};
struct SyncOrder {
    std::uint64_t number = 0;
};
struct ForgetOrder {
    std::string attempt;
};
struct QuitOrder {};
using ShimOrder = std::variant<RunOrder, CancelOrder, SyncOrder, ForgetOrder, QuitOrder>;

struct ClaimedAnswer {
    ClaimRecord claim;
    std::int32_t pid = 0;
};
struct HelloAnswer {
    std::uint32_t version = shimProtocolVersion;
    std::int32_t pid = 0;
    std::string bootId;
};
struct SyncedAnswer {
    std::uint64_t number = 0;
};
struct WithdrawnAnswer {
    std::string attempt;
};
struct RefusedAnswer {
    std::string attempt;
    int error = 0;
};
struct SupersededAnswer {};
struct UnkillableAnswer {
    std::string attempt;
    Survivor process;
};
using ShimAnswer = std::variant<ClaimedAnswer, AttemptExit, HelloAnswer, SyncedAnswer, WithdrawnAnswer, RefusedAnswer,
                                SupersededAnswer, UnkillableAnswer>;

// Each encode() yields a whole frame; each decode takes the payload of one and yields nothing when it is not one of these.
std::string encodeOrder(const ShimOrder& order);
std::optional<ShimOrder> decodeOrder(std::string_view payload);
std::string encodeAnswer(const ShimAnswer& answer);
std::optional<ShimAnswer> decodeAnswer(std::string_view payload);

} // namespace penstock::platform
