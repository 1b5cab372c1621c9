#pragma once

#include "core/base/result.h"
#include "core/platform/file_descriptor.h"

#include <sys/types.h>

#include <optional>
#include <string>

namespace penstock::platform {

// Says who the one owner of a workspace is: an open-file-description lock, held for life. A killed owner releases it at once,
// because it is passed on to nobody; the content of the file is for people.
class WorkspaceLock final {
public:
    // Errors: conflict ("platform.workspace_owned") when another process has it; notFound, denied, full, io.
    static Result<WorkspaceLock> take(const std::string& path);

    // The process that holds it, without taking it: who starts at this moment is not disturbed. 0 when it has not said
    // who it is; nothing also where this user may not look.
    static std::optional<pid_t> holder(const std::string& path);

    // False when the file was removed or replaced, so that somebody else may own the workspace now: stop writing.
    bool isValid() const;

private:
    WorkspaceLock(std::string path, FileDescriptor file);

    std::string m_path;
    FileDescriptor m_file;
};

} // namespace penstock::platform
