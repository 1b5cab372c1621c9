#include "core/host/file_revisions.h"

#include "core/host/git.h"

namespace penstock::host {

namespace {

using Revwalk = std::unique_ptr<git_revwalk, git::Freer<git_revwalk_free>>;

constexpr int mostCommits = 10'000;
constexpr std::size_t longestText = 500;

// What the file is in a commit; nothing where it is not there.
std::optional<git_oid> contentIn(git_commit& commit, const std::string& path)
{
    git_tree* tree = nullptr;
    if (git_commit_tree(&tree, &commit) != 0)
        return std::nullopt;
    const git::Tree owned(tree);
    git_tree_entry* entry = nullptr;
    if (git_tree_entry_bypath(&entry, tree, path.c_str()) != 0)
        return std::nullopt;
    const git::TreeEntry ownedEntry(entry);
    return *git_tree_entry_id(entry);
}

bool changed(git_commit& commit, const std::string& path)
{
    const auto content = contentIn(commit, path);
    if (!content)
        return false;
    for (unsigned int i = 0; i < git_commit_parentcount(&commit); ++i) {
        git_commit* parent = nullptr;
        if (git_commit_parent(&parent, &commit, i) != 0)
            continue; // a shallow clone ends here
        const git::Commit owned(parent);
        const auto before = contentIn(*parent, path);
        if (before && git_oid_equal(&*before, &*content))
            return false;
    }
    return true;
}

std::string shortened(const char* text) { return text ? std::string(text).substr(0, longestText) : std::string(); }

FileRevision described(git_commit& commit)
{
    const git_signature* author = git_commit_author(&commit);
    return {git::hex(*git_commit_id(&commit)), author ? shortened(author->name) : std::string(), shortened(git_commit_summary(&commit)),
            Instant(std::chrono::seconds(git_commit_time(&commit)))};
}

} // namespace

Result<std::vector<FileRevision>> revisionsOf(const std::string& workspace, const std::string& path, std::size_t most, const std::atomic<bool>& stop)
{
    const git::Library library;
    const auto repository = git::openAround(workspace);
    if (!repository)
        return Error{ErrorCode::notFound, {"host.no_repository", {{"path", workspace}}}, {}};
    const std::string folder = git::placeWithin(*repository, workspace);
    const std::string inside = folder.empty() ? path : std::string(folder).append("/").append(path);
    std::vector<FileRevision> revisions;
    git_revwalk* walk = nullptr;
    if (git_revwalk_new(&walk, repository.get()) != 0)
        return revisions;
    const Revwalk owned(walk);
    // In the order of git log, which goes commit by commit: any other one reads the whole history before it gives the first.
    if (git_revwalk_push_head(walk) != 0)
        return revisions; // nothing was committed yet
    git_oid id;
    for (int seen = 0; seen < mostCommits && revisions.size() < most && git_revwalk_next(&id, walk) == 0; ++seen) {
        if (stop)
            return Error{ErrorCode::cancelled, {}, {}};
        git_commit* commit = nullptr;
        if (git_commit_lookup(&commit, repository.get(), &id) != 0)
            continue;
        const git::Commit ownedCommit(commit);
        if (changed(*commit, inside))
            revisions.push_back(described(*commit));
    }
    return revisions;
}

} // namespace penstock::host
