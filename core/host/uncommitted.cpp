#include "core/host/uncommitted.h"

#include "core/host/glob.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace penstock::host {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostListed = 1'000;
constexpr std::size_t largestDiff = 16 << 20;
constexpr std::uintmax_t largestInDiff = 4 << 20;
constexpr std::uintmax_t mostDigested = 256 << 20;

constexpr std::array<std::string_view, 12> secretNames{".env",   ".env.*",      "*.pem",  "*.key",   "*.p12",        "*.pfx",
                                                       "id_rsa*", "id_ed25519*", ".netrc", ".pgpass", "credentials*", "*.kdbx"};

bool isBelow(const std::string& path, const std::string& folder)
{
    return !folder.empty() && path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool holdsSecrets(const std::string& path)
{
    const std::string name = path.substr(path.rfind('/') + 1);
    return std::ranges::any_of(secretNames, [&](std::string_view pattern) { return matchesGlob(std::string(pattern), name); });
}

Change::Kind kindOf(const git_diff_delta& delta)
{
    if (delta.new_file.mode == GIT_FILEMODE_COMMIT || delta.old_file.mode == GIT_FILEMODE_COMMIT || std::string_view(delta.new_file.path).ends_with('/'))
        return Change::Kind::repository;
    switch (delta.status) {
    case GIT_DELTA_ADDED: return Change::Kind::added;
    case GIT_DELTA_DELETED: return Change::Kind::deleted;
    case GIT_DELTA_UNTRACKED: return Change::Kind::untracked;
    case GIT_DELTA_CONFLICTED:
    case GIT_DELTA_UNREADABLE: return Change::Kind::conflicted;
    default: return Change::Kind::modified;
    }
}

const char* name(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::modified: return "modified";
    case Change::Kind::added: return "added";
    case Change::Kind::deleted: return "deleted";
    case Change::Kind::untracked: return "untracked";
    case Change::Kind::conflicted: return "conflicted";
    case Change::Kind::repository: return "repository";
    }
    return "";
}

class Reading final {
public:
    Reading(git_repository& repository, const std::vector<std::string>& without, ArtifactStore& artifacts, const std::atomic<bool>& stop)
        : m_repository(repository)
        , m_root(git_repository_workdir(&repository))
        , m_without(without)
        , m_artifacts(artifacts)
        , m_stop(stop)
    {}

    Result<Uncommitted> run()
    {
        const auto diff = compare();
        if (!diff)
            return m_stop ? cancelled() : git::failure("host.git_failed", {{"path", m_root.string()}});
        for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
            if (m_stop)
                return cancelled();
            take(*diff, i);
        }
        return std::move(m_found);
    }

private:
    static Error cancelled() { return {ErrorCode::cancelled, {"host.cancelled", {}}, {}}; }

    git::Tree headTree() const
    {
        git_object* tree = nullptr;
        return git::Tree(git_revparse_single(&tree, &m_repository, "HEAD^{tree}") == 0 ? reinterpret_cast<git_tree*>(tree) : nullptr);
    }

    git::Diff compare() const
    {
        git_diff_options options;
        git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
        options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS | GIT_DIFF_SHOW_UNTRACKED_CONTENT | GIT_DIFF_SHOW_BINARY
                        | GIT_DIFF_INCLUDE_UNREADABLE;
        options.payload = const_cast<std::atomic<bool>*>(&m_stop);
        options.progress_cb = [](const git_diff*, const char*, const char*, void* stop) { return *static_cast<std::atomic<bool>*>(stop) ? GIT_EUSER : 0; };
        git_diff* diff = nullptr;
        const git::Tree tree = headTree();
        return git::Diff(git_diff_tree_to_workdir_with_index(&diff, &m_repository, tree.get(), &options) == 0 ? diff : nullptr);
    }

    void take(git_diff& diff, std::size_t place)
    {
        const git_diff_delta& delta = *git_diff_get_delta(&diff, place);
        Change change{delta.new_file.path, kindOf(delta), {}, 0, false};
        if (std::ranges::any_of(m_without, [&](const std::string& path) { return isBelow(change.path, path); }))
            return;
        ++(change.kind == Change::Kind::untracked ? m_found.untracked : m_found.changed);
        readContent(change);
        change.isInDiff = isWanted(change, delta) && addPatch(diff, place);
        m_found.isCut |= !change.isInDiff;
        if (m_found.changes.size() < mostListed)
            m_found.changes.push_back(std::move(change));
    }

    void readContent(Change& change)
    {
        std::error_code error;
        const fs::path path = m_root / change.path;
        if (!fs::is_regular_file(fs::symlink_status(path, error)))
            return;
        change.size = fs::file_size(path, error);
        if (error || m_digested + change.size > mostDigested || m_found.changes.size() >= mostListed)
            return;
        m_digested += change.size;
        if (const auto content = m_artifacts.digestInPlace(path.string(), {}, m_stop))
            change.digest = content->digest;
    }

    bool isWanted(const Change& change, const git_diff_delta& delta) const
    {
        if (change.kind == Change::Kind::conflicted || change.kind == Change::Kind::repository || change.size > largestInDiff)
            return false;
        if (change.kind == Change::Kind::untracked && holdsSecrets(change.path))
            return false;
        return sizeBefore(delta) <= largestInDiff && m_found.diff.size() < largestDiff;
    }

    std::uintmax_t sizeBefore(const git_diff_delta& delta) const
    {
        git_odb* odb = nullptr;
        std::size_t size = 0;
        git_object_t type{};
        if (git_oid_is_zero(&delta.old_file.id) || git_repository_odb(&odb, &m_repository) != 0)
            return 0;
        const git::Odb opened(odb);
        return git_odb_read_header(&size, &type, odb, &delta.old_file.id) == 0 ? size : 0;
    }

    bool addPatch(git_diff& diff, std::size_t place)
    {
        git_patch* patch = nullptr;
        if (git_patch_from_diff(&patch, &diff, place) != 0 || !patch)
            return false;
        const git::Patch made(patch);
        git_buf text = GIT_BUF_INIT;
        const bool isPrinted = git_patch_to_buf(&text, patch) == 0;
        const bool fits = isPrinted && m_found.diff.size() + text.size <= largestDiff;
        if (fits)
            m_found.diff.append(text.ptr, text.size);
        git_buf_dispose(&text);
        return fits;
    }

    git_repository& m_repository;
    fs::path m_root;
    const std::vector<std::string>& m_without;
    ArtifactStore& m_artifacts;
    const std::atomic<bool>& m_stop;
    Uncommitted m_found;
    std::uintmax_t m_digested = 0;
};

} // namespace

Result<Uncommitted> uncommittedIn(git_repository& repository, const std::vector<std::string>& without, ArtifactStore& artifacts,
                                  const std::atomic<bool>& stop)
{
    return Reading(repository, without, artifacts, stop).run();
}

Json toJson(const std::vector<Change>& changes)
{
    Json list = Json::array();
    for (const Change& change : changes) {
        list.push_back({{"path", change.path}, {"kind", name(change.kind)}, {"digest", change.digest ? Json(change.digest->hex()) : Json()},
                        {"size", change.size}, {"inDiff", change.isInDiff}});
    }
    return list;
}

} // namespace penstock::host
