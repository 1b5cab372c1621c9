#pragma once

#include "core/base/time.h"

namespace penstock::shim {

Duration monotonicNow(); // stops while the machine sleeps, so that a suspended laptop does not time its steps out
Instant wallNow();

} // namespace penstock::shim
