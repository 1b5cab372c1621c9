#include "core/store/backup.h"

#include "core/store/archive_file.h"
#include "core/store/durable_file.h"
#include "core/store/event_reader.h"
#include "core/store/metric_reader.h"
#include "core/store/metric_schema.h"

#include <algorithm>
#include <filesystem>
#include <unistd.h>
#include <vector>

namespace penstock::store {

namespace fs = std::filesystem;

namespace {

// Beside the archive: where the one has room, the other has.
class PassingFile {
public:
    explicit PassingFile(const std::string& file)
        : path(folderOf(file) + '/' + uniqueName("." + nameOf(file) + ".part.") + ".tmp")
    {}
    ~PassingFile() { ::unlink(path.c_str()); }
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;

    const std::string path;
};

Result<void> addFolder(ArchiveFile& archive, const std::string& root, const std::string& name, const std::atomic<bool>& stop)
{
    std::vector<std::string> files;
    std::error_code error;
    for (fs::recursive_directory_iterator each(root + '/' + name, fs::directory_options::skip_permission_denied, error), end; !error && each != end;
         each.increment(error)) {
        if (stop)
            return Error{ErrorCode::cancelled, {"store.cancelled", {}}, {}};
        std::error_code gone;
        if (each->is_regular_file(gone) && !each->is_symlink(gone))
            files.push_back(each->path().string());
    }
    std::ranges::sort(files);
    for (const std::string& path : files) {
        if (stop)
            return Error{ErrorCode::cancelled, {"store.cancelled", {}}, {}};
        if (auto added = archive.addFile(path.substr(root.size() + 1), path); !added)
            return added;
    }
    return {};
}

} // namespace

Result<Backup> backUp(const std::string& stateFolder, const std::string& file, const std::string& note, const std::atomic<bool>& stop)
{
    auto reader = EventReader::open(stateFolder);
    if (!reader)
        return reader.error();
    const PassingFile log(file), metrics(file);
    if (auto copied = reader->copyTo(log.path); !copied)
        return copied.error();
    const auto hasMetrics = copyLogged(stateFolder, metrics.path);
    if (!hasMetrics)
        return hasMetrics.error();
    auto archive = ArchiveFile::create(file);
    if (!archive)
        return archive.error();
    const auto fill = [&]() -> Result<void> {
        if (auto added = archive->addText("RESTORE.txt", note); !added)
            return added;
        if (auto added = archive->addFile("workspace.json", stateFolder + "/workspace.json"); !added)
            return added;
        if (auto added = archive->addFile(nameOf(EventFiles{stateFolder}.database()), log.path); !added)
            return added;
        if (*hasMetrics) {
            if (auto added = archive->addFile(nameOf(metricFile(stateFolder)), metrics.path); !added)
                return added;
        }
        for (const char* folder : {"objects", "runs", "displaced"}) {
            if (auto added = addFolder(*archive, stateFolder, folder, stop); !added)
                return added;
        }
        return archive->finish();
    };
    if (const auto done = fill(); !done)
        return done.error();
    return Backup{archive->files(), archive->bytes()};
}

} // namespace penstock::store
