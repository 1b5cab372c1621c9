#include "app/studio/pipelines.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;

Pipelines::Pipelines(WorkspaceFolder folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &Pipelines::read);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_soon.start(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_soon.start(); });
    read();
}

Pipelines::~Pipelines()
{
    m_pool.clear();
    m_pool.waitForDone();
}

const PipelineFile* Pipelines::file(const QString& file) const
{
    const auto found = std::find_if(m_files.begin(), m_files.end(), [&](const PipelineFile& each) { return each.file == file; });
    return found == m_files.end() ? nullptr : &*found;
}

void Pipelines::readNow(const QString& file, QObject* context, std::function<void(const PipelineFile&)> done)
{
    m_pool.start([this, folder = m_folder, file, guard = QPointer<QObject>(context), done = std::move(done)] {
        QMetaObject::invokeMethod(this, [read = folder.readPipeline(file), guard, done] {
            if (guard)
                done(read);
        });
    });
}

void Pipelines::read()
{
    // The workspace itself is not watched: every run changes it.
    QStringList watched{m_folder.path() + u"/pipelines"_s, m_folder.path() + u"/penstock.yaml"_s};
    for (const QString& file : m_folder.pipelineFiles())
        watched.append(m_folder.path() % u'/' % file);
    watched.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    if (!watched.isEmpty())
        m_watcher.addPaths(watched);
    m_pool.start([this, folder = m_folder] {
        std::vector<PipelineFile> files;
        for (const QString& file : folder.pipelineFiles())
            files.push_back(folder.readPipeline(file));
        QMetaObject::invokeMethod(this, [this, files = std::move(files), people = folder.people()] {
            m_files = files;
            Q_EMIT peopleChanged(people);
            Q_EMIT changed();
        });
    });
}

} // namespace penstock::studio
