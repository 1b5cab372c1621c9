#pragma once

#include "core/base/result.h"
#include "core/engine/outcome.h"

namespace penstock::cli {

// Promised to scripts (docs/formats.md, "Exit codes").
enum class Exit : int {
    done = 0,
    failed = 1, // the run failed, or a step was lost
    usage = 2,  // usage, or an invalid file
    rejected = 3,
    waiting = 4, // for a person
    cancelled = 5,
    unable = 6, // Penstock could not: untrusted, disk full, no owner
};

Exit exitFor(const Error& error);
Exit exitFor(engine::RunState state);

} // namespace penstock::cli
