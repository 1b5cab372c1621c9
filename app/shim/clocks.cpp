#include "app/shim/clocks.h"

#include <ctime>

namespace penstock::shim {

namespace {

Duration read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return Duration(static_cast<std::int64_t>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000);
}

} // namespace

Duration monotonicNow() { return read(CLOCK_MONOTONIC); }
Instant wallNow() { return Instant(read(CLOCK_REALTIME)); }

} // namespace penstock::shim
