#include "core/store/file_layout.h"

#include "core/store/durable_file.h"
#include "core/store/system_failure.h"

#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace penstock::store {

namespace {

unsigned modeOf(bool program, Layout layout)
{
    if (layout == Layout::own)
        return program ? 0777 : 0666; // the umask takes its part
    return program ? 0555 : 0444;
}

// Every folder above an entry, outer ones first.
std::set<std::string> foldersOf(const FolderManifest& manifest)
{
    std::set<std::string> folders;
    for (const ManifestEntry& entry : manifest.entries()) {
        for (auto slash = entry.name.find('/'); slash != std::string::npos; slash = entry.name.find('/', slash + 1))
            folders.insert(entry.name.substr(0, slash));
        if (entry.kind == ManifestEntry::Kind::emptyFolder)
            folders.insert(entry.name);
    }
    return folders;
}

// Fails where a file may not have more names (65,000 on ext4), or when the object lacks the right to be executed; an
// object with more rights than the manifest says is good enough for reading.
bool shareObject(int object, const std::string& source, bool program, const std::string& path)
{
    struct stat status {};
    const bool fits = ::fstat(object, &status) == 0 && (!program || (status.st_mode & S_IXUSR) != 0);
    return fits && ::link(source.c_str(), path.c_str()) == 0;
}

Result<void> layOutEntry(const ObjectFolder& objects, const ManifestEntry& entry, const std::string& path,
                         Layout layout, Watch& watch)
{
    if (entry.isFile())
        return layOutFile(objects, entry.digest, entry.kind == ManifestEntry::Kind::program, path, layout, watch);
    if (entry.kind == ManifestEntry::Kind::link && ::symlink(entry.target.c_str(), path.c_str()) != 0)
        return lastSystemFailure(path, "symlink");
    return {};
}

} // namespace

Result<void> layOutFile(const ObjectFolder& objects, const Digest& digest, bool program, const std::string& path,
                        Layout layout, Watch& watch)
{
    const auto object = objects.openVerified(digest, watch);
    if (!object)
        return object.error();
    const std::string source = objects.pathOf(digest);
    if (layout == Layout::shared && shareObject(object->number(), source, program, path))
        return {};
    const Descriptor copy(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, modeOf(program, layout)));
    if (!copy)
        return lastSystemFailure(path, "open");
    if (reflink(object->number(), copy.number()))
        return {};
    const auto content = copyContent(object->number(), source, copy.number(), path, watch);
    if (!content)
        return content.error();
    if (content->digest != digest)
        return Error{ErrorCode::corrupt, {"store.artifact_damaged", {{"digest", digest.hex()}, {"path", source}}}, {}};
    return {};
}

Result<void> layOutFolder(const ObjectFolder& objects, const FolderManifest& manifest, const std::string& path,
                          Layout layout, Watch& watch)
{
    if (::mkdir(path.c_str(), 0777) != 0)
        return lastSystemFailure(path, "mkdir");
    for (const std::string& folder : foldersOf(manifest)) {
        if (::mkdir((path + '/' + folder).c_str(), 0777) != 0)
            return lastSystemFailure(path + '/' + folder, "mkdir");
    }
    for (const ManifestEntry& entry : manifest.entries()) {
        if (auto done = layOutEntry(objects, entry, path + '/' + entry.name, layout, watch); !done)
            return done;
    }
    return {};
}

Result<void> makeFoldersReadOnly(const FolderManifest& manifest, const std::string& path)
{
    const std::set<std::string> folders = foldersOf(manifest);
    for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
        if (::chmod((path + '/' + *folder).c_str(), 0555) != 0)
            return lastSystemFailure(path + '/' + *folder, "chmod");
    }
    return ::chmod(path.c_str(), 0555) == 0 ? Result<void>() : Result<void>(lastSystemFailure(path, "chmod"));
}

} // namespace penstock::store
