#include "app/studio/git_revisions.h"

#include "core/host/file_revisions.h"
#include "core/host/revision_files.h"

namespace penstock::studio {

namespace {

constexpr std::size_t mostRevisions = 200;
constexpr std::uint64_t largestFile = 16 << 20;

} // namespace

Result<std::vector<designer::Revision>> GitRevisions::of(const std::string& file, const std::atomic<bool>& stop) const
{
    const auto found = host::revisionsOf(m_workspace, file, mostRevisions, stop);
    if (!found)
        return found.error();
    std::vector<designer::Revision> revisions;
    for (const host::FileRevision& each : *found)
        revisions.push_back({each.commit, each.author, each.subject, each.at});
    return revisions;
}

Result<std::string> GitRevisions::read(const std::string& file, const std::string& commit) const
{
    const auto files = host::RevisionFiles::open(m_workspace, commit);
    if (!files)
        return files.error();
    return (*files)->read(std::string(m_workspace).append("/").append(file), largestFile);
}

} // namespace penstock::studio
