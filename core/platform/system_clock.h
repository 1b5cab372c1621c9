#pragma once

#include "core/base/clock.h"

namespace penstock::platform {

class SystemClock final : public Clock {
public:
    Instant wall() const override;
    Duration monotonic() const override; // stands still while the machine sleeps
};

} // namespace penstock::platform
