#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace penstock::test {

// Time moves only when the test says so.
class ManualClock final : public Clock {
public:
    Instant wall() const override { return Instant(Duration(1'700'000'000'000 + m_offset.load())); }
    Duration monotonic() const override { return Duration(m_offset.load()); }
    void advance(Duration by) { m_offset += by.count(); }

private:
    std::atomic<std::int64_t> m_offset{0};
};

} // namespace penstock::test
