// The facts of retention (event.h).
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"

#include <vector>

namespace penstock::engine {

// What retention no longer keeps is going to be removed; the facts stay. Until RetentionEnded the removal may be repeated.
struct RetentionBegan {
    std::vector<RunId> runs; // all they left: folders, and contents that nothing else needs
    std::vector<RunId> logs; // only what their steps printed
};

struct RetentionEnded {
    Json freed = Json::object(); // {KIND: {count, bytes}}
};

} // namespace penstock::engine
