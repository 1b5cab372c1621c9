#pragma once

#include <QWidget>

#include "core/session/evidence.h"
#include "ui/models/workspace_model.h"

#include <map>
#include <optional>

class QPlainTextEdit;
class QPushButton;

namespace penstock::common {
class Card;
class Label;
} // namespace penstock::common

namespace penstock::approvals {

// Approve or reject, with a comment. Says who you are, whether you may, what approving does and until when. Neither button
// is ever the default one: an Enter too many decides nothing. The decision is bound to the digest that is shown.
class DecisionPanel final : public QWidget {
    Q_OBJECT

public:
    static QList<std::pair<QString, QString>> keys();

    explicit DecisionPanel(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void show(const session::Evidence& evidence, const engine::Request& request);
    using QWidget::show;

private:
    void decide(bool approve);
    void refresh();
    QString mayNot() const; // empty: this person may decide
    QString effect() const;
    QString decidedText(const engine::Request& request) const;
    bool promotes() const;
    void say(const QString& problem);

    models::WorkspaceModel& m_workspace;
    common::Card* m_card;
    common::Label* m_who;
    common::Label* m_commentName;
    QPlainTextEdit* m_comment;
    QPushButton* m_approve;
    QPushButton* m_reject;
    common::Label* m_problem;
    common::Label* m_effect;
    common::Label* m_expiry;
    std::optional<session::Evidence> m_evidence;
    std::map<RequestId, QString> m_drafts; // comments that were begun
    bool m_sending = false;
};

} // namespace penstock::approvals
