#pragma once

#include "ui/models/requests_model.h"
#include "ui/models/screen.h"

class QListView;

namespace penstock::common {
class Card;
}

namespace penstock::approvals {

class DecisionPanel;
class EvidencePage;
class HistoryList;

// May this go live? What waits and what was decided; the evidence scrolls, the decision stays.
class ApprovalsScreen final : public models::Screen {
    Q_OBJECT

public:
    explicit ApprovalsScreen(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    QString place() const override;
    QList<models::KeyGroup> keys() const override;
    void show(const models::Target& target) override;
    using QWidget::show;

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildEvidence();
    QWidget* buildSide();
    void keepOneChosen();
    bool waits(const std::optional<RequestId>& request) const;
    void showCurrent();

    models::WorkspaceModel& m_workspace;
    models::RequestsModel m_requests;
    QListView* m_list;
    EvidencePage* m_evidence;
    DecisionPanel* m_decision;
    common::Card* m_historyCard;
    HistoryList* m_history;
    std::optional<RequestId> m_current;
};

} // namespace penstock::approvals
