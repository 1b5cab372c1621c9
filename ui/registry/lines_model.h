#pragma once

#include "ui/models/workspace_model.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace penstock::registry_ui {

// The model lines, by name, each with what of it is in production.
class LinesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    explicit LinesModel(const models::WorkspaceModel& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;

    std::optional<ModelLine> lineAt(const QModelIndex& index) const;
    QModelIndex indexOf(const ModelLine& line) const;

private:
    void reload();

    const models::WorkspaceModel& m_workspace;
    std::vector<ModelLine> m_lines;
};

} // namespace penstock::registry_ui
