#include "core/platform/secret_file.h"

#include "core/base/json.h"
#include "core/platform/system_error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace penstock::platform {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestFile = 16U << 20U;
constexpr int version = 1;

Error exposed(const char* id, const std::string& path) { return {ErrorCode::denied, {id, {{"path", path}}}, {}}; }

Result<std::string> contentOf(int fd, const std::string& path)
{
    std::string content;
    char buffer[1 << 14];
    for (;;) {
        const ssize_t size = ::read(fd, buffer, sizeof buffer);
        if (size == 0)
            return content;
        if (size < 0 && errno != EINTR)
            return systemError(path, errno);
        content.append(buffer, size > 0 ? static_cast<std::size_t>(size) : 0);
        if (content.size() > largestFile)
            return Error{ErrorCode::invalid, {"platform.secrets_unreadable", {{"path", path}}}, {}};
    }
}

Result<void> writeAll(int fd, const std::string& content, const std::string& path)
{
    for (std::size_t done = 0; done < content.size();) {
        const ssize_t size = ::write(fd, content.data() + done, content.size() - done);
        if (size < 0 && errno != EINTR)
            return systemError(path, errno);
        done += size > 0 ? static_cast<std::size_t>(size) : 0;
    }
    return fsync(fd) == 0 ? Result<void>() : systemError(path, errno);
}

void syncFolder(const std::string& path)
{
    const FileDescriptor folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder)
        fsync(folder.get());
}

std::optional<SecretEntry> entryFrom(const Json& json)
{
    SecretEntry entry;
    entry.id = {textAt(json, "name"), textAt(json, "workspace")};
    if (const Json& value = memberAt(json, "value"); value.is_string())
        entry.value = value.get<std::string>();
    const bool isSound = !entry.id.name.empty() && (entry.value || boolAt(json, "keyring"));
    return isSound ? std::optional(std::move(entry)) : std::nullopt;
}

Json toJson(const SecretEntry& entry)
{
    Json json{{"name", entry.id.name}};
    if (!entry.id.workspace.empty())
        json["workspace"] = entry.id.workspace;
    if (entry.value)
        json["value"] = *entry.value;
    else
        json["keyring"] = true;
    return json;
}

} // namespace

SecretFile::SecretFile(std::string folder)
    : m_folder(std::move(folder))
    , m_path(m_folder + "/secrets.json")
{}

Result<std::vector<SecretEntry>> SecretFile::read() const
{
    std::vector<SecretEntry> entries;
    const FileDescriptor file(open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (!file && errno == ENOENT)
        return entries;
    if (!file)
        return systemError(m_path, errno);
    struct stat status{};
    if (fstat(file.get(), &status) != 0)
        return systemError(m_path, errno);
    if (status.st_uid != geteuid())
        return exposed("platform.secrets_of_another", m_path);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return exposed("platform.secrets_exposed", m_path);
    const auto content = contentOf(file.get(), m_path);
    if (!content)
        return content.error();
    const auto json = parseJson(*content);
    if (!json || integerAt(*json, "penstock") != version || !memberAt(*json, "secrets").is_array())
        return Error{ErrorCode::invalid, {"platform.secrets_unreadable", {{"path", m_path}}}, {}};
    for (const Json& each : memberAt(*json, "secrets")) {
        auto entry = entryFrom(each);
        if (!entry)
            return Error{ErrorCode::invalid, {"platform.secrets_unreadable", {{"path", m_path}}}, {}};
        entries.push_back(std::move(*entry));
    }
    return entries;
}

// A file beside it: the file itself is replaced by each change.
Result<FileDescriptor> SecretFile::lock() const
{
    std::error_code error;
    if (!fs::exists(m_folder, error)) {
        fs::create_directories(fs::path(m_folder).parent_path(), error);
        if (mkdir(m_folder.c_str(), 0700) != 0 && errno != EEXIST)
            return systemError(m_folder, errno);
    }
    const std::string path = m_folder + "/secrets.lock";
    FileDescriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file)
        return systemError(path, errno);
    while (flock(file.get(), LOCK_EX) != 0) {
        if (errno != EINTR)
            return systemError(path, errno);
    }
    return file;
}

Result<void> SecretFile::write(const std::vector<SecretEntry>& entries) const
{
    Json list = Json::array();
    for (const SecretEntry& entry : entries)
        list.push_back(toJson(entry));
    const std::string content = dumpJsonPretty({{"penstock", version}, {"secrets", std::move(list)}}) + '\n';
    std::error_code error;
    const fs::path target = fs::weakly_canonical(m_path, error); // a link to where somebody keeps their settings stays one
    const std::string path = error ? m_path : target.string();
    std::string temporary = path + ".XXXXXX";
    const FileDescriptor file(mkostemp(temporary.data(), O_CLOEXEC)); // mode 0600
    if (!file)
        return systemError(path, errno);
    Result<void> written = writeAll(file.get(), content, temporary);
    if (written && rename(temporary.c_str(), path.c_str()) != 0)
        written = systemError(path, errno);
    if (!written)
        unlink(temporary.c_str());
    else
        syncFolder(fs::path(path).parent_path().string());
    return written;
}

} // namespace penstock::platform
