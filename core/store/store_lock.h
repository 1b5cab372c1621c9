#pragma once

#include "core/base/result.h"
#include "core/store/descriptor.h"

#include <string>

namespace penstock::store {

// The right to write to a state folder, held by one process at a time for the life of this object. flock on a file of
// its own: the kernel gives it back when the process dies, and its descriptor is closed on exec, so that no step can
// hold it.
class StoreLock final {
public:
    // Errors: busy ("store.owned_elsewhere"), denied when the folder cannot be written to, io.
    static Result<StoreLock> take(const std::string& path);
    // False when the file was removed or replaced: somebody else may hold "the" lock then.
    bool stillHolds() const;

private:
    StoreLock(std::string path, Descriptor file) : m_path(std::move(path)), m_file(std::move(file)) {}
    std::string m_path;
    Descriptor m_file;
};

} // namespace penstock::store
