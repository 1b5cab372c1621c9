#include "core/platform/system_error.h"

#include <cerrno>
#include <cstring>

namespace penstock::platform {

Error systemError(const std::string& path, int error)
{
    const auto make = [&](ErrorCode code, const char* id) {
        return Error{code, {id, {{"path", path}, {"reason", std::strerror(error)}}}, path + ": " + std::strerror(error)};
    };
    switch (error) {
    case ENOENT:
    case ENOTDIR: return make(ErrorCode::notFound, "platform.not_found");
    case EACCES:
    case EPERM: return make(ErrorCode::denied, "platform.denied");
    case EROFS: return make(ErrorCode::denied, "platform.read_only");
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return make(ErrorCode::full, "platform.disk_full");
    default: return make(ErrorCode::io, "platform.io");
    }
}

} // namespace penstock::platform
