#pragma once

#include "ui/models/screen.h"
#include "ui/models/versions_model.h"
#include "ui/registry/lines_model.h"

class QListView;
class QTableView;

namespace penstock::registry_ui {

class VersionPage;

// What is in production, since when, and who said so?
class RegistryScreen final : public models::Screen {
    Q_OBJECT

public:
    explicit RegistryScreen(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    QString place() const override;
    QList<models::KeyGroup> keys() const override;
    void show(const models::Target& target) override;
    using QWidget::show;

private:
    QWidget* buildList();
    QWidget* buildVersions();
    void keepOneChosen();
    void keepVersionChosen();
    void showVersion();

    models::WorkspaceModel& m_workspace;
    LinesModel m_lines;
    models::VersionsModel m_versions;
    QListView* m_list;
    QTableView* m_table;
    VersionPage* m_page;
    std::optional<ModelLine> m_line;
    std::optional<VersionId> m_version;
};

} // namespace penstock::registry_ui
