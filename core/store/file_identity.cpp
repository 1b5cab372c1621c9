#include "core/store/file_identity.h"

#include <ctime>

namespace penstock::store {

namespace {

constexpr std::int64_t second = 1'000'000'000;

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * second + time.tv_nsec; }

} // namespace

FileIdentity identityOf(const struct stat& status)
{
    return {status.st_size, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
            static_cast<std::uint64_t>(status.st_ino)};
}

bool isSettled(const FileIdentity& identity)
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now); // the clock that file times are taken from
    // Whole seconds come from a file system that keeps nothing finer (some keep only every second one).
    const std::int64_t grain = identity.changed % second == 0 ? 2 * second : 0;
    return identity.changed + grain < nanoseconds(now);
}

} // namespace penstock::store
