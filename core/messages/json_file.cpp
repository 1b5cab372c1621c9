#include "core/messages/json_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace penstock::messages {

namespace {

constexpr qint64 largestFile = 1 << 20;
constexpr auto ownFolder = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
constexpr auto ownFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error failure(const char* id, const QFileDevice& file)
{
    const bool denied = file.error() == QFileDevice::PermissionsError;
    return {denied ? ErrorCode::denied : ErrorCode::io,
            {id, {{"path", file.fileName().toStdString()}, {"reason", file.errorString().toStdString()}}},
            {}};
}

} // namespace

Result<Json> readJsonFile(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return Json();
    if (!file.open(QIODevice::ReadOnly))
        return failure("messages.file_unreadable", file);
    const QByteArray bytes = file.read(largestFile + 1);
    Result<Json> json = bytes.size() > largestFile ? Result<Json>(Error{}) : parseJson({bytes.constData(), std::size_t(bytes.size())});
    if (!json)
        return Error{ErrorCode::invalid, {"messages.file_not_json", {{"path", path.toStdString()}}}, {}};
    return json;
}

Result<void> writeJsonFile(const QString& path, const Json& json)
{
    const QString folder = QFileInfo(path).path();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, ownFolder);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure("messages.file_unwritable", file);
    file.setPermissions(ownFile);
    const std::string text = dumpJsonPretty(json) + '\n';
    if (file.write(text.data(), qint64(text.size())) != qint64(text.size()) || !file.commit())
        return failure("messages.file_unwritable", file);
    return {};
}

} // namespace penstock::messages
