#include "core/store/workspace_record.h"

#include "core/base/json.h"
#include "core/store/durable_file.h"
#include "core/store/system_failure.h"

#include <cstdio>
#include <sys/random.h>
#include <sys/stat.h>

namespace penstock::store {

namespace {

constexpr std::uint64_t largestRecord = 64 << 10;

std::string recordPath(const std::string& stateFolder) { return stateFolder + "/workspace.json"; }

std::uint64_t inodeOf(const std::string& path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_ino) : 0;
}

} // namespace

Result<WorkspaceRecord> WorkspaceRecord::of(const std::string& workspace)
{
    std::uint64_t salt = 0;
    if (::getrandom(&salt, sizeof salt, 0) != sizeof salt)
        return lastSystemFailure(workspace, "getrandom");
    char id[17];
    std::snprintf(id, sizeof id, "%016llx", static_cast<unsigned long long>(salt));
    return WorkspaceRecord{id, workspace, inodeOf(workspace)};
}

Result<std::optional<WorkspaceRecord>> WorkspaceRecord::read(const std::string& stateFolder)
{
    const auto text = readSmallFile(recordPath(stateFolder), largestRecord);
    if (!text && text.error().code == ErrorCode::notFound)
        return std::optional<WorkspaceRecord>();
    if (!text)
        return text.error();
    const auto json = parseJson(*text);
    const WorkspaceRecord record = json ? WorkspaceRecord{textAt(*json, "id"), textAt(*json, "path"),
                                                          static_cast<std::uint64_t>(integerAt(*json, "inode"))}
                                        : WorkspaceRecord{};
    if (record.id.empty())
        return Error{ErrorCode::corrupt, {"store.record_damaged", {{"path", recordPath(stateFolder)}}}, {}};
    return std::optional(record);
}

Result<void> WorkspaceRecord::write(const std::string& stateFolder) const
{
    return writeDurably(recordPath(stateFolder),
                        dumpJsonPretty({{"penstock", 1}, {"id", id}, {"path", path}, {"inode", inode}}) + '\n');
}

Kinship kinship(const WorkspaceRecord& recorded, const WorkspaceRecord& here)
{
    const bool same = recorded.path == here.path || recorded.inode == here.inode;
    return !same && recorded.inode != 0 && inodeOf(recorded.path) == recorded.inode ? Kinship::copied : Kinship::same;
}

} // namespace penstock::store
