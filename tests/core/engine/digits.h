#pragma once

#include "core/pipeline/document.h"

namespace penstock::engine::test {

// Train, register, compare with Production, ask, promote: prepare, train, evaluate, record, better, ask, ship, stop.
pipeline::Pipeline digits();

} // namespace penstock::engine::test
