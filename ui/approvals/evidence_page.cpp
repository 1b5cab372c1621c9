#include "ui/approvals/evidence_page.h"

#include "core/messages/messages.h"
#include "ui/approvals/lineage_view.h"
#include "ui/approvals/metric_table.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/state_label.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/time_text.h"
#include "ui/theme/style.h"

#include <QGridLayout>

namespace penstock::approvals {

using namespace Qt::Literals::StringLiterals;
using common::Card;
using common::Label;
using models::NumberText;
using models::qt;
using theme::Metrics;

namespace {

constexpr int mostDifferences = 40;

Label* wrapped(theme::Type type, theme::Role role = theme::Role::text)
{
    auto* label = new Label({}, type, role);
    label->setFit(Label::Fit::wrap);
    return label;
}

} // namespace

EvidencePage::EvidencePage(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_question(common::pageTitle({}))
    , m_introduction(common::secondary({}))
    , m_policy(new Card)
    , m_metricsCard(new Card(tr("Candidate against Production")))
    , m_changes(new Card)
    , m_origin(new Card(tr("Where it comes from")))
    , m_policyText(wrapped(theme::Type::text, theme::Role::muted))
    , m_warnings(wrapped(theme::Type::text, theme::Role::warning))
    , m_metrics(new MetricTable)
    , m_noMetrics(common::secondary(tr("The candidate brought no metrics.")))
    , m_lineage(new LineageView)
{
    m_question->setFit(Label::Fit::wrap);
    m_introduction->setSurface(theme::Role::window);
    m_introduction->setFit(Label::Fit::wrap);
    buildCards();
    connect(m_lineage, &LineageView::runChosen, this, &EvidencePage::runChosen);
}

void EvidencePage::buildCards()
{
    auto* policyLine = new QHBoxLayout;
    policyLine->setSpacing(Metrics::gap);
    policyLine->addWidget(new common::StateLabel(theme::Mark::warning, common::StateLabel::Words::hidden), 0, Qt::AlignTop);
    policyLine->addWidget(m_policyText, 1);
    m_policy->body()->addLayout(policyLine);
    m_policy->body()->addWidget(m_warnings);
    m_metricsCard->body()->addWidget(m_metrics);
    m_metricsCard->body()->addWidget(m_noMetrics);
    m_origin->body()->addWidget(m_lineage);
    m_origin->body()->addStretch(1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 14, 12, 20);
    column->setSpacing(12);
    column->addWidget(m_question);
    column->addWidget(m_introduction);
    column->addWidget(m_policy);
    column->addWidget(m_metricsCard);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_changes, 1);
    row->addWidget(m_origin, 1);
    column->addLayout(row);
    column->addStretch(1);
}

void EvidencePage::show(const session::Evidence& evidence, const engine::Request& request)
{
    m_question->setText(qt(evidence.question));
    m_introduction->setText(introduction(evidence, request.state == engine::Request::State::open));
    showPolicy(evidence);
    m_metrics->setEvidence(evidence);
    m_metrics->setVisible(!evidence.metrics.empty());
    m_noMetrics->setVisible(evidence.metrics.empty());
    m_metricsCard->setRemark(evidence.production ? QString() : tr("nothing in Production to compare with"));
    showDifferences(evidence);
    m_lineage->setBoxes(lineageOf(memberAt(request.subject, "candidate")));
}

QString EvidencePage::introduction(const session::Evidence& evidence, bool open) const
{
    if (!open)
        return tr("What was known when it was asked, bound to sha256 %1.").arg(NumberText::digest(evidence.digest));
    const QString bound = tr("Bound to sha256 %1 of candidate, Production, metrics and policy.").arg(NumberText::digest(evidence.digest));
    if (!evidence.production)
        return evidence.candidate ? tr("It would be the first of its line in Production.") % u' ' % bound : bound;
    const registry::Version* live = m_workspace.view().registry.version(*evidence.production);
    const QString number = qt(evidence.production->number());
    if (!live || live->history.empty())
        return tr("It would replace %1.").arg(number) % u' ' % bound;
    return tr("It would replace %1, live since %2.").arg(number, models::TimeText::day(live->history.back().at, m_workspace.now())) % u' ' % bound;
}

void EvidencePage::showPolicy(const session::Evidence& evidence)
{
    if (evidence.policy.empty()) {
        m_policy->setTitle(tr("No policy"));
        m_policyText->setText(tr("This approval names no policy: what you see is all there is to go by."));
    } else {
        m_policy->setTitle(tr("Policy %1: not checked").arg(qt(evidence.policy)));
        m_policyText->setText(tr("This version of Penstock does not check policies yet. Compare the numbers below with what penstock.yaml asks for."));
    }
    QStringList warnings;
    for (const std::string& id : evidence.warnings)
        warnings.append(messages::text(id));
    for (const session::CodeChange& change : evidence.codeChanges) {
        if (!change.file.empty())
            warnings.append(tr("%1, in %2", "a file that changed, an attempt").arg(qt(change.file), qt(change.attempt.text())));
    }
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
}

void EvidencePage::showDifferences(const session::Evidence& evidence)
{
    delete m_differences;
    m_differences = new QWidget;
    auto* grid = new QGridLayout(m_differences);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Metrics::margin);
    grid->setVerticalSpacing(Metrics::gap);
    grid->setColumnStretch(2, 1);
    m_changes->setTitle(evidence.production ? tr("What changed since %1").arg(qt(evidence.production->number())) : tr("What it was made with"));
    int row = 0;
    for (const session::DifferenceRow& difference : evidence.differences) {
        if (row == mostDifferences)
            break;
        const QString what = difference.what == "parameter" ? tr("Parameter") : difference.what == "code" ? tr("Code") : tr("Data");
        const QString before = NumberText::digest(difference.before);
        const QString after = NumberText::digest(difference.after);
        const QString absent = u"—"_s;
        const QString text = !evidence.production ? after
                             : difference.same    ? tr("%1, same").arg(after)
                                                  : tr("%1 → %2").arg(before.isEmpty() ? absent : before, after.isEmpty() ? absent : after);
        auto* value = new Label(text, theme::Type::mono, difference.same ? theme::Role::muted : theme::Role::text);
        value->setFit(Label::Fit::elide, Qt::ElideMiddle);
        grid->addWidget(common::secondary(what), row, 0);
        grid->addWidget(new Label(qt(difference.name), theme::Type::text), row, 1);
        grid->addWidget(value, row, 2);
        ++row;
    }
    if (evidence.differences.empty())
        grid->addWidget(common::secondary(tr("Nothing was recorded about parameters, code or data.")), row++, 0, 1, 3);
    if (evidence.differences.size() > mostDifferences)
        grid->addWidget(common::secondary(tr("and %n more", nullptr, static_cast<int>(evidence.differences.size()) - mostDifferences)), row++, 0, 1, 3);
    grid->setRowStretch(row, 1);
    m_changes->body()->addWidget(m_differences);
}

} // namespace penstock::approvals
