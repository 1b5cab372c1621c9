#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace penstock::designer {

// Notices that somebody may have changed one file: written in place, replaced, removed, made again; and asks to look whenever
// the person comes back to the program, because not every file system tells.
class FileWatch final : public QObject {
    Q_OBJECT

public:
    explicit FileWatch(QObject* parent = nullptr);

    void watch(const QString& path); // this one from now on; empty: none

Q_SIGNALS:
    void stirred(); // look at it

private:
    void again();

    QString m_path;
    QFileSystemWatcher m_watcher;
    QTimer m_pause; // who writes in place is not met half way, and git says ten things at once
};

} // namespace penstock::designer
