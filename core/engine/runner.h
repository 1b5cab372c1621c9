// Where attempts run. The owner plans an attempt (durably), then launches it; the runner tells what became of it.
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"
#include "core/engine/outcome.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace penstock::engine {

struct Task {
    AttemptId attempt;
    int slot = 0;
    std::vector<std::string> arguments;            // argv, at least one word
    std::map<std::string, std::string> variables;  // the whole environment
    std::string folder;                            // where it works, absolute
    std::string attemptFolder;                     // log and records, absolute, exists
    Duration timeout{};                            // 0: none
    Duration grace = Duration(10'000);             // between the polite and the final signal
    std::uint64_t logLimit = 64ull << 20;          // bytes kept, head and tail
    std::uint64_t memoryLimit = 0;                 // bytes of all its processes together; 0: none
    std::string preface;                           // stands first in its log
    std::vector<std::string> masks;                // secret values to hide in the log
    std::vector<std::string> masked;               // files and folders in which they are hidden too, before its end is told; absolute
    std::vector<std::string> maskedInPlace;        // likewise, but what follows stays where it was: the owner reads them as they grow
};

// What the witness of an attempt recorded about its end.
struct Exit {
    Outcome outcome;
    Instant started{}, ended{};
    Json usage = Json::object(); // USAGE of docs/formats.md
};

struct Claimed { // it is about to execute, or executes since before this owner came
    AttemptId attempt;
    std::int64_t pid = 0;
};
struct Exited {
    AttemptId attempt;
    Exit exit;
};
struct NeverRan { // recovery: certain that it did not execute; it may be launched again
    AttemptId attempt;
};

struct Unkillable { // asked to end, and a process of it does not even by SIGKILL: it keeps its slot until that is gone
    AttemptId attempt;
    std::int64_t pid = 0;
    std::string command;
};

using RunnerEvent = std::variant<Claimed, Exited, NeverRan, Unkillable>;

// Used from one thread. Promises: at most one execution per attempt id; every launched attempt ends in exactly one Exited
// (repeated until forget()), `lost` where nobody saw the end; nothing of an attempt runs after its Exited.
class Runner {
public:
    virtual ~Runner() = default;

    // What became of attempts that an earlier owner planned: each is answered through drain(), possibly much later for
    // those that still run (Claimed at once, Exited at their end).
    virtual void recover(const std::vector<AttemptId>& planned) = 0;
    virtual void launch(const Task& task) = 0;
    virtual void cancel(const AttemptId& attempt, Duration grace) = 0; // fine when it ended
    virtual void forget(const AttemptId& attempt) = 0;                 // its end is durable with the owner
    virtual void rest() = 0; // nothing runs for now: shims may go when they are not needed
    virtual int pollHandle() const = 0; // readable (epoll) when drain() has something to say
    virtual std::vector<RunnerEvent> drain() = 0;
};

} // namespace penstock::engine
