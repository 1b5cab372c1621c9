// All that belongs to one open workspace and outlives a change of language: its model, its pipelines, trust.
#pragma once

#include <QObject>

#include "app/studio/drafts.h"
#include "app/studio/pipelines.h"
#include "core/base/clock.h"
#include "core/messages/user_folders.h"
#include "core/platform/disk_file_system.h"
#include "ui/models/workspace_model.h"

namespace penstock::studio {

class OpenWorkspace final : public QObject {
    Q_OBJECT

public:
    // The clock must outlive this.
    OpenWorkspace(const WorkspaceFolder& folder, const messages::UserFolders& user, const Clock& clock, QObject* parent = nullptr);
    // With events from elsewhere.
    OpenWorkspace(const WorkspaceFolder& folder, const messages::UserFolders& user, models::WorkspaceInfo info,
                  std::unique_ptr<models::EventSource> source, const Clock& clock, QObject* parent = nullptr);

    const WorkspaceFolder& folder() const { return m_folder; }
    models::WorkspaceModel& model() { return *m_model; }
    Pipelines& pipelines() { return m_pipelines; }
    FileSystem& files() { return m_files; }
    designer::DraftPlace drafts() const { return draftPlace(m_folder, m_user, m_clock); }
    Result<void> trust();

private:
    platform::DiskFileSystem m_files;
    WorkspaceFolder m_folder;
    messages::UserFolders m_user;
    const Clock& m_clock;
    std::unique_ptr<models::WorkspaceModel> m_model;
    Pipelines m_pipelines;
};

} // namespace penstock::studio
