#include "core/messages/trust.h"

#include "core/messages/json_file.h"

#include <QFile>
#include <QFileInfo>

#include <optional>

#include <sys/stat.h>
#include <unistd.h>

namespace penstock::messages {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<Json> identityOf(const QString& workspace)
{
    const QString path = QFileInfo(workspace).canonicalFilePath();
    struct stat status{};
    if (path.isEmpty() || ::stat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISDIR(status.st_mode))
        return std::nullopt;
    return Json{{"path", path.toStdString()},
                {"inode", std::uint64_t(status.st_ino)},
                {"device", std::uint64_t(status.st_dev)},
                {"uid", std::uint64_t(status.st_uid)}};
}

// A file that somebody else could have written says nothing about what this user trusts.
bool isOnlyOurs(const QString& path)
{
    struct stat status{};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid()
           && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

Json entriesIn(const QString& path)
{
    if (!isOnlyOurs(path))
        return Json::array();
    const Result<Json> json = readJsonFile(path);
    if (!json)
        return Json::array();
    const Json& list = memberAt(*json, "workspaces");
    return list.is_array() ? list : Json::array();
}

Result<void> write(const QString& path, Json entries) { return writeJsonFile(path, {{"workspaces", std::move(entries)}}); }

Json without(const Json& entries, const std::string& workspace)
{
    Json rest = Json::array();
    for (const Json& entry : entries) {
        if (textAt(entry, "path") != workspace)
            rest.push_back(entry);
    }
    return rest;
}

} // namespace

Trust::Trust(const UserFolders& folders)
    : m_path(folders.data + u"/trusted.json"_s)
{}

bool Trust::isTrusted(const QString& workspace) const
{
    const std::optional<Json> identity = identityOf(workspace);
    if (!identity)
        return false;
    for (const Json& entry : entriesIn(m_path)) {
        if (entry == *identity)
            return true;
    }
    return false;
}

Result<void> Trust::add(const QString& workspace)
{
    const std::optional<Json> identity = identityOf(workspace);
    if (!identity)
        return Error{ErrorCode::notFound, {"messages.no_folder", {{"path", workspace.toStdString()}}}, {}};
    Json entries = without(entriesIn(m_path), textAt(*identity, "path"));
    entries.push_back(*identity);
    return write(m_path, std::move(entries));
}

Result<void> Trust::remove(const QString& workspace)
{
    const QString canonical = QFileInfo(workspace).canonicalFilePath();
    const Json entries = entriesIn(m_path);
    const Json rest = without(entries, (canonical.isEmpty() ? workspace : canonical).toStdString());
    return rest == entries ? Result<void>() : write(m_path, rest);
}

} // namespace penstock::messages
