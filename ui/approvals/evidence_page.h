#pragma once

#include <QWidget>

#include "core/session/evidence.h"
#include "ui/models/workspace_model.h"

class QGridLayout;

namespace penstock::common {
class Card;
class Label;
} // namespace penstock::common

namespace penstock::approvals {

class LineageView;
class MetricTable;

// All that is known of a candidate, without a click: what policy says, metrics beside Production, what changed since, and
// where it comes from.
class EvidencePage final : public QWidget {
    Q_OBJECT

public:
    explicit EvidencePage(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const session::Evidence& evidence, const engine::Request& request);
    using QWidget::show;

Q_SIGNALS:
    void runChosen();

private:
    void buildCards();
    QString introduction(const session::Evidence& evidence, bool open) const;
    void showPolicy(const session::Evidence& evidence);
    void showDifferences(const session::Evidence& evidence);

    const models::WorkspaceModel& m_workspace;
    common::Label* m_question;
    common::Label* m_introduction;
    common::Card* m_policy;
    common::Card* m_metricsCard;
    common::Card* m_changes;
    common::Card* m_origin;
    common::Label* m_policyText;
    common::Label* m_warnings;
    MetricTable* m_metrics;
    common::Label* m_noMetrics;
    QWidget* m_differences = nullptr;
    LineageView* m_lineage;
};

} // namespace penstock::approvals
