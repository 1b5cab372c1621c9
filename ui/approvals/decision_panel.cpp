#include "ui/approvals/decision_panel.h"

#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/models/time_text.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace penstock::approvals {

using namespace Qt::Literals::StringLiterals;
using common::Label;
using models::qt;
using State = engine::Request::State;

namespace {

Label* note(theme::Role role = theme::Role::muted)
{
    auto* label = new Label({}, theme::Type::secondary, role);
    label->setFit(Label::Fit::wrap);
    return label;
}

} // namespace

DecisionPanel::DecisionPanel(models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_card(new common::Card(tr("Your decision")))
    , m_who(note())
    , m_commentName(note())
    , m_comment(new QPlainTextEdit)
    , m_approve(common::button(tr("Approve"), theme::Prominence::primary))
    , m_reject(common::button(tr("Reject…"), theme::Prominence::danger))
    , m_problem(note(theme::Role::failed))
    , m_effect(note())
    , m_expiry(note())
{
    m_commentName->setText(tr("Comment"));
    m_commentName->setBuddy(m_comment);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(104);
    m_comment->setPlaceholderText(tr("What convinced you, or what is wrong. A rejection needs a reason."));
    m_approve->setAccessibleName(tr("Approve"));
    m_reject->setAccessibleName(tr("Reject"));
    m_problem->setAccessibleName(tr("Problem"));
    for (QPushButton* button : {m_approve, m_reject})
        button->setAutoDefault(false);
    // Not the buttons' own: a new text takes those away.
    for (const auto& [button, key] : {std::pair(m_approve, Qt::Key_A), {m_reject, Qt::Key_X}})
        connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | key), this), &QShortcut::activated, button, &QPushButton::click);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), this), &QShortcut::activated, m_comment, qOverload<>(&QWidget::setFocus));
    m_approve->setToolTip(tr("Approve (Ctrl+Shift+A)"));
    m_reject->setToolTip(tr("Reject with the reason above (Ctrl+Shift+X)"));
    QVBoxLayout* body = m_card->body();
    for (QWidget* part : std::initializer_list<QWidget*>{m_who, m_commentName, m_comment, m_approve, m_reject, m_problem, m_effect, m_expiry})
        body->addWidget(part);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_approve, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_reject, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_comment, &QPlainTextEdit::textChanged, this, [this] {
        if (m_evidence)
            m_drafts[m_evidence->request] = m_comment->toPlainText();
        if (!m_comment->toPlainText().isEmpty())
            say({});
    });
    connect(&workspace, &models::WorkspaceModel::infoChanged, this, &DecisionPanel::refresh);
}

QList<std::pair<QString, QString>> DecisionPanel::keys()
{
    return {{QStringLiteral("Ctrl+Shift+A"), tr("Approve")}, {QStringLiteral("Ctrl+Shift+X"), tr("Reject")}, {QStringLiteral("Ctrl+Shift+M"), tr("write a comment")}};
}

void DecisionPanel::show(const session::Evidence& evidence, const engine::Request& request)
{
    const bool other = !m_evidence || m_evidence->request != evidence.request;
    m_evidence = evidence;
    if (other) {
        m_sending = false;
        say({});
        m_comment->setPlainText(m_drafts[evidence.request]);
    }
    const bool open = request.state == State::open;
    m_card->setTitle(open ? tr("Your decision") : tr("Decision"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_commentName, m_comment, m_approve, m_reject, m_effect})
        part->setVisible(open);
    if (open)
        return refresh();
    m_sending = false;
    say({});
    m_who->setText(decidedText(request));
    m_expiry->setText(request.comment.empty() ? QString() : tr("“%1”").arg(qt(request.comment)));
    m_expiry->setVisible(!request.comment.empty());
}

QString DecisionPanel::decidedText(const engine::Request& request) const
{
    const QString when = models::TimeText::exact(request.decidedAt);
    switch (request.state) {
    case State::approved: return tr("Approved by %1, %2.").arg(m_workspace.personOf(request.person), when);
    case State::rejected: return tr("Rejected by %1, %2.").arg(m_workspace.personOf(request.person), when);
    case State::expired: return tr("Expired on %1 without a decision. Expiry never approves.").arg(when);
    case State::withdrawn: return tr("Withdrawn on %1: what it showed was no longer true, or its run went another way.").arg(when);
    case State::open: return {};
    }
    return {};
}

QString DecisionPanel::mayNot() const
{
    const models::WorkspaceInfo& info = m_workspace.info();
    if (!info.trusted)
        return tr("This workspace is restricted: trust it before you decide.");
    if (!info.people.mayDecide(models::utf8(info.user), m_evidence->approvers)) {
        QStringList approvers;
        for (const std::string& approver : m_evidence->approvers)
            approvers.append(qt(approver));
        return tr("You are %1. Only %2 may decide here.").arg(m_workspace.personOf(models::utf8(info.user)), approvers.join(u", "_s));
    }
    return {};
}

bool DecisionPanel::promotes() const
{
    const engine::Run* run = m_workspace.run(m_evidence->request.run);
    if (!run)
        return false;
    for (const engine::PlannedStep& step : run->plan->steps()) {
        if (step.approval && run->plan->step(*step.approval).name == m_evidence->request.instance.step)
            return std::holds_alternative<pipeline::Promote>(run->plan->step(step.step).body);
    }
    return false;
}

QString DecisionPanel::effect() const
{
    if (!promotes() || !m_evidence->candidate)
        return tr("Approving lets the run go on; rejecting ends it as rejected unless it has a way for that.");
    const QString candidate = qt(m_evidence->candidate->number());
    if (!m_evidence->production)
        return tr("Approving makes %1 Production at once.").arg(candidate);
    return tr("Approving makes %1 Production at once and archives %2.").arg(candidate, qt(m_evidence->production->number()));
}

void DecisionPanel::refresh()
{
    if (!m_evidence || !m_approve->isVisibleTo(this))
        return;
    const QString refused = mayNot();
    const QString name = m_workspace.personOf(models::utf8(m_workspace.info().user));
    m_who->setRole(refused.isEmpty() ? theme::Role::muted : theme::Role::warning);
    m_who->setText(!refused.isEmpty()                ? refused
                   : m_evidence->approvers.empty()   ? tr("You are %1. Anybody may decide here.").arg(name)
                                                     : tr("You are %1 and may decide. One decision is needed.").arg(name));
    m_approve->setText(promotes() && m_evidence->candidate ? tr("Approve and promote %1").arg(qt(m_evidence->candidate->number())) : tr("Approve"));
    m_effect->setText(effect());
    for (QWidget* part : std::initializer_list<QWidget*>{m_approve, m_reject, m_comment})
        part->setEnabled(refused.isEmpty() && !m_sending);
    m_expiry->setVisible(m_evidence->expires.has_value());
    if (m_evidence->expires)
        m_expiry->setText(tr("Expires %1. Expiry never approves.").arg(models::TimeText::exact(*m_evidence->expires)));
}

void DecisionPanel::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    theme::setInvalid(m_comment, false);
}

void DecisionPanel::decide(bool approve)
{
    const QString comment = m_comment->toPlainText().trimmed();
    if (!approve && comment.isEmpty()) {
        say(tr("Say why first: a rejection needs a reason."));
        theme::setInvalid(m_comment, true);
        m_comment->setFocus();
        return;
    }
    say({});
    m_sending = true;
    refresh();
    const auto answered = [this, request = m_evidence->request](const models::Answer& answer) {
        if (!m_evidence || m_evidence->request != request)
            return;
        m_sending = false;
        if (answer.ok())
            m_drafts.erase(request);
        refresh();
        say(answer.problem);
    };
    const QString digest = qt(m_evidence->digest);
    if (approve)
        m_workspace.approve(m_evidence->request, digest, comment, this, answered);
    else
        m_workspace.reject(m_evidence->request, digest, comment, this, answered);
}

} // namespace penstock::approvals
