#include "core/host/checkouts.h"

#include "core/host/submodules.h"
#include "core/store/durable_file.h"
#include "core/store/tree_removal.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace penstock::host {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::hours keptAfterFailure{7 * 24};
constexpr std::uint64_t largestDiff = 64 << 20;
constexpr int deepestSubmodule = 8;

git_checkout_options forced()
{
    git_checkout_options options;
    git_checkout_options_init(&options, GIT_CHECKOUT_OPTIONS_VERSION);
    options.checkout_strategy = GIT_CHECKOUT_FORCE | GIT_CHECKOUT_DISABLE_PATHSPEC_MATCH;
    return options;
}

// A repository with nothing in it but the way to the objects of another one.
Result<git::Repository> borrowing(const std::string& folder, git_repository& source)
{
    git_repository* repository = nullptr;
    if (git_repository_init(&repository, folder.c_str(), 0) != 0)
        return git::failure("host.checkout_failed", {{"path", folder}});
    git_repository_free(repository);
    const std::string objects = std::string(git_repository_commondir(&source)) + "objects\n";
    if (const auto written = store::writeDurably(folder + "/.git/objects/info/alternates", objects); !written)
        return written.error();
    repository = nullptr;
    if (git_repository_open(&repository, folder.c_str()) != 0)
        return git::failure("host.checkout_failed", {{"path", folder}});
    return git::Repository(repository);
}

// Those that are not on this machine leave an empty folder, as with git itself.
bool fillSubmodules(git_repository& around, const git_commit& commit, const std::string& folder, int depth)
{
    git_tree* tree = nullptr;
    if (git_commit_tree(&tree, &commit) != 0)
        return false;
    const git::Tree owned(tree);
    for (const SubmoduleAt& each : depth > 0 ? submodulesOf(*tree) : std::vector<SubmoduleAt>()) {
        const auto inner = submoduleCommit(around, each);
        if (!inner)
            continue;
        const std::string target = folder + '/' + each.path;
        git_checkout_options options = forced();
        options.checkout_strategy |= GIT_CHECKOUT_DONT_UPDATE_INDEX | GIT_CHECKOUT_DONT_WRITE_INDEX;
        options.target_directory = target.c_str();
        const auto* object = reinterpret_cast<const git_object*>(inner->commit.get());
        if (git_checkout_tree(inner->repository.get(), object, &options) != 0 || !fillSubmodules(*inner->repository, *inner->commit, target, depth - 1))
            return false;
    }
    return true;
}

bool applyDiff(git_repository& repository, const std::string& text)
{
    git_diff* diff = nullptr;
    if (git_diff_from_buffer(&diff, text.data(), text.size()) != 0)
        return false;
    const git::Diff owned(diff);
    return git_apply(&repository, diff, GIT_APPLY_LOCATION_WORKDIR, nullptr) == 0;
}

// A folder that is there is taken to be whole, also after the power failed.
void sync(const std::string& folder)
{
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::syncfs(handle);
    ::close(handle);
}

} // namespace

Layout layoutOf(const Layout& workspace, const engine::Run& run)
{
    if (!run.checkout)
        return workspace;
    Layout layout = workspace;
    layout.origin = workspace.workspace;
    layout.workspace = workspace.checkoutFolder(run.checkout->name) + (run.checkout->folder.empty() ? "" : '/' + run.checkout->folder);
    return layout;
}

Checkouts::Checkouts(Layout layout, ArtifactStore& artifacts)
    : m_layout(std::move(layout))
    , m_artifacts(artifacts)
{}

Result<void> Checkouts::make(const engine::Checkout& checkout, const std::atomic<bool>& stop)
{
    const std::lock_guard lock(m_making);
    const std::string folder = folderOf(checkout.name), making = folderOf(".making-" + checkout.name);
    if (store::exists(folder))
        return {};
    if (stop)
        return Error{ErrorCode::cancelled, {"host.cancelled", {}}, {}};
    if (const auto removed = store::removeTree(making); !removed)
        return removed;
    if (const auto made = store::makeFolders(making, 0700); !made)
        return made;
    if (const auto made = makeIn(making, checkout); !made) {
        (void)store::removeTree(making);
        return made;
    }
    sync(making);
    std::error_code error;
    fs::rename(making, folder, error);
    if (error)
        return Error{ErrorCode::io, {"host.folder_failed", {{"path", folder}}}, error.message()};
    return {};
}

Result<void> Checkouts::makeIn(const std::string& folder, const engine::Checkout& checkout) const
{
    const auto source = git::openAround(m_layout.workspace);
    if (!source)
        return Error{ErrorCode::notFound, {"host.no_repository", {{"path", m_layout.workspace}}}, {}};
    const auto id = git::oidOf(checkout.commit);
    git_commit* commit = nullptr;
    if (!id || git_commit_lookup(&commit, source.get(), &*id) != 0)
        return Error{ErrorCode::notFound, {"host.unknown_revision", {{"revision", checkout.commit}}}, {}};
    const git::Commit owned(commit);
    const auto made = borrowing(folder, *source);
    if (!made)
        return made.error();
    git_object* target = nullptr;
    const git_checkout_options options = forced();
    if (git_repository_set_head_detached(made->get(), &*id) != 0 || git_object_lookup(&target, made->get(), &*id, GIT_OBJECT_COMMIT) != 0)
        return git::failure("host.checkout_failed", {{"path", folder}});
    const git::Object object(target);
    if (git_checkout_tree(made->get(), target, &options) != 0 || !fillSubmodules(*source, *commit, folder, deepestSubmodule))
        return git::failure("host.checkout_failed", {{"path", folder}});
    std::error_code error;
    fs::create_directories(checkout.folder.empty() ? folder : folder + '/' + checkout.folder, error);
    if (!checkout.diff)
        return {};
    const auto text = m_artifacts.readBytes(checkout.diff->digest, largestDiff);
    if (!text)
        return text.error();
    if (!applyDiff(**made, *text))
        return Error{ErrorCode::conflict, git::failure("host.diff_failed", {{"commit", checkout.commit}}).message, {}};
    return {};
}

std::vector<std::string> Checkouts::retire(const engine::WorkspaceState& state, Instant now)
{
    std::vector<std::string> retired;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_layout.checkoutFolder(""), error)) {
        constexpr std::string_view gone = ".gone-", making = ".making-";
        const std::string name = entry.path().filename().string();
        if (name.starts_with(gone)) {
            retired.push_back(entry.path().string()); // somebody died while removing it
        } else if (!isNeeded(state, name.starts_with(making) ? name.substr(making.size()) : name, now)) {
            const std::string aside = folderOf(store::uniqueName(gone));
            std::error_code failed;
            fs::rename(entry.path(), aside, failed);
            if (!failed)
                retired.push_back(aside);
        }
    }
    return retired;
}

void Checkouts::remove(const std::vector<std::string>& retired)
{
    for (const std::string& folder : retired)
        (void)store::removeTree(folder); // what stays is found again by the next owner
}

bool isNeeded(const engine::WorkspaceState& state, const std::string& name, Instant now)
{
    const engine::Run* newest = nullptr;
    for (const auto& [id, run] : state.runs) {
        if (!run.checkout || run.checkout->name != name)
            continue;
        if (!engine::isEnd(run.state))
            return true;
        if (!newest || id.number > newest->id.number)
            newest = &run;
    }
    return newest && newest->state != engine::RunState::succeeded && now - newest->endedAt < keptAfterFailure;
}

} // namespace penstock::host
