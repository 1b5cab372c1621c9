#include "core/remote/socket_path.h"

#include "core/base/digest.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace penstock::remote {

namespace {

constexpr std::size_t longestSocketPath = 106;

std::string inFolder(const std::string& folder, const std::string& workspace)
{
    return folder + '/' + sha256(workspace).hex().substr(0, 16) + ".sock";
}

} // namespace

std::string socketPath(const std::string& workspace)
{
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    struct stat info {};
    if (runtime && runtime[0] == '/' && stat(runtime, &info) == 0 && S_ISDIR(info.st_mode)) {
        std::string path = inFolder(std::string(runtime) + "/penstock", workspace);
        if (path.size() <= longestSocketPath)
            return path;
    }
    return inFolder("/tmp/penstock-" + std::to_string(geteuid()), workspace);
}

Result<void> prepareSocketFolder(const std::string& socketPath)
{
    const std::string folder = socketPath.substr(0, socketPath.rfind('/'));
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return Error{ErrorCode::io, {"remote.socket_folder", {{"path", folder}}}, std::strerror(errno)};
    struct stat info {};
    if (lstat(folder.c_str(), &info) != 0)
        return Error{ErrorCode::io, {"remote.socket_folder", {{"path", folder}}}, std::strerror(errno)};
    if (!S_ISDIR(info.st_mode) || info.st_uid != geteuid())
        return Error{ErrorCode::denied, {"remote.socket_folder_foreign", {{"path", folder}}}, {}};
    if ((info.st_mode & 077) != 0 && chmod(folder.c_str(), 0700) != 0)
        return Error{ErrorCode::denied, {"remote.socket_folder_foreign", {{"path", folder}}}, std::strerror(errno)};
    return {};
}

} // namespace penstock::remote
