#include "tests/support/failing_file_system.h"

#include <limits>

namespace penstock::test {

namespace {

Error failure(ErrorCode code, const std::string& path)
{
    const char* id = "platform.io";
    if (code == ErrorCode::full)
        id = "platform.disk_full";
    else if (code == ErrorCode::denied)
        id = "platform.denied";
    else if (code == ErrorCode::notFound)
        id = "platform.not_found";
    return {code, {id, {{"path", path}, {"reason", "the test wants it so"}}}, path};
}

} // namespace

std::string FailingFileSystem::parent(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

std::optional<Error> FailingFileSystem::trouble(const std::string& path, Access access) const
{
    ++m_operations;
    if (m_failures == 0 || m_left-- > 0)
        return std::nullopt;
    m_left = 0;
    if (m_code == ErrorCode::full && access == Access::reads)
        return std::nullopt; // a full disk can still be read
    if (m_failures != std::numeric_limits<int>::max())
        --m_failures;
    return failure(m_code, path);
}

Result<std::string> FailingFileSystem::read(const std::string& path, std::uint64_t limit) const
{
    const std::lock_guard lock(m_mutex);
    if (auto error = trouble(path, Access::reads))
        return *error;
    const auto file = m_files.find(path);
    if (file == m_files.end())
        return failure(ErrorCode::notFound, path);
    if (file->second.size() > limit)
        return Error{ErrorCode::invalid, {"platform.too_large", {{"path", path}, {"limit", std::to_string(limit)}}}, {}};
    return file->second;
}

Result<void> FailingFileSystem::writeAtomically(const std::string& path, std::string_view content)
{
    const std::lock_guard lock(m_mutex);
    if (auto error = trouble(path, Access::writes))
        return *error;
    if (m_folders.count(parent(path)) == 0)
        return failure(ErrorCode::notFound, path);
    m_files[path] = std::string(content);
    return {};
}

void FailingFileSystem::addFolders(const std::string& path)
{
    for (std::string folder = path; folder != "/"; folder = parent(folder))
        m_folders.insert(folder);
}

Result<void> FailingFileSystem::makeFolder(const std::string& path)
{
    const std::lock_guard lock(m_mutex);
    if (auto error = trouble(path, Access::writes))
        return *error;
    addFolders(path);
    return {};
}

Result<void> FailingFileSystem::remove(const std::string& path)
{
    const std::lock_guard lock(m_mutex);
    if (auto error = trouble(path, Access::reads)) // removing needs no space
        return *error;
    m_files.erase(path);
    return {};
}

Result<std::vector<std::string>> FailingFileSystem::list(const std::string& folder) const
{
    const std::lock_guard lock(m_mutex);
    if (auto error = trouble(folder, Access::reads))
        return *error;
    if (m_folders.count(folder) == 0)
        return failure(ErrorCode::notFound, folder);
    std::set<std::string> names;
    const auto name = [](const std::string& path) { return path.substr(path.rfind('/') + 1); };
    for (const auto& [path, content] : m_files) {
        if (parent(path) == folder)
            names.insert(name(path));
    }
    for (const std::string& path : m_folders) {
        if (path != "/" && parent(path) == folder)
            names.insert(name(path));
    }
    return std::vector<std::string>(names.begin(), names.end());
}

bool FailingFileSystem::exists(const std::string& path) const
{
    const std::lock_guard lock(m_mutex);
    return m_files.count(path) > 0 || m_folders.count(path) > 0;
}

void FailingFileSystem::failAfter(int operations, ErrorCode code)
{
    const std::lock_guard lock(m_mutex);
    m_left = operations;
    m_failures = std::numeric_limits<int>::max();
    m_code = code;
}

void FailingFileSystem::failOnce(int operations, ErrorCode code)
{
    const std::lock_guard lock(m_mutex);
    m_left = operations;
    m_failures = 1;
    m_code = code;
}

void FailingFileSystem::heal()
{
    const std::lock_guard lock(m_mutex);
    m_failures = 0;
    m_left = 0;
}

int FailingFileSystem::operations() const
{
    const std::lock_guard lock(m_mutex);
    return m_operations;
}

void FailingFileSystem::put(const std::string& path, const std::string& content)
{
    const std::lock_guard lock(m_mutex);
    addFolders(parent(path));
    m_files[path] = content;
}

std::optional<std::string> FailingFileSystem::content(const std::string& path) const
{
    const std::lock_guard lock(m_mutex);
    const auto file = m_files.find(path);
    return file == m_files.end() ? std::nullopt : std::optional<std::string>(file->second);
}

} // namespace penstock::test
