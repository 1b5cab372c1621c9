// What Design asks of the version control around a workspace. Studio implements it.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <atomic>
#include <string>
#include <vector>

namespace penstock::designer {

struct Revision {
    std::string commit; // hex
    std::string author, subject;
    Instant at{};

    bool operator==(const Revision&) const = default;
};

// Files are relative to the workspace. Thread-safe: asked from other threads than the window's.
class Revisions {
public:
    virtual ~Revisions() = default;

    // Those that changed the file, newest first. Errors: notFound when there is no version control; cancelled soon after
    // `stop` was set.
    virtual Result<std::vector<Revision>> of(const std::string& file, const std::atomic<bool>& stop) const = 0;
    virtual Result<std::string> read(const std::string& file, const std::string& commit) const = 0;
};

} // namespace penstock::designer
