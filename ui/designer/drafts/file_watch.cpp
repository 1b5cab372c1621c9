#include "ui/designer/drafts/file_watch.h"

#include <QFileInfo>
#include <QGuiApplication>

namespace penstock::designer {

namespace {

constexpr int pause = 100; // ms

} // namespace

FileWatch::FileWatch(QObject* parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &FileWatch::again);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_pause.start();
    });
}

void FileWatch::watch(const QString& path)
{
    for (const QStringList& known : {m_watcher.files(), m_watcher.directories()}) {
        if (!known.isEmpty())
            m_watcher.removePaths(known);
    }
    m_path = path;
    if (!path.isEmpty())
        m_watcher.addPaths({path, QFileInfo(path).path()});
}

void FileWatch::again()
{
    if (m_path.isEmpty())
        return;
    if (!m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path); // a rename over it ended the watch
    Q_EMIT stirred();
}

} // namespace penstock::designer
