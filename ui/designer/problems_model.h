#pragma once

#include <QAbstractListModel> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "core/pipeline/issue.h"

#include <functional>

namespace penstock::designer {

// Issues as a list: what, where, the mend, and whether it can be had with one key.
class ProblemsModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { MendableRole = Qt::UserRole, MarkRole };

    using QAbstractListModel::QAbstractListModel;

    void setIssues(const pipeline::Issues& issues);
    // Whether there is an edit that mends an issue; asked for those that are seen. Valid until the next issues are set.
    using IsMendable = std::function<bool(const pipeline::Issue&)>;
    void setMends(IsMendable isMendable) { m_isMendable = std::move(isMendable); }
    const pipeline::Issue& issue(int row) const { return m_issues[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    pipeline::Issues m_issues;
    IsMendable m_isMendable;
};

} // namespace penstock::designer
