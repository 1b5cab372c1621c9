#include "app/shim/masked_file.h"

#include "core/platform/file_descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string_view>

namespace penstock::shim {

namespace {

using platform::FileDescriptor;

constexpr std::size_t chunk = 1U << 16U;

bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t size = write(fd, bytes.data(), bytes.size());
        if (size < 0 && errno != EINTR)
            return false;
        bytes.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 0);
    }
    return true;
}

enum class Copying { same, masked, failed };

// What comes out of the filter is what went in, a little later, as long as it has found nothing.
Copying copy(int from, int to, platform::MaskFilter filter)
{
    char buffer[chunk];
    std::string ahead;
    bool isSame = true;
    const auto put = [&](const std::string& out) {
        isSame = isSame && ahead.compare(0, out.size(), out) == 0;
        ahead.erase(0, isSame ? out.size() : ahead.size());
        return writeAll(to, out);
    };
    for (;;) {
        const ssize_t size = read(from, buffer, sizeof buffer);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return Copying::failed;
        if (size == 0)
            break;
        const std::string_view bytes(buffer, static_cast<std::size_t>(size));
        ahead += bytes;
        if (!put(filter.pass(bytes)))
            return Copying::failed;
    }
    if (!put(filter.finish()))
        return Copying::failed;
    return isSame ? Copying::same : Copying::masked;
}

void maskFile(const std::string& path, const std::vector<std::string>& masks, platform::MaskFilter::Length length)
{
    const FileDescriptor from(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status{};
    if (masks.empty() || !from || fstat(from.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return;
    const std::string beside = path + ".masked";
    unlink(beside.c_str());
    const FileDescriptor to(open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    Copying result = to ? copy(from.get(), to.get(), platform::MaskFilter(masks, length)) : Copying::failed;
    if (result == Copying::masked && (fchmod(to.get(), status.st_mode & 0777U) != 0 || rename(beside.c_str(), path.c_str()) != 0))
        result = Copying::failed;
    if (result == Copying::failed)
        unlink(path.c_str());
    if (result != Copying::masked)
        unlink(beside.c_str());
}

} // namespace

void maskFiles(const std::string& path, const std::vector<std::string>& masks, platform::MaskFilter::Length length)
{
    namespace fs = std::filesystem;
    std::error_code error;
    if (!fs::is_directory(fs::symlink_status(path, error)))
        return maskFile(path, masks, length);
    std::vector<std::string> files; // first all, then the changes: these make files that the walk would meet
    for (auto it = fs::recursive_directory_iterator(path, error); !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        if (it->is_regular_file(error))
            files.push_back(it->path().string());
    }
    for (const std::string& file : files)
        maskFile(file, masks, length);
}

} // namespace penstock::shim
