#include "core/host/revision_files.h"

#include "core/host/submodules.h"

namespace penstock::host {

namespace {

constexpr std::size_t longestRevision = 512;

Error readOnly(const std::string& path) { return {ErrorCode::denied, {"host.write_failed", {{"path", path}}}, "a revision"}; }

Error missing(const std::string& path) { return {ErrorCode::notFound, {"host.file_missing", {{"path", path}}}, path}; }

git::Blob blobOf(git_repository& repository, const git_tree_entry* entry)
{
    git_blob* blob = nullptr;
    const bool isFile = entry && (git_tree_entry_filemode(entry) == GIT_FILEMODE_BLOB || git_tree_entry_filemode(entry) == GIT_FILEMODE_BLOB_EXECUTABLE);
    return git::Blob(isFile && git_blob_lookup(&blob, &repository, git_tree_entry_id(entry)) == 0 ? blob : nullptr);
}

} // namespace

RevisionFiles::RevisionFiles(std::string workspace, git::Repository repository, git::Tree tree)
    : m_workspace(std::move(workspace))
    , m_folder(git::placeWithin(*repository, m_workspace))
    , m_repository(std::move(repository))
    , m_tree(std::move(tree))
{}

Result<std::unique_ptr<RevisionFiles>> RevisionFiles::open(const std::string& workspace, const std::string& revision)
{
    const git::Library library;
    auto repository = git::openAround(workspace);
    if (!repository)
        return Error{ErrorCode::notFound, {"host.no_repository", {{"path", workspace}}}, {}};
    git_object *object = nullptr, *commit = nullptr, *tree = nullptr;
    const bool isShort = !revision.empty() && revision.size() <= longestRevision;
    if (!isShort || git_revparse_single(&object, repository.get(), revision.c_str()) != 0)
        return Error{ErrorCode::notFound, {"host.unknown_revision", {{"revision", revision.substr(0, longestRevision)}}}, {}};
    const git::Object named(object);
    if (git_object_peel(&commit, object, GIT_OBJECT_COMMIT) != 0)
        return Error{ErrorCode::notFound, {"host.unknown_revision", {{"revision", revision}}}, {}};
    const git::Object owned(commit);
    if (git_object_peel(&tree, commit, GIT_OBJECT_TREE) != 0)
        return git::failure("host.git_failed", {{"path", workspace}});
    std::unique_ptr<RevisionFiles> files(new RevisionFiles(workspace, std::move(repository), git::Tree(reinterpret_cast<git_tree*>(tree))));
    files->m_commit = git::hex(*git_object_id(commit));
    return files;
}

std::vector<std::string> RevisionFiles::missingSubmodules() const
{
    std::vector<std::string> missing;
    for (const SubmoduleAt& each : submodulesOf(*m_tree)) {
        if (!submoduleCommit(*m_repository, each) && missing.size() < 20)
            missing.push_back(each.path);
    }
    return missing;
}

bool RevisionFiles::hasFilters() const
{
    git_tree_entry* entry = nullptr;
    if (git_tree_entry_bypath(&entry, m_tree.get(), ".gitattributes") != 0)
        return false;
    const git::TreeEntry owned(entry);
    const auto blob = blobOf(*m_repository, entry);
    if (!blob)
        return false;
    const std::string_view text(static_cast<const char*>(git_blob_rawcontent(blob.get())), git_blob_rawsize(blob.get()));
    return text.find("filter=") != std::string_view::npos;
}

git::TreeEntry RevisionFiles::entryOf(const std::string& path) const
{
    git_tree_entry* entry = nullptr;
    if (!path.starts_with(m_workspace + '/'))
        return nullptr;
    const std::string inside = (m_folder.empty() ? m_folder : m_folder + '/') + path.substr(m_workspace.size() + 1);
    return git::TreeEntry(git_tree_entry_bypath(&entry, m_tree.get(), inside.c_str()) == 0 ? entry : nullptr);
}

Result<std::string> RevisionFiles::read(const std::string& path, std::uint64_t limit) const
{
    const auto entry = entryOf(path);
    const auto blob = blobOf(*m_repository, entry.get());
    if (!blob)
        return missing(path);
    const auto size = static_cast<std::uint64_t>(git_blob_rawsize(blob.get()));
    if (size > limit)
        return Error{ErrorCode::invalid, {"host.file_too_large", {{"path", path}, {"limit", std::to_string(limit)}}}, {}};
    return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())), size);
}

bool RevisionFiles::exists(const std::string& path) const { return entryOf(path) != nullptr; }

Result<std::vector<std::string>> RevisionFiles::list(const std::string& folder) const
{
    const auto entry = entryOf(folder);
    git_tree* tree = nullptr;
    if (!entry || git_tree_lookup(&tree, m_repository.get(), git_tree_entry_id(entry.get())) != 0)
        return missing(folder);
    const git::Tree owned(tree);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < git_tree_entrycount(tree); ++i)
        names.emplace_back(git_tree_entry_name(git_tree_entry_byindex(tree, i)));
    return names;
}

Result<void> RevisionFiles::writeAtomically(const std::string& path, std::string_view) { return readOnly(path); }

Result<void> RevisionFiles::makeFolder(const std::string& path) { return readOnly(path); }

Result<void> RevisionFiles::remove(const std::string& path) { return readOnly(path); }

} // namespace penstock::host
