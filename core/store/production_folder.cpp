#include "core/store/production_folder.h"

#include "core/store/durable_file.h"
#include "core/store/safe_name.h"
#include "core/store/system_failure.h"
#include "core/store/tree_removal.h"

#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::store {

namespace fs = std::filesystem;

namespace {

constexpr const char* linkName = "production";

Error badName(const std::string& name) { return {ErrorCode::invalid, {"store.not_a_file_name", {{"name", name}}}, {}}; }

bool isOneName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string::npos &&
           name.find('\0') == std::string::npos && name.size() <= NAME_MAX;
}

// Nobody writes to a model by accident: a cache file in its folder would make it differ from what was approved.
Result<void> makeReadOnly(const std::string& folder)
{
    std::error_code error;
    std::vector<fs::path> folders{folder};
    for (auto it = fs::recursive_directory_iterator(folder, error); !error && it != fs::recursive_directory_iterator();
         it.increment(error)) {
        if (it->is_symlink(error))
            continue;
        if (it->is_directory(error))
            folders.push_back(it->path());
        else
            fs::permissions(it->path(), fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                            fs::perm_options::remove, error);
    }
    for (auto it = folders.rbegin(); !error && it != folders.rend(); ++it)
        fs::permissions(*it, fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                        fs::perm_options::remove, error);
    return error ? Result<void>(systemFailure(error.value(), folder, "chmod")) : Result<void>();
}

int entriesIn(const std::string& folder)
{
    std::error_code error;
    int count = 0;
    for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator(); it.increment(error))
        ++count;
    return error ? -1 : count;
}

Result<void> syncFileSystemOf(const std::string& path)
{
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder || ::syncfs(folder.number()) != 0)
        return lastSystemFailure(path, "syncfs");
    return {};
}

} // namespace

ProductionFolder::ProductionFolder(std::string stateFolder, ArtifactStore& store)
    : m_folder(std::move(stateFolder) + "/models"), m_store(store)
{}

std::string ProductionFolder::folderOfLine(const ModelLine& line) const
{
    return m_folder + '/' + safeName(line.model + "-v" + std::to_string(line.major));
}

std::string ProductionFolder::folderOfVersion(const VersionId& version) const
{
    return folderOfLine(version.line) + '/' + version.number();
}

std::string ProductionFolder::linkOf(const ModelLine& line) const { return folderOfLine(line) + '/' + linkName; }

bool ProductionFolder::isWhole(const ProductionModel& model, const std::atomic<bool>& stop)
{
    std::string path = folderOfVersion(model.version);
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
        return false;
    if (model.artifact.shape == ArtifactShape::file) {
        if (entriesIn(path) != 1)
            return false;
        path += '/' + model.fileName;
        if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
            return false;
    }
    const auto found = m_store.digestInPlace(path, {}, stop);
    return found && *found == model.artifact;
}

Result<std::string> ProductionFolder::fill(const ProductionModel& model, const std::atomic<bool>& stop)
{
    const bool isFile = model.artifact.shape == ArtifactShape::file;
    if (!isName(model.version.line.model))
        return badName(model.version.line.model);
    if (isFile && !isOneName(model.fileName))
        return badName(model.fileName);
    const std::string path = folderOfVersion(model.version);
    if (isWhole(model, stop))
        return path;
    if (stop)
        return Error{ErrorCode::cancelled, {"store.cancelled", {}}, {}};
    if (auto made = makeFolders(folderOf(path)); !made)
        return made.error();
    const std::string fresh = folderOf(path) + '/' + uniqueName(".filling-");
    Result<void> done = isFile ? makeFolders(fresh) : Result<void>();
    if (done)
        done = m_store.checkOut(model.artifact, isFile ? fresh + '/' + model.fileName : fresh);
    if (done)
        done = syncFileSystemOf(fresh);
    if (done)
        done = replaceTree(fresh, path);
    if (done)
        done = makeReadOnly(path);
    if (done)
        done = syncFolder(folderOf(path));
    if (done && !isWhole(model, stop))
        done = Error{ErrorCode::corrupt, {"store.model_differs", {{"path", path}}}, {}};
    if (!done) {
        (void)removeTree(fresh);
        return done.error();
    }
    return path;
}

Result<void> ProductionFolder::switchTo(const VersionId& version)
{
    const std::string link = linkOf(version.line);
    if (!exists(folderOfVersion(version)))
        return Error{ErrorCode::notFound, {"store.missing", {{"path", folderOfVersion(version)}}}, {}};
    if (current(version.line) == version.number())
        return {};
    const std::string fresh = folderOf(link) + '/' + uniqueName(".production-");
    if (::symlink(version.number().c_str(), fresh.c_str()) != 0)
        return lastSystemFailure(fresh, "symlink");
    // Something that is no link may stand there: then it is replaced, like a wrong link.
    if (auto replaced = replaceTree(fresh, link); !replaced) {
        ::unlink(fresh.c_str());
        return replaced;
    }
    return syncFolder(folderOf(link));
}

Result<void> ProductionFolder::clear(const ModelLine& line)
{
    if (!exists(linkOf(line)))
        return {};
    if (auto removed = removeTree(linkOf(line)); !removed)
        return removed;
    return syncFolder(folderOfLine(line));
}

std::optional<std::string> ProductionFolder::current(const ModelLine& line) const
{
    std::error_code error;
    const fs::path target = fs::read_symlink(linkOf(line), error);
    return error ? std::nullopt : std::optional(target.string());
}

Result<ProductionFolder::Repair> ProductionFolder::repair(const ModelLine& line,
                                                          const std::optional<ProductionModel>& expected,
                                                          const std::atomic<bool>& stop)
{
    if (!expected) {
        const bool wrong = exists(linkOf(line));
        if (auto cleared = clear(line); !cleared)
            return cleared.error();
        return wrong ? Repair::done : Repair::nothing;
    }
    const bool right = current(line) == expected->version.number() && isWhole(*expected, stop);
    if (right)
        return Repair::nothing;
    if (auto filled = fill(*expected, stop); !filled)
        return filled.error();
    if (auto switched = switchTo(expected->version); !switched)
        return switched.error();
    return Repair::done;
}

Result<void> ProductionFolder::prune(const ModelLine& line, const std::optional<VersionId>& keep)
{
    std::error_code error;
    std::vector<fs::path> old;
    for (auto it = fs::directory_iterator(folderOfLine(line), error); !error && it != fs::directory_iterator();
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name != linkName && name != current(line) && !(keep && name == keep->number()))
            old.push_back(it->path());
    }
    for (const fs::path& path : old) {
        if (auto removed = removeTree(path.string()); !removed)
            return removed;
    }
    return {};
}

} // namespace penstock::store
