#pragma once

#include <QAbstractListModel> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/pipeline/issue.h"

namespace penstock::designer {

// Issues as a list: what, where, the mend as tool tip and second line.
class ProblemsModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setIssues(const pipeline::Issues& issues);
    const pipeline::Issue& issue(int row) const { return m_issues[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    pipeline::Issues m_issues;
};

} // namespace penstock::designer
