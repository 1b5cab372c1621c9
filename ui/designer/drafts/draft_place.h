#pragma once

#include "core/base/clock.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace penstock::designer {

// Where unsaved edits are kept, and how it is known that somebody is still at work on them. Without a clock nothing is kept.
struct DraftPlace {
    // Absolute folders; the first one is written to, drafts are looked for in all. Asked in any thread, each time.
    std::function<std::vector<std::string>()> folders;
    // Holds the file at this path until the answer is gone or the process has ended, however; null when another holds it.
    std::function<std::shared_ptr<void>(const std::string& path)> hold;
    const Clock* clock = nullptr; // outlives who is given this
};

} // namespace penstock::designer
