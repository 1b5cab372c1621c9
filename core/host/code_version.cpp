#include "core/host/code_version.h"

#include "core/engine/json_fields.h"
#include "core/host/uncommitted.h"

namespace penstock::host {

namespace {

constexpr std::size_t mostNamed = 10;

std::string commitOf(git_repository& repository)
{
    git_oid id;
    return git_reference_name_to_id(&id, &repository, "HEAD") == 0 ? git::hex(id) : std::string();
}

// Also that of a repository without a commit. Empty when a commit is checked out and no branch.
std::string branchOf(git_repository& repository)
{
    git_reference* head = nullptr;
    if (git_reference_lookup(&head, &repository, "HEAD") != 0)
        return {};
    const git::Reference owned(head);
    const char* target = git_reference_symbolic_target(head);
    const std::string name = target ? target : "";
    constexpr std::string_view branches = "refs/heads/";
    return name.starts_with(branches) ? name.substr(branches.size()) : std::string();
}

void addUncommitted(Json& version, const Uncommitted& found, ArtifactStore& artifacts)
{
    version["changed"] = found.changed;
    version["untracked"] = found.untracked;
    Json paths = Json::array();
    for (std::size_t i = 0; i < found.changes.size() && i < mostNamed; ++i)
        paths.push_back(found.changes[i].path);
    version["paths"] = std::move(paths);
    // Without room for them the run still says that there are changes.
    const auto list = artifacts.putBytes(dumpJson(toJson(found.changes)));
    const auto diff = found.diff.empty() ? Result<ArtifactRef>(Error{}) : artifacts.putBytes(found.diff);
    if (list)
        version["changes"] = engine::toJson(*list);
    if (diff)
        version["diff"] = engine::toJson(*diff);
    if (found.isCut || !diff)
        version["cut"] = true;
}

} // namespace

Json codeVersionOf(const std::string& workspace, const std::vector<std::string>& outputs, ArtifactStore& artifacts,
                   const std::atomic<bool>& stop)
{
    const git::Library library;
    const auto repository = git::openAround(workspace);
    if (!repository)
        return nullptr;
    const std::string place = git::placeWithin(*repository, workspace);
    const std::string before = place.empty() ? std::string() : place + '/';
    std::vector<std::string> without{before + ".penstock"};
    for (const std::string& path : outputs)
        without.push_back(before + path);
    const std::string commit = commitOf(*repository), branch = branchOf(*repository);
    Json version{{"commit", commit.empty() ? Json() : Json(commit)}, {"branch", branch.empty() ? Json() : Json(branch)}, {"folder", place}};
    const auto found = uncommittedIn(*repository, without, artifacts, stop);
    if (!found) {
        version["problem"] = engine::toJson(found.error().message);
        return version;
    }
    version["dirty"] = found->changed + found->untracked > 0;
    if (found->changed + found->untracked > 0)
        addUncommitted(version, *found, artifacts);
    return version;
}

Json codeVersionOf(const RevisionFiles& revision)
{
    Json version{{"commit", revision.commit()}, {"branch", nullptr}, {"folder", revision.folder()}, {"dirty", false}};
    if (auto missing = revision.missingSubmodules(); !missing.empty())
        version["missingSubmodules"] = std::move(missing);
    if (revision.hasFilters())
        version["unfiltered"] = true;
    return version;
}

} // namespace penstock::host
