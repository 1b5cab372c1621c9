#include "app/studio/workspace_folder.h"

#include "core/check/check.h"
#include "core/format/pipeline_reader.h"
#include "core/format/workspace_settings.h"
#include "core/platform/disk_file_system.h"
#include "core/store/state_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::uint64_t largestFile = 16 << 20; // a pipeline beyond it is refused by the reader as well

} // namespace

std::optional<WorkspaceFolder> WorkspaceFolder::at(const QString& folder)
{
    const QFileInfo info(folder);
    const QString canonical = info.canonicalFilePath();
    return info.isDir() && !canonical.isEmpty() ? std::optional(WorkspaceFolder(canonical)) : std::nullopt;
}

std::optional<WorkspaceFolder> WorkspaceFolder::around(const QString& folder)
{
    const QFileInfo start(folder);
    QDir place(start.isDir() ? start.canonicalFilePath() : start.canonicalPath()); // a pipeline file lies in its workspace
    do {
        if (QFileInfo(place.filePath(u"pipelines"_s)).isDir() || QFileInfo::exists(place.filePath(u".penstock"_s)))
            return at(place.path());
    } while (place.cdUp());
    return std::nullopt;
}

QString WorkspaceFolder::name() const { return QDir(m_path).dirName(); }

QString WorkspaceFolder::stateFolder() const
{
    const auto state = store::findStateFolder(m_path.toStdString());
    return state ? QString::fromStdString(state->path) : QString();
}

remote::Connection::Place WorkspaceFolder::place() const
{
    return {m_path.toStdString(), [folder = *this] { return folder.stateFolder().toStdString(); }, ownerProgram().toStdString()};
}

QStringList WorkspaceFolder::pipelineFiles() const
{
    QStringList files;
    const QStringList names = QDir(m_path + u"/pipelines"_s).entryList({u"*.pipeline.yaml"_s}, QDir::Files, QDir::Name);
    for (const QString& name : names)
        files.append(u"pipelines/"_s % name);
    return files;
}

PipelineFile WorkspaceFolder::readPipeline(const QString& file) const
{
    PipelineFile read{file, {}, {}};
    const platform::DiskFileSystem disk;
    const auto text = disk.read(m_path.toStdString() + '/' + file.toStdString(), largestFile);
    if (!text) {
        pipeline::Issue unreadable;
        unreadable.what = text.error().message;
        read.issues.push_back(std::move(unreadable));
        return read;
    }
    auto parsed = format::readPipeline(*text);
    read.issues = check::merged(parsed.issues, check::check(parsed.pipeline, parsed.places, *text));
    read.document = std::move(parsed.pipeline);
    return read;
}

registry::People WorkspaceFolder::people() const
{
    const platform::DiskFileSystem disk;
    const auto text = disk.read(m_path.toStdString() + "/penstock.yaml", largestFile);
    return text ? format::readSettings(*text).settings.people : registry::People();
}

QString systemUser()
{
    const passwd* entry = getpwuid(geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(geteuid());
}

QString ownerProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/penstock"_s;
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(u"penstock"_s);
}

} // namespace penstock::studio
