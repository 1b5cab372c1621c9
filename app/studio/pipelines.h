// The pipeline files of an open workspace, read in a worker and again when they change.
#pragma once

#include <QObject>

#include "app/studio/workspace_folder.h"

#include <QFileSystemWatcher>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace penstock::studio {

class Pipelines final : public QObject {
    Q_OBJECT

public:
    explicit Pipelines(WorkspaceFolder folder, QObject* parent = nullptr);
    ~Pipelines() override;

    const std::vector<PipelineFile>& files() const { return m_files; }
    const PipelineFile* file(const QString& file) const; // null when there is none
    // As it is on disk now: what was just saved may not have been noticed yet.
    void readNow(const QString& file, QObject* context, std::function<void(const PipelineFile&)> done);

    void read(); // again: their folder may be new

Q_SIGNALS:
    void changed();
    void peopleChanged(const penstock::registry::People& people);

private:
    WorkspaceFolder m_folder;
    std::vector<PipelineFile> m_files;
    QFileSystemWatcher m_watcher;
    QTimer m_soon; // editors write a file in several steps
    QThreadPool m_pool;
};

} // namespace penstock::studio
