// How long what no registered version needs is kept: `retention` of penstock.yaml.
#pragma once

#include "core/base/time.h"

#include <optional>

namespace penstock::registry {

struct Retention {
    std::optional<Duration> runs; // after their end, with all that only they need; absent: for ever
    std::optional<Duration> logs; // what their steps printed; absent: as long as the run

    bool isSet() const { return runs || logs; }
    bool operator==(const Retention&) const = default;
};

} // namespace penstock::registry
