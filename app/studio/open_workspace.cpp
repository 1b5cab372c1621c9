#include "app/studio/open_workspace.h"

#include "app/studio/live_source.h"
#include "core/messages/trust.h"

namespace penstock::studio {

namespace {

models::WorkspaceInfo infoOf(const WorkspaceFolder& folder, const messages::UserFolders& user)
{
    models::WorkspaceInfo info;
    info.folder = folder.path();
    info.name = folder.name();
    info.user = systemUser();
    info.trusted = messages::Trust(user).isTrusted(folder.path());
    return info;
}

} // namespace

OpenWorkspace::OpenWorkspace(const WorkspaceFolder& folder, const messages::UserFolders& user, const Clock& clock, QObject* parent)
    : OpenWorkspace(folder, user, infoOf(folder, user), std::make_unique<LiveSource>(folder.place()), clock, parent)
{}

OpenWorkspace::OpenWorkspace(const WorkspaceFolder& folder, const messages::UserFolders& user, models::WorkspaceInfo info,
                             std::unique_ptr<models::EventSource> source, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_folder(folder)
    , m_user(user)
    , m_clock(clock)
    , m_pipelines(folder)
{
    auto* live = qobject_cast<LiveSource*>(source.get());
    m_model = std::make_unique<models::WorkspaceModel>(std::move(info), std::move(source), clock);
    if (live)
        connect(live, &LiveSource::stateFolderKnown, m_model.get(), &models::WorkspaceModel::setStateFolder);
    connect(&m_pipelines, &Pipelines::peopleChanged, m_model.get(), &models::WorkspaceModel::setPeople);
    m_model->open();
}

Result<void> OpenWorkspace::trust()
{
    const auto trusted = messages::Trust(m_user).add(m_folder.path());
    if (trusted)
        m_model->setTrusted(true);
    return trusted;
}

} // namespace penstock::studio
