#include "core/store/object_folder.h"

#include "core/store/durable_file.h"
#include "core/store/folder_walk.h"
#include "core/store/system_failure.h"
#include "core/store/tree_removal.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace penstock::store {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t readTwiceAbove = 4 << 20; // larger files are digested first, and copied only when they are new
// More at once: one sync of the file system is cheaper. Not sooner, because it waits for everybody else's writes too.
constexpr std::size_t syncEachUpTo = 1000;
constexpr std::size_t openAtOnce = 64;
const std::atomic<bool> neverStop{false};

unsigned modeOf(bool program) { return program ? 0555 : 0444; }

Result<void> syncAll(std::vector<Descriptor>& files)
{
    for (const Descriptor& file : files) {
        if (auto synced = syncFile(file.number(), "objects"); !synced)
            return synced;
    }
    files.clear();
    return {};
}

} // namespace

StagedObject::~StagedObject()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

StagedObject::StagedObject(StagedObject&& other) noexcept
    : m_temporary(std::exchange(other.m_temporary, {})), m_content(other.m_content), m_program(other.m_program)
{}

Result<void> ObjectFolder::prepareForWriting()
{
    if (auto removed = removeTree(m_folder + "/tmp"); !removed)
        return removed;
    return makeFolders(m_folder + "/tmp");
}

std::string ObjectFolder::pathOf(const Digest& digest) const
{
    const std::string hex = digest.hex();
    return m_folder + '/' + hex.substr(0, 2) + '/' + hex.substr(2);
}

bool ObjectFolder::has(const Digest& digest) const { return exists(pathOf(digest)); }

Result<Descriptor> ObjectFolder::openVerified(const Digest& digest, Watch& watch) const
{
    const std::string path = pathOf(digest);
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file && errno == ENOENT)
        return Error{ErrorCode::notFound, {"store.artifact_missing", {{"digest", digest.hex()}}}, path};
    if (!file)
        return lastSystemFailure(path, "open");
    const auto content = m_memory.digest(file.number(), path, watch);
    if (!content)
        return content.error();
    if (content->digest != digest)
        return Error{ErrorCode::corrupt, {"store.artifact_damaged", {{"digest", digest.hex()}, {"path", path}}}, {}};
    return file;
}

bool ObjectFolder::isWhole(const Digest& digest, std::uint64_t size) const
{
    struct stat status {};
    if (::lstat(pathOf(digest).c_str(), &status) != 0 || static_cast<std::uint64_t>(status.st_size) != size)
        return false;
    Watch watch{neverStop};
    return openVerified(digest, watch).ok();
}

std::string ObjectFolder::temporaryPath() const { return m_folder + "/tmp/" + uniqueName({}); }

Result<StagedObject> ObjectFolder::stageCopy(int file, const std::string& path, bool program, Watch& watch) const
{
    struct stat status {};
    if (::fstat(file, &status) != 0)
        return lastSystemFailure(path, "fstat");
    if (!S_ISREG(status.st_mode)) // put there since it was looked at
        return notStorable(path, status.st_mode);
    if (static_cast<std::uint64_t>(status.st_size) > readTwiceAbove) {
        const auto content = m_memory.digest(file, path, watch);
        if (!content)
            return content.error();
        keep(content->digest);
        if (isWhole(content->digest, content->size))
            return StagedObject({}, *content, program);
    }
    StagedObject staged(temporaryPath(), {}, program);
    const Descriptor copy(::open(staged.temporary().c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!copy)
        return lastSystemFailure(staged.temporary(), "open");
    const auto content = reflink(file, copy.number())
                             ? digestContent(copy.number(), staged.temporary(), watch)
                             : copyContent(file, path, copy.number(), staged.temporary(), watch);
    if (!content)
        return content.error();
    if (::fchmod(copy.number(), modeOf(program)) != 0)
        return lastSystemFailure(staged.temporary(), "fchmod");
    keep(content->digest);
    staged.fill(*content);
    return staged;
}

Result<StagedObject> ObjectFolder::stageBytes(std::string_view bytes) const
{
    const Content content{sha256(bytes), bytes.size()};
    keep(content.digest);
    if (isWhole(content.digest, content.size))
        return StagedObject({}, content, false);
    StagedObject staged(temporaryPath(), content, false);
    const Descriptor file(::open(staged.temporary().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444));
    if (!file)
        return lastSystemFailure(staged.temporary(), "open");
    if (auto written = writeAll(file.number(), bytes, staged.temporary()); !written)
        return written.error();
    return staged;
}

void ObjectFolder::hold()
{
    const std::lock_guard lock(m_heldMutex);
    if (!m_held)
        m_held.emplace();
}

void ObjectFolder::release()
{
    const std::lock_guard lock(m_heldMutex);
    m_held.reset();
}

void ObjectFolder::keep(const Digest& digest) const
{
    const std::lock_guard lock(m_heldMutex);
    if (m_held)
        m_held->insert(digest);
}

Result<bool> ObjectFolder::remove(const Digest& digest)
{
    const std::lock_guard lock(m_heldMutex);
    if (!m_held || m_held->contains(digest))
        return false;
    const std::string path = pathOf(digest);
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return lastSystemFailure(path, "unlink");
    return true;
}

Result<void> ObjectFolder::forEach(const std::function<Result<void>(const Entry&)>& take, const std::atomic<bool>& stop) const
{
    std::error_code error;
    for (fs::directory_iterator shard(m_folder, error), end; !error && shard != end; shard.increment(error)) {
        const std::string start = shard->path().filename().string();
        if (start.size() != 2)
            continue;
        std::error_code inner;
        for (fs::directory_iterator file(shard->path(), inner), last; !inner && file != last; file.increment(inner)) {
            if (stop)
                return Error{ErrorCode::cancelled, {"store.cancelled", {}}, {}};
            const auto digest = Digest::parse(start + file->path().filename().string());
            struct stat status {};
            if (!digest || ::lstat(file->path().c_str(), &status) != 0)
                continue;
            if (auto taken = take({*digest, static_cast<std::uint64_t>(status.st_size)}); !taken)
                return taken;
        }
    }
    return {};
}

Result<void> ObjectFolder::syncFileSystem() const
{
    const Descriptor folder(::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder || ::syncfs(folder.number()) != 0)
        return lastSystemFailure(m_folder, "syncfs");
    return {};
}

Result<void> ObjectFolder::sync(const std::vector<StagedObject>& objects) const
{
    if (objects.size() > syncEachUpTo)
        return syncFileSystem();
    std::vector<Descriptor> files;
    for (const StagedObject& object : objects) {
        if (object.temporary().empty())
            continue;
        Descriptor file(::open(object.temporary().c_str(), O_RDONLY | O_CLOEXEC));
        if (!file)
            return lastSystemFailure(object.temporary(), "open");
        // Begun for all before the first is waited for: they then share a commit of the file system's journal.
        (void)::sync_file_range(file.number(), 0, 0, SYNC_FILE_RANGE_WRITE);
        files.push_back(std::move(file));
        if (files.size() == openAtOnce) {
            if (auto synced = syncAll(files); !synced)
                return synced;
        }
    }
    return syncAll(files);
}

Result<void> ObjectFolder::publish(std::vector<StagedObject>& objects) const
{
    if (auto synced = sync(objects); !synced)
        return synced;
    std::set<std::string> changed;
    std::set<Digest> published;
    for (StagedObject& object : objects) {
        const std::string path = pathOf(object.content().digest);
        // What is there but damaged is replaced: the good content is at hand.
        const bool fresh = !object.temporary().empty() && published.insert(object.content().digest).second &&
                           !isWhole(object.content().digest, object.content().size);
        if (fresh) {
            if (auto placed = place(object, path, changed); !placed)
                return placed;
        } else if (object.isProgram() && ::chmod(path.c_str(), modeOf(true)) != 0) {
            return lastSystemFailure(path, "chmod");
        }
    }
    if (changed.size() > syncEachUpTo)
        return syncFileSystem();
    for (const std::string& folder : changed) {
        if (auto synced = syncFolder(folder); !synced)
            return synced;
    }
    return {};
}

Result<void> ObjectFolder::place(StagedObject& object, const std::string& path, std::set<std::string>& changed) const
{
    const std::string shard = folderOf(path);
    if (::rename(object.temporary().c_str(), path.c_str()) != 0) {
        if (errno != ENOENT)
            return lastSystemFailure(path, "rename");
        if (::mkdir(shard.c_str(), 0755) != 0 && errno != EEXIST) // the first object of its 256 folders
            return lastSystemFailure(shard, "mkdir");
        if (::rename(object.temporary().c_str(), path.c_str()) != 0)
            return lastSystemFailure(path, "rename");
        changed.insert(m_folder);
    }
    changed.insert(shard);
    object.forgetTemporary();
    return {};
}

} // namespace penstock::store
