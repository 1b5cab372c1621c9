#pragma once

#include <QWidget>

#include "ui/models/workspace_model.h"

class QGridLayout;

namespace penstock::common {
class Card;
class Label;
} // namespace penstock::common

namespace penstock::registry_ui {

// One version: where it stands, who moved it when and why, what it was made of.
class VersionPage final : public QWidget {
    Q_OBJECT

public:
    explicit VersionPage(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const registry::Version& version);
    using QWidget::show;

private:
    void showHistory(const registry::Version& version);
    void showOrigin(const registry::Version& version);

    const models::WorkspaceModel& m_workspace;
    common::Label* m_title;
    common::Label* m_stage;
    common::Card* m_history;
    common::Card* m_origin;
    QWidget* m_historyRows = nullptr;
    QWidget* m_originRows = nullptr;
};

} // namespace penstock::registry_ui
