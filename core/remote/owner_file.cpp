#include "core/remote/owner_file.h"

#include "core/base/json.h"

#include <QFile>
#include <QSaveFile>

namespace penstock::remote {

namespace {

constexpr qint64 largest = 64 * 1024;

QString pathIn(const std::string& stateFolder) { return QString::fromStdString(stateFolder + "/owner.json"); }

} // namespace

Result<OwnerFile> readOwnerFile(const std::string& stateFolder)
{
    QFile file(pathIn(stateFolder));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::notFound, {"remote.no_owner", {}}, file.errorString().toStdString()};
    const auto json = parseJson(file.read(largest).toStdString());
    OwnerFile owner;
    if (json)
        owner = {integerAt(*json, "pid"), textAt(*json, "since"), textAt(*json, "version"), textAt(*json, "socket")};
    if (owner.pid <= 0 || owner.socket.empty() || owner.socket.front() != '/')
        return Error{
            ErrorCode::corrupt, {"remote.owner_file_unreadable", {{"path", file.fileName().toStdString()}}}, {}};
    return owner;
}

Result<void> writeOwnerFile(const std::string& stateFolder, const OwnerFile& owner)
{
    QSaveFile file(pathIn(stateFolder));
    const Json json{{"pid", owner.pid}, {"since", owner.since}, {"version", owner.version}, {"socket", owner.socket}};
    if (file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(dumpJsonPretty(json)) + '\n') > 0 &&
        file.commit())
        return {};
    return Error{ErrorCode::io,
                 {"remote.owner_file_unwritable", {{"path", file.fileName().toStdString()}}},
                 file.errorString().toStdString()};
}

void removeOwnerFile(const std::string& stateFolder) { QFile::remove(pathIn(stateFolder)); }

} // namespace penstock::remote
