#include "core/store/state_folder.h"

#include "core/store/durable_file.h"
#include "core/store/git_folder.h"
#include "core/store/store_lock.h"
#include "core/store/system_failure.h"
#include "core/store/workspace_record.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace penstock::store {

namespace fs = std::filesystem;

namespace {

using Place = StateFolder::Place;

constexpr std::uint64_t longestPointer = 4096;

// statfs(2) and linux/magic.h: NFS, SMB, CIFS, SMB2, FUSE (sshfs and others), AFS, Ceph, Lustre, 9P, GPFS, BeeGFS,
// Coda. Locks and shared memory of SQLite cannot be trusted on them.
constexpr std::array<unsigned long, 12> networkFileSystems{0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                                           0x65735546, 0x5346414F, 0x00C36400, 0x0BD00BD0,
                                                           0x01021997, 0x47504653, 0x19830326, 0x73757245};

bool isOnNetwork(const std::string& path)
{
    struct statfs status {};
    return ::statfs(path.c_str(), &status) == 0 &&
           std::find(networkFileSystems.begin(), networkFileSystems.end(),
                     static_cast<unsigned long>(status.f_type) & 0xffffffff) != networkFileSystems.end();
}

std::string homeStateFolder()
{
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state && *state == '/')
        return state;
    const char* home = std::getenv("HOME");
    return std::string(home ? home : "") + "/.local/state";
}

Error failure(ErrorCode code, const char* id, const std::string& path, const std::string& other = {})
{
    return {code, {id, {{"path", path}, {"other", other}}}, {}};
}

// One workspace and the places where its state may be.
class StateSearch final {
public:
    StateSearch(WorkspaceRecord here, const StateSurroundings& surroundings)
        : m_here(std::move(here))
        , m_surroundings(surroundings)
        , m_pointer(m_here.path + "/.penstock")
        , m_git(GitPlace::of(m_here.path))
    {}

    Result<StateFolder> find() const;
    Result<StateFolder> open();

private:
    Result<std::optional<std::string>> pointedTo() const; // nothing: `.penstock` is a folder or not there
    Result<StateFolder> found(const std::string& folder, Place place, bool pointerMissing) const;
    Result<StateFolder> findWithoutPointer() const;
    std::optional<std::string> findInHome() const;
    Place placeOf(const std::string& folder) const;
    Result<StateFolder> create();
    Result<void> writePointer(const std::string& target) const;
    Result<void> moveIntoGit(StateFolder& state) const;
    bool mayUseGit() const { return m_git && !m_surroundings.isNetworkFolder(m_here.path); }

    WorkspaceRecord m_here;
    const StateSurroundings& m_surroundings;
    std::string m_pointer;
    std::optional<GitPlace> m_git;
};

Result<std::optional<std::string>> StateSearch::pointedTo() const
{
    struct stat status {};
    if (::lstat(m_pointer.c_str(), &status) != 0)
        return errno == ENOENT ? Result<std::optional<std::string>>(std::nullopt)
                               : Result<std::optional<std::string>>(lastSystemFailure(m_pointer, "lstat"));
    if (S_ISDIR(status.st_mode))
        return std::optional<std::string>();
    std::string target;
    if (S_ISLNK(status.st_mode)) {
        std::error_code error;
        target = fs::read_symlink(m_pointer, error).string();
    } else {
        const auto content = readSmallFile(m_pointer, longestPointer);
        if (!content)
            return content.error();
        target = content->substr(0, content->find_first_of("\r\n"));
    }
    if (target.empty())
        return failure(ErrorCode::invalid, "store.pointer_empty", m_pointer);
    return std::optional((fs::path(m_here.path) / target).lexically_normal().string());
}

Place StateSearch::placeOf(const std::string& folder) const
{
    if (folder == m_pointer)
        return Place::workspace;
    return m_git && folder.starts_with(m_git->gitFolder + '/') ? Place::gitFolder : Place::elsewhere;
}

Result<StateFolder> StateSearch::found(const std::string& folder, Place place, bool pointerMissing) const
{
    const auto record = WorkspaceRecord::read(folder);
    if (!record)
        return record.error();
    if (!*record)
        return failure(ErrorCode::notFound, "store.state_gone", m_pointer, folder);
    // At its own place a copy of a workspace took its state along; anywhere else two would share one.
    const bool own = folder == m_pointer || (m_git && folder == m_git->state);
    if (!own && kinship(**record, m_here) == Kinship::copied)
        return failure(ErrorCode::conflict, "store.state_of_other", folder, (*record)->path);
    std::error_code error;
    const std::string real = fs::canonical(folder, error).string();
    if (error)
        return systemFailure(error.value(), folder, "canonical");
    return StateFolder{real, m_here.path, place, (*record)->id, pointerMissing, false};
}

std::optional<std::string> StateSearch::findInHome() const
{
    std::error_code error;
    for (auto it = fs::directory_iterator(m_surroundings.stateHome + "/penstock", error);
         !error && it != fs::directory_iterator(); it.increment(error)) {
        const auto record = WorkspaceRecord::read(it->path().string());
        if (record && *record && (*record)->path == m_here.path && (*record)->inode == m_here.inode)
            return it->path().string();
    }
    return std::nullopt;
}

Result<StateFolder> StateSearch::findWithoutPointer() const
{
    if (m_git && exists(m_git->state + "/workspace.json"))
        return found(m_git->state, Place::gitFolder, true);
    if (const auto home = findInHome())
        return found(*home, Place::elsewhere, true);
    return failure(ErrorCode::notFound, "store.no_state", m_here.path);
}

Result<StateFolder> StateSearch::find() const
{
    const auto target = pointedTo();
    if (!target)
        return target.error();
    if (*target) {
        auto state = found(**target, placeOf(**target), false);
        if (state || state.error().message.id != "store.state_gone")
            return state;
        // A link that leads nowhere since the work tree was moved: the state may still be at its usual place.
        auto other = findWithoutPointer();
        return other ? other : state;
    }
    if (!exists(m_pointer + "/workspace.json"))
        return findWithoutPointer();
    if (m_git && exists(m_git->state + "/workspace.json"))
        return failure(ErrorCode::conflict, "store.two_states", m_pointer, m_git->state);
    return found(m_pointer, Place::workspace, false);
}

Result<StateFolder> StateSearch::open()
{
    auto state = find();
    if (!state && state.error().message.id == "store.no_state")
        return create();
    if (!state && state.error().message.id == "store.state_gone") {
        // A person may name a folder that is not there yet; one that was there and is gone is not made in silence.
        const auto target = pointedTo();
        const bool byHand = target && *target && !fs::is_symlink(m_pointer) && !exists(**target);
        return byHand ? create() : state;
    }
    if (!state)
        return state;
    const auto record = WorkspaceRecord::read(state->path);
    if (!record || !*record)
        return record ? failure(ErrorCode::notFound, "store.state_gone", state->path) : record.error();
    WorkspaceRecord now = m_here;
    now.id = kinship(**record, m_here) == Kinship::copied ? m_here.id : (*record)->id;
    if (now != **record) {
        if (auto written = now.write(state->path); !written)
            return written.error();
        state->id = now.id;
    }
    if (state->pointerMissing) {
        if (auto written = writePointer(state->path); !written)
            return written.error();
        state->pointerMissing = false;
    }
    if (state->place == Place::workspace && mayUseGit()) {
        if (auto moved = moveIntoGit(*state); !moved)
            return moved.error();
    }
    return state;
}

Result<StateFolder> StateSearch::create()
{
    const auto named = pointedTo();
    if (!named)
        return named.error();
    std::string folder = m_pointer;
    if (*named)
        folder = **named;
    else if (m_surroundings.isNetworkFolder(m_here.path))
        folder = m_surroundings.stateHome + "/penstock/" + m_here.id;
    else if (mayUseGit())
        folder = m_git->state;
    const Place place = placeOf(folder);
    if (auto made = makeFolders(folder); !made)
        return made.error();
    if (m_surroundings.isNetworkFolder(folder)) {
        ::rmdir(folder.c_str());
        return failure(ErrorCode::unsupported, "store.no_local_folder", m_here.path, folder);
    }
    if (auto written = m_here.write(folder); !written)
        return written.error();
    if (place != Place::workspace && !*named) {
        if (auto written = writePointer(folder); !written)
            return written.error();
    }
    return found(folder, place, false);
}

// A link, so that `.penstock/models/LINE/production` is a path for everybody; where there are no links, a one-line
// file. Relative inside the work tree: both may be moved together.
Result<void> StateSearch::writePointer(const std::string& target) const
{
    ::rmdir(m_pointer.c_str()); // an empty folder that something left there
    std::error_code error;
    if (fs::is_symlink(m_pointer, error) && !fs::exists(m_pointer, error))
        ::unlink(m_pointer.c_str());
    std::string text = target;
    if (placeOf(target) == Place::gitFolder)
        text = fs::path(target).lexically_relative(m_here.path).string();
    if (::symlink(text.c_str(), m_pointer.c_str()) == 0)
        return syncFolder(m_here.path);
    if (errno == EEXIST)
        return failure(ErrorCode::conflict, "store.two_states", m_pointer, target);
    if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS)
        return writeDurably(m_pointer, text + '\n');
    return lastSystemFailure(m_pointer, "symlink");
}

// One exchange of names: the link is made where the folder goes, then both change places. If we die before it, a
// dangling link is left in the git folder; old paths through `.penstock` lead to the same files before and after.
Result<void> StateSearch::moveIntoGit(StateFolder& state) const
{
    const auto lock = StoreLock::take(state.path + "/state.lock");
    if (!lock)
        return lock.error().code == ErrorCode::busy ? Result<void>() : Result<void>(lock.error());
    if (auto made = makeFolders(folderOf(m_git->state)); !made)
        return made;
    const std::string link = fs::path(m_git->state).lexically_relative(m_here.path).string();
    ::unlink(m_git->state.c_str()); // of an interrupted move; does nothing to a folder
    if (::symlink(link.c_str(), m_git->state.c_str()) != 0)
        return {}; // no links here, or something stands there: it stays in the workspace
    if (::renameat2(AT_FDCWD, m_pointer.c_str(), AT_FDCWD, m_git->state.c_str(), RENAME_EXCHANGE) != 0) {
        ::unlink(m_git->state.c_str());
        return {};
    }
    state.path = m_git->state;
    state.place = Place::gitFolder;
    state.moved = true;
    if (auto synced = syncFolder(folderOf(m_git->state)); !synced)
        return synced;
    return syncFolder(m_here.path);
}

Result<StateSearch> searchFor(const std::string& workspace, const StateSurroundings& surroundings)
{
    std::error_code error;
    const std::string real = fs::canonical(workspace, error).string();
    if (error)
        return systemFailure(error.value(), workspace, "canonical");
    const auto here = WorkspaceRecord::of(real);
    if (!here)
        return here.error();
    return StateSearch(*here, surroundings);
}

} // namespace

StateSurroundings StateSurroundings::ofSystem() { return {homeStateFolder(), isOnNetwork}; }

Result<StateFolder> findStateFolder(const std::string& workspace, const StateSurroundings& surroundings)
{
    const auto search = searchFor(workspace, surroundings);
    return search ? search->find() : Result<StateFolder>(search.error());
}

Result<StateFolder> openStateFolder(const std::string& workspace, const StateSurroundings& surroundings)
{
    auto search = searchFor(workspace, surroundings);
    return search ? search->open() : Result<StateFolder>(search.error());
}

} // namespace penstock::store
