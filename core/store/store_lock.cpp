#include "core/store/store_lock.h"

#include "core/store/system_failure.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace penstock::store {

Result<StoreLock> StoreLock::take(const std::string& path)
{
    for (int tries = 0; tries < 10; ++tries) {
        Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
        if (!file)
            return lastSystemFailure(path, "open");
        if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK)
                return Error{ErrorCode::busy, {"store.owned_elsewhere", {{"path", path}}}, {}};
            return lastSystemFailure(path, "flock");
        }
        StoreLock lock(path, std::move(file));
        if (lock.stillHolds())
            return lock;
        // Between open and flock the file was replaced: what is locked now is not what others see.
    }
    return Error{ErrorCode::busy, {"store.owned_elsewhere", {{"path", path}}}, "the lock file is being replaced"};
}

bool StoreLock::stillHolds() const
{
    struct stat held {
    }, seen{};
    return ::fstat(m_file.number(), &held) == 0 && ::stat(m_path.c_str(), &seen) == 0 && held.st_ino == seen.st_ino &&
           held.st_dev == seen.st_dev;
}

} // namespace penstock::store
