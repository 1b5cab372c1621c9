#pragma once

#include "core/base/result.h"
#include "core/platform/exit_record.h"

#include <string>
#include <variant>
#include <vector>

namespace penstock::platform {

// What a shim pool tells its owner. Attempts are named by AttemptId::text().
struct AttemptClaimed {
    std::string attempt;
    int pid = 0;
};
struct AttemptExited {
    std::string attempt;
    ExitRecord record;
    int slot = 0;
};
struct AttemptNeverRan { // certain: no claim anywhere, and no earlier order can still cause one
    std::string attempt;
};
struct AttemptNotStarted { // its slot could not take it, for example because penstock-shim is missing
    std::string attempt;
    Error why;
};
struct AttemptUnkillable { // asked to end and does not, even by SIGKILL; its slot stays taken until it does
    std::string attempt;
    Survivor process;
};

using ShimEvent = std::variant<AttemptClaimed, AttemptExited, AttemptNeverRan, AttemptNotStarted, AttemptUnkillable>;
using ShimEvents = std::vector<ShimEvent>;

} // namespace penstock::platform
