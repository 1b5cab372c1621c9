#pragma once

#include "core/base/time.h"

namespace penstock {

// The two clocks of the outside world. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;

    virtual Instant wall() const = 0;         // for people and for deadlines that survive a restart; may jump
    virtual Duration monotonic() const = 0;   // for spans within one process; never goes back
};

} // namespace penstock
